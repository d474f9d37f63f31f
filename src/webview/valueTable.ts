import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fitNumber } from '../core/format/displayNumber';
import { finiteExtent } from '../core/plot/curve';
import { sortOrder } from '../core/plot/sortOrder';
import { post } from './host';
import { icon } from './icons';
import { MeasuredWidth } from './measured';
import { memo } from './memo';
import { placed } from './placed';
import { shared } from './styles';
import { t } from './text';

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly values: Float64Array;
}

const rowPixels = 22;
/** Browsers stop at about 17 million pixels; longer tables scroll in proportion. */
const mostPixels = 8_000_000;

/**
 * A table of numbers of any length: only the rows in view exist. Sortable by any column, a heat bar in each cell
 * that grows to the right above zero and to the left below, and copying of a cell, a row, a column or all.
 * Sends `point` with the index of the row that is pointed at.
 */
export class ValueTable extends LitElement {
  static override properties = {
    columns: { attribute: false },
    shape: { attribute: false },
    label: {},
    pointed: { type: Number },
    top: { state: true },
    sorted: { state: true },
    cell: { state: true },
  };

  static override styles = [
    shared,
    css`
      .frame {
        overflow: auto;
        max-height: 310px;
        border: 1px solid var(--al-line);
        border-radius: 3px;
        position: relative;
      }
      .head-row {
        position: sticky;
        top: 0;
        z-index: 2;
        background: var(--vscode-keybindingTable-headerBackground, transparent);
        background-color: var(--vscode-sideBar-background, var(--vscode-editor-background));
        border-bottom: 1px solid var(--al-line);
      }
      .table-row {
        display: grid;
        height: 22px;
      }
      .rows {
        position: relative;
      }
      .rows .table-row {
        position: absolute;
        left: 0;
        right: 0;
      }
      .table-row > div {
        padding: 0 6px;
        line-height: 22px;
        overflow: hidden;
        text-overflow: ellipsis;
        text-align: right;
        position: relative;
      }
      .table-row > div:first-child {
        color: var(--al-muted);
        text-align: left;
      }
      .head-row button {
        width: 100%;
        height: 22px;
        min-height: 0;
        padding: 0;
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 2px;
        font-size: 11px;
        border-radius: 0;
        font-weight: 600;
        overflow: hidden;
      }
      .head-row > div:first-child button {
        justify-content: flex-start;
      }
      .head-row button span:last-child {
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .head-row .icon {
        font-size: 10px;
      }
      .rows .table-row:hover {
        background: var(--vscode-list-hoverBackground);
      }
      .rows .table-row.pointed {
        background: var(--vscode-list-inactiveSelectionBackground, var(--vscode-list-hoverBackground));
        outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      .heat {
        position: absolute;
        top: 3px;
        bottom: 3px;
        opacity: 0.28;
        pointer-events: none;
      }
      .heat.positive {
        background: var(--al-positive);
      }
      .heat.negative {
        background: var(--al-negative);
      }
      .strange {
        color: var(--al-bad-text);
        font-weight: 600;
      }
      .number {
        text-overflow: ellipsis;
      }
    `,
  ];

  declare columns: readonly Column[];
  declare shape: readonly number[];
  declare label: string;
  declare pointed: number;
  declare top: number;
  declare sorted: { readonly id: string; readonly direction: 'ascending' | 'descending' } | undefined;
  declare cell: { readonly row: number; readonly column: number };

  private readonly size = new MeasuredWidth(this);
  private readonly order = memo((values: Float64Array | undefined, direction: 'ascending' | 'descending') =>
    values === undefined ? undefined : sortOrder(values, direction),
  );
  private readonly spans = memo((columns: readonly Column[]): readonly (readonly [number, number])[] =>
    columns.map(({ values }) => finiteExtent(values) ?? [0, 0]),
  );

  constructor() {
    super();
    this.columns = [];
    this.shape = [];
    this.label = '';
    this.pointed = -1;
    this.top = 0;
    this.sorted = undefined;
    this.cell = { row: 0, column: 0 };
  }

  /** The columns that there is room for: all, or the first two in a very narrow view. */
  private get shown(): readonly Column[] {
    return this.size.width < 230 ? this.columns.slice(0, 2) : this.columns;
  }

  private get length(): number {
    return this.columns[0]?.values.length ?? 0;
  }

  private get rowOrder(): Uint32Array | undefined {
    const { sorted } = this;
    if (sorted === undefined) return undefined;
    return this.order(this.columns.find((column) => column.id === sorted.id)?.values, sorted.direction);
  }

