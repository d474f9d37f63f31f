import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { axisLayout } from '../../core/array/axis';
import { rowName, takeRow } from '../../core/array/row';
import { displayNumber } from '../../core/format/displayNumber';
import { softmax } from '../../core/softmax/softmax';
import type { DType, NumericArray } from '../../core/index';
import { rowBars, type RowBar } from '../../core/plot/rowBars';
import { sortOrder } from '../../core/plot/sortOrder';
import type { SoftmaxRecord, SoftmaxStep } from '../../core/softmax/record';
import { softmaxFamily } from '../../core/softmax/registry';
import { judgeSoftmax, type Verdict } from '../../core/softmax/verdict';
import { rowEntropies } from '../../core/summary/entropy';
import type { StringKey } from '../../shared/strings';
import { aboutOf, aboutStyles, formulaOf } from '../about';
import { chooseFunction, type ChosenFunction } from '../chooseFunction';
import { drawScene, markId } from '../drawScene';
import { dtypeChoice } from '../dtypeChoice';
import { exportTools } from '../exportTools';
import { findingsOf, findingStyles } from '../findingsList';
import { guarded } from '../guarded';
import { post } from '../host';
import { icon, type IconName } from '../icons';
import { MeasuredWidth } from '../measured';
import { memo } from '../memo';
import { placed } from '../placed';
import { resultActions } from '../resultActions';
import { shownInput, usableAxis, type State } from '../state';
import { store } from '../store';
import { sceneStyles, shared } from '../styles';
import { t } from '../text';
import '../functionPicker';
import '../slider';

interface Variant {
  readonly id: string;
  readonly label: StringKey;
  readonly how: StringKey;
}

const variants: readonly Variant[] = [
  { id: 'naiveSoftmax', label: 'softmax.plain', how: 'softmax.plainHow' },
  { id: 'logShiftedSoftmax', label: 'softmax.logShifted', how: 'softmax.logShiftedHow' },
  { id: 'softmax', label: 'softmax.stable', how: 'softmax.stableHow' },
];

interface Computed {
  readonly variant: Variant;
  readonly shifted: Float64Array | undefined;
  readonly exponentials: Float64Array;
  readonly sum: number;
  readonly result: Float64Array;
  readonly verdict: Verdict;
}

const stepNames: Readonly<Record<SoftmaxStep['id'], StringKey>> = {
  scaled: 'softmax.scaled',
  shift: 'softmax.subtracted',
  shifted: 'softmax.shifted',
  exponentials: 'softmax.exp',
  sum: 'softmax.sum',
  threshold: 'softmax.threshold',
  result: 'table.result',
};

const mostRows = 40;
const signs: Readonly<Record<Verdict['kind'], IconName>> = {
  ok: 'check',
  drift: 'warning',
  underflow: 'warning',
  overflow: 'error',
  zero: 'error',
  nan: 'error',
};

/** A softmax of one row: its bars, and three ways to compute it side by side with what goes wrong on the way. */
export class SoftmaxRoom extends LitElement {
  static override properties = { state: { attribute: false } };

