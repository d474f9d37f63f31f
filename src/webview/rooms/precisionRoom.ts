import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { displayNumber } from '../../core/format/displayNumber';
import { dtypes } from '../../core/array/numericArray';
import { compareDtypes } from '../../core/diagnosis/compareDtypes';
import { functions } from '../../core/functions/registry';
import { run } from '../../core/functions/run';
import { bitsOf } from '../../core/precision/bitsOf';
import { fromBits } from '../../core/precision/fromBits';
import { neighbours } from '../../core/precision/neighbours';
import { roundTo } from '../../core/precision/roundTo';
import type { Bits, ComparedFunction, DType, DTypeComparison, FunctionCall, NumericArray } from '../../core/index';
import { numberLine } from '../../core/plot/numberLine';
import { drawScene } from '../drawScene';
import { guarded } from '../guarded';
import { icon } from '../icons';
import { MeasuredWidth } from '../measured';
import { memo } from '../memo';
import { callOf, shownInput, type State } from '../state';
import { store } from '../store';
import { sceneStyles, shared } from '../styles';
import { t } from '../text';

/** Larger arrays are compared by their first values: every dtype twice is a dozen evaluations. */
const mostCompared = 20_000;

/** What each number type makes of the evaluation, and one of its numbers down to the bits. */
export class PrecisionRoom extends LitElement {
  static override properties = { state: { attribute: false }, flipped: { state: true }, ofInput: { state: true } };

  static override styles = [
    shared,
    sceneStyles,
    css`
      .scroll {
        overflow-x: auto;
        margin-top: 4px;
      }
      table {
        border-collapse: collapse;
        width: 100%;
      }
      th,
      td {
        text-align: right;
        padding: 2px 6px;
        border-bottom: 1px solid var(--al-line);
        white-space: nowrap;
        font-weight: 400;
      }
      thead th {
        font-size: 11px;
        font-weight: 600;
        color: var(--al-muted);
      }
      th:first-child {
        text-align: left;
      }
      @container (max-width: 419px) {
        .wide {
          display: none;
        }
      }
      .scroll {
        container-type: inline-size;
      }
      td .trouble {
        display: flex;
        justify-content: flex-end;
        font: 11px var(--vscode-font-family, sans-serif);
        white-space: normal;
      }
      tr.chosen {
        background: var(--vscode-list-inactiveSelectionBackground, transparent);
        outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
        outline-offset: -1px;
      }
      tr.chosen small {
        color: inherit;
      }
      th button {
        padding: 0 2px;
        text-align: left;
      }
      th small {
        display: block;
        color: var(--al-muted);
        font-size: 11px;
        padding-left: 3px;
        white-space: normal;
        line-height: 1.25;
        min-width: 52px;
      }
      .trouble {
        color: var(--al-bad-text);
        display: inline-flex;
        gap: 3px;
        align-items: center;
      }
      .trouble .icon {
        font-size: 14px;
      }
      .bits {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 8px;
        margin: 4px 0;
      }
      .field {
        display: inline-flex;
        flex-wrap: wrap;
        gap: 1px;
        align-items: center;
      }
      .field small {
        flex-basis: 100%;
        font-size: 11px;
        color: var(--al-muted);
      }
      button.bit {
        width: 16px;
        min-height: 24px;
        padding: 0;
        font-family: var(--al-mono);
        font-size: 12px;
        border: 1px solid var(--al-line);
        border-radius: 2px;
      }
      .bit.one {
        font-weight: 700;
        background: var(--vscode-list-activeSelectionBackground, transparent);
        color: var(--vscode-list-activeSelectionForeground, inherit);
        text-decoration: underline;
      }
      .picked {
        display: grid;
        grid-template-columns: minmax(52px, auto) minmax(0, 1fr);
        gap: 4px 8px;
        align-items: center;
      }
      .value {
        font-size: 14px;
        overflow-wrap: anywhere;
        white-space: normal;
      }
      p {
        margin: 4px 0;
      }
    `,
  ];