  override render(): TemplateResult {
    const { shown: columns, length } = this;
    const gridTemplateColumns = `${this.indexWidth} repeat(${String(columns.length)}, minmax(44px, 1fr))`;
    const height = Math.min(mostPixels, length * rowPixels);
    const inView = 16;
    const first = this.firstRow;
    const rows: TemplateResult[] = [];
    const order = this.rowOrder;
    const offset = length * rowPixels > mostPixels ? this.top - (this.top % rowPixels) : first * rowPixels;
    for (let place = first; place < Math.min(length, first + inView); place++) {
      rows.push(
        this.renderRow(place, order?.[place] ?? place, offset + (place - first) * rowPixels, gridTemplateColumns),
      );
    }
    return html`<div class="head">
        <h2>${this.label} <span class="muted">${t('table.rows', length.toLocaleString('en-US'))}</span></h2>
        ${this.copyButton('table.copyCell', 'symbol-numeric', () => this.cellText(this.cell.row, this.cell.column))}
        ${this.copyButton('table.copyAll', 'copy', () => this.tableText())}
        <slot name="actions"></slot>
      </div>
      <div
        class="frame"
        role="grid"
        aria-label=${this.label}
        aria-rowcount=${length + 1}
        aria-colcount=${columns.length + 1}
        @scroll=${(event: Event) => (this.top = (event.target as HTMLElement).scrollTop)}
        @keydown=${(event: KeyboardEvent) => this.press(event)}
        @pointerleave=${() => this.point(-1)}
      >
        <div
          class="table-row head-row"
          role="row"
          aria-rowindex="1"
          ${placed({ 'grid-template-columns': gridTemplateColumns })}
        >
          ${this.renderHead(undefined, t('table.index'))}${columns.map((column) => this.renderHead(column.id, column.label))}
        </div>
        <div class="rows" role="rowgroup" ${placed({ height: `${String(height)}px` })}>${rows}</div>
      </div>`;
  }

  /** The row at the upper edge. */
  private get firstRow(): number {
    const { length } = this;
    const full = length * rowPixels;
    if (full <= mostPixels) return Math.max(0, Math.floor(this.top / rowPixels));
    const share = this.top / (mostPixels - 14 * rowPixels);
    return Math.max(0, Math.min(length - 14, Math.floor(share * (length - 14))));
  }

  private get indexWidth(): string {
    const widest = this.indexText(Math.max(0, this.length - 1)).length;
    return `${String(Math.max(52, widest * 7.3 + 14))}px`;
  }

  /** How many characters a cell has room for. */
  private get characters(): number {
    const cell = (this.size.width - Number.parseFloat(this.indexWidth) - 2) / Math.max(1, this.shown.length) - 12;
    return Math.max(3, Math.floor(cell / 7.4));
  }

  private indexText(index: number): string {
    if (this.shape.length < 2) return String(index);
    const places: number[] = [];
    let rest = index;
    for (const length of [...this.shape].reverse()) {
      places.unshift(rest % length);
      rest = Math.floor(rest / length);
    }
    return places.join(', ');
  }

  private renderHead(id: string | undefined, label: string): TemplateResult {
    const direction = this.sorted?.id === id ? this.sorted?.direction : undefined;
    return html`<div role="columnheader" aria-sort=${id === undefined ? nothing : (direction ?? 'none')}>
      <button title=${t('table.sort', label)} @click=${() => this.sortBy(id)}>
        ${direction === undefined ? nothing : icon(direction === 'ascending' ? 'triangle-up' : 'triangle-down')}<span
          >${label}</span
        >
      </button>
    </div>`;
  }

  private renderRow(place: number, index: number, top: number, gridTemplateColumns: string): TemplateResult {
    const spans = this.spans(this.columns);
    const { characters } = this;
    const chosen = this.cell.row === place;
    return html`<div
      class="table-row ${index === this.pointed ? 'pointed' : ''}"
      role="row"
      aria-rowindex=${place + 2}
      ${placed({ top: `${String(top)}px`, 'grid-template-columns': gridTemplateColumns })}
      @pointerenter=${() => this.point(index)}
      @dblclick=${() => post({ type: 'reveal', index })}
    >
      <div
        role="rowheader"
        class="number"
        data-cell="${place}:0"
        tabindex=${chosen && this.cell.column === 0 ? 0 : -1}
        @focus=${() => (this.cell = { row: place, column: 0 })}
      >
        ${this.indexText(index)}
      </div>
      ${this.shown.map(({ values }, column) => {
        const value = values[index]!;
        const text = fitNumber(value, characters);
        return html`<div
          role="gridcell"
          class="number ${Number.isFinite(value) ? '' : 'strange'}"
          data-cell="${place}:${column + 1}"
          tabindex=${chosen && this.cell.column === column + 1 ? 0 : -1}
          title=${String(value)}
          @focus=${() => (this.cell = { row: place, column: column + 1 })}
        >
          ${heat(value, spans[column]!)}${text}
        </div>`;
      })}
    </div>`;
  }

  private copyButton(
    key: 'table.copyCell' | 'table.copyAll',
    name: 'symbol-numeric' | 'copy',
    text: () => string,
  ): TemplateResult {
    return html`<button class="icon-button" title=${t(key)} aria-label=${t(key)} @click=${() => this.copy(text())}>
      ${icon(name)}
    </button>`;
  }