  static override styles = [
    shared,
    sceneStyles,
    findingStyles,
    aboutStyles,
    css`
      .settings {
        display: grid;
        gap: 4px;
      }
      .picked {
        display: grid;
        grid-template-columns: minmax(52px, auto) minmax(0, 1fr);
        gap: 8px;
        align-items: center;
      }
      .stats {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
        margin: 4px 0;
      }
      small {
        font-size: 11px;
        color: var(--al-muted);
        font-family: var(--vscode-font-family, sans-serif);
      }
      .bars {
        margin: 4px 0;
      }
      .bars [data-id] {
        cursor: pointer;
      }
      .laboratory {
        display: grid;
        grid-template-columns: minmax(64px, auto) repeat(3, minmax(0, 1fr));
        margin-top: 6px;
        font-size: 12px;
      }
      .laboratory.one {
        grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
      }
      .laboratory > div {
        display: contents;
      }
      .laboratory [role='cell'],
      .laboratory [role='columnheader'],
      .laboratory [role='rowheader'] {
        min-width: 0;
        padding: 3px 4px;
        border-bottom: 1px solid var(--al-line);
      }
      .laboratory [role='columnheader'] {
        font-weight: 600;
        vertical-align: bottom;
      }
      .laboratory [role='columnheader'] small {
        display: block;
        font-weight: 400;
        overflow-wrap: anywhere;
      }
      .verdict {
        display: flex;
        gap: 3px;
        align-items: flex-start;
        font-weight: 600;
        line-height: 16px;
      }
      .verdicts {
        margin: 6px 0 0;
        padding: 0;
        list-style: none;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
        gap: 6px 12px;
      }
      .verdicts li {
        display: flex;
        gap: 5px;
        line-height: 16px;
      }
      .verdicts .words {
        display: block;
      }
      .how {
        font-family: var(--al-mono);
      }
      h3 {
        margin-top: 10px;
      }
      .verdict .icon {
        font-size: 14px;
        flex: none;
      }
      .ok {
        color: var(--al-good-text);
      }
      .drift,
      .underflow {
        color: var(--al-warn-text);
      }
      .overflow,
      .zero,
      .nan,
      .strange {
        color: var(--al-bad-text);
      }
      .words {
        color: var(--al-muted);
        font-size: 11px;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .cell-number {
        display: block;
        text-align: right;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .bar {
        display: block;
        height: 5px;
        margin-top: 2px;
        background: var(--vscode-scrollbarSlider-background, #79797933);
        position: relative;
      }
      .bar span {
        position: absolute;
        inset: 0 auto 0 0;
        background: var(--al-positive);
        min-width: 1px;
      }
      .bar.strange {
        background: none;
        border: 1px dashed var(--al-bad);
      }
      .entry {
        width: 100%;
        text-align: left;
        padding: 0 2px;
        font-family: var(--al-mono);
        font-size: 12px;
        white-space: nowrap;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .room {
        container-type: inline-size;
      }
      @container (max-width: 339px) {
        .laboratory:not(.one) {
          grid-template-columns: repeat(3, minmax(0, 1fr));
          font-size: 11px;
        }
        .laboratory .number {
          font-size: 11px;
          letter-spacing: -0.02em;
        }
        .laboratory:not(.one) [role='rowheader'],
        .laboratory .corner {
          grid-column: 1 / -1;
          border-bottom: 0;
          padding-bottom: 0;
        }
        .laboratory .corner,
        .laboratory [role='columnheader'] .how {
          display: none;
        }
      }
    `,
  ];

  declare state: State;
  private readonly size = new MeasuredWidth(this);
  private readonly row = memo((array: NumericArray, axis: number, row: number, shift: number) =>
    takeRow(array, axis, row, shift),
  );
  private readonly result = memo(
    (record: SoftmaxRecord, row: NumericArray, temperature: number, dtype: DType, mode: 'fused' | 'stepwise') =>
      record.apply(row, { temperature, dtype, mode }),
  );
  private readonly steps = memo((record: SoftmaxRecord, row: NumericArray, temperature: number, dtype: DType) =>
    record.steps(row, { temperature, dtype }),
  );
  private readonly ways = memo((row: NumericArray, temperature: number, dtype: DType): readonly Computed[] => {
    const exact = softmax(row, { temperature, dtype }).data;
    return variants.flatMap((variant): Computed[] => {
      const steps = softmaxFamily.get(variant.id)?.steps(row, { temperature, dtype }) ?? [];
      const of = (id: string): Float64Array | undefined => steps.find((step) => step.id === id)?.values.data;
      const exponentials = of('exponentials') ?? new Float64Array();
      const sum = of('sum')?.[0] ?? NaN;
      const result = of('result') ?? new Float64Array();
      return [
        {
          variant,
          shifted: of('shifted'),
          exponentials,
          sum,
          result,
          verdict: judgeSoftmax(dtype, exact, result, exponentials, sum),
        },
      ];
    });
  });
  private readonly order = memo((values: Float64Array) =>
    values.length <= mostRows
      ? Uint32Array.from(values, (_, i) => i)
      : sortOrder(values, 'descending').subarray(0, mostRows),
  );