  declare state: State;
  /** bits that were flipped by hand; undefined: those of the entry */
  declare flipped: { readonly dtype: DType; readonly bits: Bits } | undefined;
  declare ofInput: boolean;

  private readonly size = new MeasuredWidth(this);
  private readonly cut = memo((array: NumericArray): NumericArray =>
    array.data.length <= mostCompared
      ? array
      : { data: array.data.slice(0, mostCompared), shape: [mostCompared], dtype: array.dtype },
  );
  private readonly compared = memo((key: string, array: NumericArray): readonly DTypeComparison[] =>
    compareDtypes(JSON.parse(key) as ComparedFunction, array),
  );

  constructor() {
    super();
    this.flipped = undefined;
    this.ofInput = false;
  }

  /** The function of the call that the room's choices make. */
  private get what(): FunctionCall {
    return {
      ...callOf({ ...this.state.choices, room: 'precision' }, shownInput(this.state)),
      dtype: 'float64',
      mode: 'fused',
    };
  }

  override render(): TemplateResult | typeof nothing {
    return guarded(() => this.draw());
  }

  private draw(): TemplateResult | typeof nothing {
    const input = shownInput(this.state);
    if (input === undefined || input.data.length === 0) return nothing;
    const { choices } = this.state;
    const array = this.cut(input);
    const { what } = this;
    const name = what.function;
    const rows = this.compared(JSON.stringify(what), array);
    const entry = Math.min(choices.entry, array.data.length - 1);
    const exact = run({ ...what, function: functions.get(name)?.exactId ?? name }, array).data;
    const value = (this.ofInput ? array.data[entry] : exact[entry]) ?? NaN;
    return html`<section aria-label=${t('room.precision')}>
        <label class="picked"
          ><span>${t('precision.entry')}</span
          ><select @change=${(event: Event) => this.chooseEntry(Number((event.target as HTMLSelectElement).value))}>
            ${Array.from(array.data.subarray(0, 500), (x, i) => html`<option value=${i} ?selected=${i === entry}>${i}: ${displayNumber(x, 6)} → ${displayNumber(exact[i]!, 6)}</option>`)}
          </select></label
        >
      </section>
      ${this.renderTable(name, rows, entry)} ${this.renderNumber(value)}`;
  }