  private copy(text: string): void {
    if (!post({ type: 'copyText', text })) return;
    this.dispatchEvent(new CustomEvent('said', { detail: t('copied'), bubbles: true, composed: true }));
  }

  private point(index: number): void {
    this.dispatchEvent(new CustomEvent('point', { detail: index }));
  }

  private sortBy(id: string | undefined): void {
    if (id === undefined) this.sorted = undefined;
    else if (this.sorted?.id !== id) this.sorted = { id, direction: 'descending' };
    else this.sorted = this.sorted.direction === 'descending' ? { id, direction: 'ascending' } : undefined;
  }

  private cellText(row: number, column: number): string {
    const index = this.rowOrder?.[row] ?? row;
    return column === 0 ? this.indexText(index) : String(this.columns[column - 1]?.values[index]);
  }

  private rowText(row: number): string {
    return [0, ...this.columns.map((_, i) => i + 1)].map((column) => this.cellText(row, column)).join('\t');
  }

  private columnText(column: number): string {
    const lines: string[] = [];
    for (let row = 0; row < this.length; row++) lines.push(this.cellText(row, column));
    return lines.join('\n');
  }

  private tableText(): string {
    const lines = [[t('table.index'), ...this.columns.map(({ label }) => label)].join('\t')];
    for (let row = 0; row < this.length; row++) lines.push(this.rowText(row));
    return lines.join('\n');
  }

  /** The table as CSV, in the order shown. */
  csv(): string {
    const head = ['index', ...this.columns.map(({ id }) => id)].join(',');
    const lines = [head];
    const order = this.rowOrder;
    for (let row = 0; row < this.length; row++) {
      const index = order?.[row] ?? row;
      const cells = this.columns.map(({ values }) => String(values[index]));
      const name = this.indexText(index);
      lines.push([name.includes(',') ? `"${name}"` : name, ...cells].join(','));
    }
    return `${lines.join('\r\n')}\r\n`;
  }

  private press(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key === 'c') {
      event.preventDefault();
      const { row, column } = this.cell;
      this.copy(
        event.shiftKey ? this.columnText(column) : event.altKey ? this.rowText(row) : this.cellText(row, column),
      );
      return;
    }
    const { row, column } = this.cell;
    if (event.key === 'Enter' && (event.target as HTMLElement).closest('.head-row') === null) {
      event.preventDefault();
      post({ type: 'reveal', index: this.rowOrder?.[row] ?? row });
      return;
    }
    const last = this.length - 1;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageDown: [row + 12, column],
      PageUp: [row - 12, column],
      Home: [event.ctrlKey ? 0 : row, event.ctrlKey ? column : 0],
      End: [event.ctrlKey ? last : row, event.ctrlKey ? column : this.shown.length],
    };
    const to = moves[event.key];
    if (to === undefined || (event.target as HTMLElement).closest('.head-row') !== null) return;
    event.preventDefault();
    const next = { row: Math.max(0, Math.min(last, to[0])), column: Math.max(0, Math.min(this.shown.length, to[1])) };
    this.cell = next;
    this.point(this.rowOrder?.[next.row] ?? next.row);
    this.bringIntoView(next.row);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`[data-cell="${String(next.row)}:${String(next.column)}"]`)?.focus(),
    );
  }

  private bringIntoView(row: number): void {
    const frame = this.renderRoot.querySelector('.frame');
    if (frame === null) return;
    const full = this.length * rowPixels;
    const height = frame.clientHeight - rowPixels;
    if (full > mostPixels) {
      const shown = this.firstRow;
      if (row < shown || row > shown + 11)
        frame.scrollTop = (Math.max(0, row - 4) / (this.length - 14)) * (mostPixels - 14 * rowPixels);
      return;
    }
    const top = row * rowPixels;
    if (top < frame.scrollTop) frame.scrollTop = top;
    else if (top + rowPixels > frame.scrollTop + height) frame.scrollTop = top + rowPixels - height;
    this.top = frame.scrollTop;
  }

  /** Brings the row of a value into view, e.g. when its mark in the plot is chosen. */
  showIndex(index: number): void {
    const order = this.rowOrder;
    void this.updateComplete.then(() => this.bringIntoView(order === undefined ? index : order.indexOf(index)));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('columns') && this.cell.row >= this.length) this.cell = { row: 0, column: 0 };
  }
}

/** A bar from the zero line of the column: its length is the value's share, its side the sign. */
function heat(value: number, [low, high]: readonly [number, number]): TemplateResult | typeof nothing {
  if (!Number.isFinite(value) || value === 0) return nothing;
  const from = Math.min(0, low);
  const span = Math.max(0, high) - from;
  if (!(span > 0)) return nothing;
  const zero = (-from / span) * 100;
  const width = (Math.abs(value) / span) * 100;
  const left = value < 0 ? zero - width : zero;
  const place = { left: `${left.toFixed(2)}%`, width: `${width.toFixed(2)}%` };
  return html`<span class="heat ${value < 0 ? 'negative' : 'positive'}" ${placed(place)}></span>`;
}

customElements.define('al-table', ValueTable);