  override render(): TemplateResult | typeof nothing {
    return guarded(() => this.draw());
  }

  private draw(): TemplateResult | typeof nothing {
    const array = shownInput(this.state);
    if (array === undefined) return nothing;
    const { choices } = this.state;
    const axis = usableAxis(choices.axis, array);
    const layout = axisLayout('softmax', array, axis);
    const slice = Math.min(choices.slice, Math.max(0, layout.rows - 1));
    if (layout.length === 0 || layout.rows === 0)
      return html`<section><p class="muted">${t('softmax.empty')}</p></section>`;
    const row = this.row(array, axis, slice, choices.shift);
    const { dtype, temperature } = choices;
    const record = softmaxFamily.get(choices.softmax) ?? softmaxFamily.get('softmax')!;
    const result = this.result(record, row, temperature, dtype, choices.mode);
    const threeWays = variants.some(({ id }) => id === record.id);
    return html`<div class="room">
      <section aria-label=${t('room.softmax')}>
        <al-function-picker
          .value=${record.id}
          .label=${t('function.label')}
          .every=${true}
          @choose=${(event: CustomEvent<ChosenFunction>) => chooseFunction(event.detail)}
        ></al-function-picker>
        ${formulaOf(record.id)}
        <div class="settings">
          ${this.renderAxes(array, axis, layout.rows, slice)}
          <al-slider
            .label=${t('softmax.temperature')}
            .value=${temperature}
            .initial=${1}
            .low=${0.05}
            .high=${10}
            .min=${0}
            .open=${true}
            @change=${(event: CustomEvent<number>) => store.choose({ temperature: event.detail })}
          ></al-slider>
          <al-slider
            .label=${t('softmax.shift')}
            .value=${choices.shift}
            .initial=${0}
            .low=${-1000}
            .high=${1000}
            @change=${(event: CustomEvent<number>) => store.choose({ shift: event.detail })}
          ></al-slider>
          ${dtypeChoice(choices)}
        </div>
      </section>
      ${this.renderResult(record, row, result)}
      ${threeWays ? this.renderLaboratory(row) : this.renderSteps(record, row)}
      ${findingsOf(array, { function: record.id, axis, temperature, dtype })} ${aboutOf(record)}
    </div>`;
  }

  private renderAxes(array: NumericArray, axis: number, rows: number, slice: number): TemplateResult | typeof nothing {
    if (array.shape.length < 2) return nothing;
    return html`<label class="picked"
        ><span>${t('softmax.axis')}</span
        ><select
          @change=${(event: Event) => store.choose({ axis: Number((event.target as HTMLSelectElement).value), slice: 0 })}
        >
          ${array.shape.map((length, i) => {
            const chosen = i === (axis < 0 ? axis + array.shape.length : axis);
            return html`<option value=${i} ?selected=${chosen}>${t('softmax.axisOption', i, length)}</option>`;
          })}
        </select></label
      >
      <label class="picked"
        ><span>${t('softmax.slice')}</span
        ><select
          @change=${(event: Event) => store.choose({ slice: Number((event.target as HTMLSelectElement).value) })}
        >
          ${Array.from({ length: Math.min(rows, 500) }, (_, r) => html`<option value=${r} ?selected=${r === slice}>[${rowName(array.shape, axis, r)}]</option>`)}
        </select></label
      >`;
  }