  private renderTable(name: string, rows: readonly DTypeComparison[], entry: number): TemplateResult {
    const { dtype, mode } = this.state.choices;
    const digits = this.size.width < 320 ? 5 : 9;
    const title = t('precision.table', name);
    return html`<section aria-label=${title}>
      <h2>${title}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('precision.dtype')}</th>
              <th scope="col">${t('precision.result')}</th>
              <th scope="col">${t('precision.ulp')}</th>
              <th scope="col" class="wide">${t('precision.relative')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((row) => {
              const result = row.result.data[entry]!;
              const chosen = row.dtype === dtype && row.mode === mode;
              return html`<tr class=${chosen ? 'chosen' : ''}>
                <th scope="row">
                  <button aria-pressed=${chosen} @click=${() => this.chooseType(row.dtype, row.mode)}>
                    ${row.dtype}
                  </button>
                  <small>${t(row.mode === 'fused' ? 'mode.fused' : 'mode.stepwise')}</small>
                </th>
                <td class="number" title=${String(result)}>
                  ${Number.isFinite(result) ? displayNumber(result, digits) : html`<span class="trouble">${icon('error')}${displayNumber(result)}</span>`}${this.trouble(row)}
                </td>
                <td class="number">${displayNumber(row.ulp.error, 3)}</td>
                <td class="number wide">${displayNumber(row.relative.error, 2)}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </section>`;
  }

  private trouble(row: DTypeComparison): TemplateResult | typeof nothing {
    const counts = (['inf', 'nan', 'zero', 'subnormal'] as const).filter((kind) => row[kind] > 0);
    if (counts.length === 0) return nothing;
    return html`<span class="trouble"
      >${icon('warning')}<span
        >${counts.map((kind) => `${String(row[kind])} ${t(`precision.${kind}`)}`).join(', ')}</span
      ></span
    >`;
  }

  private renderNumber(value: number): TemplateResult {
    const { dtype } = this.state.choices;
    const bits = this.flipped?.dtype === dtype ? this.flipped.bits : bitsOf(dtype, value);
    const held = this.flipped?.dtype === dtype ? fromBits(dtype, bits) : roundTo(dtype, value);
    const exact = this.flipped === undefined ? value : held;
    const near = neighbours(dtype, held, 3);
    const text = (x: number): string => displayNumber(x, dtype === 'float64' ? 17 : dtype === 'float32' ? 9 : 6);
    const width = Math.max(150, Math.min(640, this.size.width - 24));
    const label = t('precision.lineLabel', text(exact), text(held), dtype, near.map(text).join(', '));
    return html`<section aria-label=${t('precision.bits')}>
      <div class="row wrap">
        <select
          class="grow"
          aria-label=${t('dtype.label')}
          @change=${(event: Event) => this.chooseType((event.target as HTMLSelectElement).value as DType, this.state.choices.mode)}
        >
          ${dtypes.map((name) => html`<option value=${name} ?selected=${name === dtype}>${name}</option>`)}
        </select>
        <select
          class="grow"
          aria-label=${t('precision.value')}
          @change=${(event: Event) => this.chooseSide((event.target as HTMLSelectElement).value === 'input')}
        >
          <option value="result" ?selected=${!this.ofInput}>${t('precision.asResult')}</option>
          <option value="input" ?selected=${this.ofInput}>${t('precision.asInput')}</option>
        </select>
      </div>
      <h2>${t('precision.line', dtype)}</h2>
      ${near.length === 0 ? html`<p class="muted">${displayNumber(held)}</p>` : drawScene(numberLine({ width, representable: near, exact, rounded: held, text }), label)}
      <div class="head">
        <h2>${t('precision.bits')}</h2>
        ${
          this.flipped === undefined
            ? nothing
            : html`<button
                class="icon-button"
                title=${t('precision.resetBits')}
                aria-label=${t('precision.resetBits')}
                @click=${() => (this.flipped = undefined)}
              >
                ${icon('discard')}
              </button>`
        }
      </div>
      <output class="number value"
        >${held === 0 || Number.isFinite(held) ? String(held).replaceAll('-', '\u2212') : displayNumber(held)}</output
      >
      <div class="bits">
        ${(['sign', 'exponent', 'mantissa'] as const).map((field) => this.renderField(field, bits, dtype))}
      </div>
    </section>`;
  }

  private renderField(field: keyof Bits, bits: Bits, dtype: DType): TemplateResult {
    const before = field === 'sign' ? 0 : field === 'exponent' ? 1 : 1 + bits.exponent.length;
    return html`<span class="field" role="group" aria-label=${t(`precision.${field}`)}
      ><small>${t(`precision.${field}`)}</small>${Array.from(bits[field]).map(
        (bit, i) =>
          html`<button
            class="bit ${bit === '1' ? 'one' : ''}"
            aria-pressed=${bit === '1'}
            aria-label=${t('precision.bit', before + i, t(`precision.${field}`), bit)}
            @click=${() => this.flip(field, i, bits, dtype)}
          >
            ${bit}
          </button>`,
      )}</span
    >`;
  }

  private flip(field: keyof Bits, place: number, bits: Bits, dtype: DType): void {
    const old = bits[field];
    const flippedBit = old[place] === '1' ? '0' : '1';
    this.flipped = { dtype, bits: { ...bits, [field]: old.slice(0, place) + flippedBit + old.slice(place + 1) } };
  }

  private chooseEntry(entry: number): void {
    this.flipped = undefined;
    store.choose({ entry });
  }

  private chooseType(dtype: DType, mode: 'fused' | 'stepwise'): void {
    this.flipped = undefined;
    store.choose({ dtype, mode });
  }

  private chooseSide(ofInput: boolean): void {
    this.flipped = undefined;
    this.ofInput = ofInput;
  }
}

customElements.define('al-precision-room', PrecisionRoom);
