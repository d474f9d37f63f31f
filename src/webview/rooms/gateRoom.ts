import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { axisLayout } from '../../core/array/axis';
import type { NumericArray } from '../../core/index';
import type { GateRecord } from '../../core/gates/record';
import { gates } from '../../core/gates/registry';
import { aboutOf, aboutStyles, formulaOf } from '../about';
import { chooseFunction, type ChosenFunction } from '../chooseFunction';
import { guarded } from '../guarded';
import { post } from '../host';
import { memo } from '../memo';
import { resultActions } from '../resultActions';
import { shownInput, usableAxis, type State } from '../state';
import { store } from '../store';
import { shared } from '../styles';
import { t } from '../text';
import type { Column, ValueTable } from '../valueTable';
import '../functionPicker';
import '../valueTable';

/** Most pieces that have a column each. */
const mostPieces = 4;

interface Gated {
  readonly result: NumericArray;
  readonly columns: readonly Column[];
}

/** A gate or maxout over the array: the slices of the axis beside what comes out. */
export class GateRoom extends LitElement {
  static override properties = { state: { attribute: false } };

  static override styles = [
    shared,
    aboutStyles,
    css`
      .settings {
        display: grid;
        grid-template-columns: minmax(52px, auto) minmax(0, 1fr);
        gap: 4px 8px;
        align-items: center;
        margin-top: 6px;
      }
      .settings label {
        display: contents;
      }
    `,
  ];

  declare state: State;

  private readonly gated = memo(
    (record: GateRecord, array: NumericArray, axis: number, pieces: number, half: 'first' | 'second'): Gated => {
      const result = record.apply(array, { axis, pieces, gate: half });
      const count = record.option === 'pieces' ? pieces : 2;
      const slices = slicesOf(array, axis, count);
      const named = slices.map((values, i): Column => {
        const gate = (half === 'first' ? 0 : 1) === i;
        const label = record.option === 'pieces' ? t('gate.piece', i + 1) : t(gate ? 'gate.gate' : 'gate.passing');
        return { id: `slice${String(i + 1)}`, label, values };
      });
      const shown = named.length <= mostPieces ? named : [];
      return { result, columns: [...shown, { id: 'result', label: t('table.result'), values: result.data }] };
    },
  );

  override render(): TemplateResult {
    const { choices } = this.state;
    const record = gates.get(choices.gate) ?? gates.values().next().value!;
    const input = shownInput(this.state);
    return html`<section aria-label=${t('function.label')}>
        <al-function-picker
          .value=${record.id}
          .label=${t('function.label')}
          .every=${true}
          @choose=${(event: CustomEvent<ChosenFunction>) => chooseFunction(event.detail)}
        ></al-function-picker>
        ${formulaOf(record.id)}
        <div class="settings">${this.renderAxis(input)} ${this.renderOption(record)}</div>
      </section>
      ${input === undefined || input.data.length === 0 ? nothing : guarded(() => this.renderResult(record, input))}
      ${aboutOf(record)}`;
  }

  private renderAxis(array: NumericArray | undefined): TemplateResult | typeof nothing {
    if (array === undefined || array.shape.length < 2) return nothing;
    const axis = usableAxis(this.state.choices.axis, array);
    return html`<label
      ><span>${t('softmax.axis')}</span
      ><select @change=${(event: Event) => store.choose({ axis: Number((event.target as HTMLSelectElement).value) })}>
        ${array.shape.map((length, i) => {
          const chosen = i === (axis < 0 ? axis + array.shape.length : axis);
          return html`<option value=${i} ?selected=${chosen}>${t('softmax.axisOption', i, length)}</option>`;
        })}
      </select></label
    >`;
  }

  private renderOption(record: GateRecord): TemplateResult {
    const { pieces, half } = this.state.choices;
    if (record.option === 'pieces')
      return html`<label
        ><span>${t('gate.pieces')}</span
        ><input
          type="number"
          min="1"
          step="1"
          .value=${String(pieces)}
          @change=${(event: Event) => store.choose({ pieces: Math.max(1, Math.round(Number((event.target as HTMLInputElement).value)) || 1) })}
      /></label>`;
    return html`<label
      ><span>${t('gate.half')}</span
      ><select
        @change=${(event: Event) => store.choose({ half: (event.target as HTMLSelectElement).value as 'first' | 'second' })}
      >
        ${(['first', 'second'] as const).map((name) => html`<option value=${name} ?selected=${name === half}>${t(`gate.${name}`)}</option>`)}
      </select></label
    >`;
  }

  private renderResult(record: GateRecord, input: NumericArray): TemplateResult {
    const { choices } = this.state;
    const { result, columns } = this.gated(
      record,
      input,
      usableAxis(choices.axis, input),
      choices.pieces,
      choices.half,
    );
    return html`<section>
      <al-table .columns=${columns} .shape=${result.shape} .label=${record.label}></al-table>
      ${resultActions(this.state, () => this.saveCsv(record.id))}
    </section>`;
  }

  private saveCsv(name: string): void {
    const table = this.renderRoot.querySelector<ValueTable>('al-table');
    if (table !== null) post({ type: 'save', name: `${name}.csv`, content: table.csv() });
  }
}

/** The blocks into which an axis is cut, each in the order of the result. */
function slicesOf(array: NumericArray, axis: number, count: number): readonly Float64Array[] {
  const { length, stride } = axisLayout('gate', array, axis);
  const block = (length / count) * stride;
  return Array.from({ length: count }, (_, piece) => {
    const values = new Float64Array(array.data.length / count);
    for (let to = 0; to < values.length; to += block) {
      const from = to * count + piece * block;
      values.set(array.data.subarray(from, from + block), to);
    }
    return values;
  });
}

customElements.define('al-gate-room', GateRoom);