  private renderResult(record: SoftmaxRecord, row: NumericArray, result: NumericArray): TemplateResult {
    // log-sum-exp gives one number for the row
    const single = result.data.length !== row.data.length;
    const order = this.order(result.data);
    const entropy = rowEntropies(result)[0] ?? NaN;
    const largest = sortOrder(result.data, 'descending')[0] ?? 0;
    const width = Math.max(120, this.size.width - 24);
    const logits = [...order].map((i) => (single ? record.label : displayNumber(row.data[i]!, 4)));
    const labels = [...order].map((i, place) => (single ? record.label : `${String(i)}: ${logits[place]!}`));
    const labelWidth = Math.min(width * 0.42, Math.max(...labels.map((label) => label.length)) * 6.4 + 2);
    const bars = [...order].map((i, place): RowBar => {
      const value = result.data[i]!;
      const text = displayNumber(value, 4);
      const title = `[${String(i)}] ${logits[place]!}: ${String(value)}`;
      return {
        id: String(i),
        label: labels[place]!,
        value,
        text,
        title,
        ...(Number.isNaN(value) && { trouble: title }),
      };
    });
    const share = record.distribution || record.id === 'softmaxPlusOne';
    const scene = rowBars({
      width,
      bars,
      ...(share && { full: 1 }),
      labelWidth,
      textWidth: 68,
      chosen: String(this.logit(row)),
    });
    const summary = t('softmax.more', order.length, row.data.length);
    const title = share ? t('softmax.result') : record.label;
    return html`<section aria-label=${title}>
      <div class="head">
        <h2>${title}</h2>
        ${exportTools(scene, title, this.state.choices.lightGround)}
      </div>
      <div class="stats" ?hidden=${!share}>
        <span class="number"><small>${t('softmax.entropy')}</small> ${displayNumber(entropy, 4)}</span>
        <span class="number"><small>${t('softmax.perplexity')}</small> ${displayNumber(Math.exp(entropy), 4)}</span>
        <span class="number"
          ><small>${t('softmax.top')}</small> [${largest}] ${displayNumber(result.data[largest]!, 4)}</span
        >
      </div>
      <div class="bars" @click=${(event: Event) => this.choose(markId(event))}>
        ${drawScene(scene, `${title}: ${bars.map(({ label, text }) => `${label} → ${text}`).join('; ')}`)}
      </div>
      ${row.data.length > mostRows ? html`<p class="muted">${summary}</p>` : nothing}
      ${resultActions(this.state, () => this.saveCsv(row, result))}
    </section>`;
  }

  private renderLaboratory(row: NumericArray): TemplateResult {
    const { dtype, temperature } = this.state.choices;
    const ways = this.ways(row, temperature, dtype);
    const order = this.order(ways.at(-1)?.result ?? row.data);
    const chosen = this.logit(row);
    const digits = this.size.width < 250 ? 1 : this.size.width < 364 ? 3 : this.size.width < 600 ? 4 : 8;
    const step = (label: string, of: (way: Computed) => number | undefined): TemplateResult =>
      html`<div role="row">
        <div role="rowheader"><small>${label}</small></div>
        ${ways.map((way) => {
          const value = of(way);
          return html`<div role="cell">
            ${value === undefined ? html`<span class="cell-number muted">–</span>` : numberCell(value, digits)}
          </div>`;
        })}
      </div>`;
    return html`<section aria-label=${t('softmax.laboratory')}>
      <div class="head">
        <h2>${t('softmax.laboratory')} <span class="muted">${dtype}</span></h2>
      </div>
      <ul class="verdicts">
        ${ways.map(
          ({ variant, verdict }) =>
            html`<li>
              <span class="verdict ${verdict.kind}">${icon(signs[verdict.kind])}</span>
              <span
                ><b>${t(variant.label)}</b> <span class="${verdict.kind}">${t(`softmax.${verdict.kind}`)}</span
                ><span class="words">${this.words(verdict, dtype, row.data.length)}</span></span
              >
            </li>`,
        )}
      </ul>
      <div class="laboratory" role="table" aria-label=${t('softmax.laboratory')}>
        <div role="row">
          <div role="columnheader" class="corner">${t('softmax.entry')}</div>
          ${ways.map(({ variant }) => html`<div role="columnheader">${t(variant.label)}<small class="how">${t(variant.how)}</small></div>`)}
        </div>
        ${[...order].map(
          (i) =>
            html`<div role="row">
              <div role="rowheader">
                <button
                  class="entry"
                  aria-pressed=${i === chosen}
                  title=${t('softmax.choose', i)}
                  @click=${() => this.choose(String(i))}
                >
                  ${i}: ${displayNumber(row.data[i]!, 5)}
                </button>
              </div>
              ${ways.map(({ result }) => html`<div role="cell">${numberCell(result[i]!, digits)}${bar(result[i]!)}</div>`)}
            </div>`,
        )}
      </div>
      <h3>${t('softmax.steps', chosen)}</h3>
      <div class="laboratory" role="table" aria-label=${t('softmax.steps', chosen)}>
        ${step(t('softmax.shifted'), ({ shifted }) => shifted?.[chosen])}
        ${step(t('softmax.exp'), ({ exponentials }) => exponentials[chosen])}
        ${step(t('softmax.sum'), ({ sum }) => sum)} ${step(t('softmax.quotient'), ({ result }) => result[chosen])}
      </div>
    </section>`;
  }

  /** The textbook steps of the other softmaxes, for the chosen entry. */
  private renderSteps(record: SoftmaxRecord, row: NumericArray): TemplateResult {
    const { dtype, temperature } = this.state.choices;
    const chosen = this.logit(row);
    const title = t('softmax.steps', chosen);
    return html`<section aria-label=${title}>
      <h2>${title} <span class="muted">${dtype}</span></h2>
      <div class="laboratory one" role="table" aria-label=${title}>
        ${this.steps(record, row, temperature, dtype).map(({ id, values }) => {
          const value = values.data[values.data.length === row.data.length ? chosen : 0];
          return html`<div role="row">
            <div role="rowheader"><small>${t(stepNames[id])}</small></div>
            <div role="cell">${value === undefined ? nothing : numberCell(value, 12)}</div>
          </div>`;
        })}
      </div>
    </section>`;
  }

  private words(verdict: Verdict, dtype: DType, count: number): string {
    switch (verdict.kind) {
      case 'ok':
        return t('softmax.okWords');
      case 'drift':
        return t('softmax.driftWords', verdict.digits, verdict.of);
      case 'underflow':
        return t('softmax.underflowWords', verdict.lost, count);
      case 'overflow':
        return t('softmax.overflowWords', dtype);
      case 'zero':
        return t('softmax.zeroWords');
      case 'nan':
        return t('softmax.nanWords');
    }
  }

  /** The chosen entry, within this row. */
  private logit(row: NumericArray): number {
    return Math.min(this.state.choices.logit, row.data.length - 1);
  }

  private choose(id: string | undefined): void {
    if (id !== undefined) store.choose({ logit: Number(id) });
  }

  private saveCsv(row: NumericArray, result: NumericArray): void {
    const lines = Array.from(row.data, (logit, i) => `${String(i)},${String(logit)},${String(result.data[i])}`);
    const name = this.state.choices.softmax;
    post({ type: 'save', name: `${name}.csv`, content: `index,logit,${name}\r\n${lines.join('\r\n')}\r\n` });
  }
}

function numberCell(value: number, digits: number): TemplateResult {
  const strange = !Number.isFinite(value);
  return html`<span class="number cell-number ${strange ? 'strange' : ''}" title=${String(value)}
    >${strange ? '⚠ ' : ''}${displayNumber(value, digits)}</span
  >`;
}

function bar(value: number): TemplateResult {
  if (!Number.isFinite(value)) return html`<span class="bar strange"></span>`;
  return html`<span class="bar"
    ><span ${placed({ width: `${(Math.max(0, Math.min(1, value)) * 100).toFixed(2)}%` })}></span
  ></span>`;
}

customElements.define('al-softmax-room', SoftmaxRoom);
