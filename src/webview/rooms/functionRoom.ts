import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { derivative, evaluate } from '../../core/activations/evaluate';
import { activations } from '../../core/activations/registry';
import { slopeZones } from '../../core/activations/slopeZones';
import type { Activation, DType, NumericArray, Parameters } from '../../core/index';
import { displayNumber } from '../../core/format/displayNumber';
import type { PlotFunction } from '../../core/plot/functionPlot';
import { aboutOf, aboutStyles, formulaOf } from '../about';
import { chooseFunction, type ChosenFunction } from '../chooseFunction';
import { findingsOf, findingStyles } from '../findingsList';
import { formula } from '../formula';
import { guarded } from '../guarded';
import { post } from '../host';
import { icon } from '../icons';
import { memo } from '../memo';
import { resultActions } from '../resultActions';
import { shownInput, type State } from '../state';
import { store } from '../store';
import { shared } from '../styles';
import { t } from '../text';
import { dtypeChoice } from '../dtypeChoice';
import type { Column, ValueTable } from '../valueTable';
import '../functionPicker';
import '../plotPane';
import '../slider';

// the curve is drawn while the table is still being loaded
void import('../valueTable');

const nothingYet: NumericArray = { data: new Float64Array(), shape: [0], dtype: 'float64' };

/** The curve, the array on it, and the numbers. */
export class FunctionRoom extends LitElement {
  static override properties = { state: { attribute: false }, looked: { state: true } };

  static override styles = [
    shared,
    findingStyles,
    aboutStyles,
    css`
      .settings {
        display: grid;
        gap: 4px;
        margin-top: 6px;
      }
      .preset {
        display: grid;
        grid-template-columns: minmax(52px, auto) minmax(0, 1fr);
        gap: 8px;
        align-items: center;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 8px 0 4px;
      }
      .entry {
        display: inline-flex;
        align-items: center;
        border: 1px solid var(--al-line);
        border-radius: 4px;
      }
      .entry button {
        min-height: 22px;
        display: inline-flex;
        gap: 5px;
        align-items: center;
      }
      .entry.off span.name {
        text-decoration: line-through;
        color: var(--al-muted);
      }
      .swatch {
        width: 14px;
        height: 0;
        border-top: 3px solid var(--series);
      }
      .series-0 {
        --series: var(--vscode-charts-blue, #3794ff);
      }
      .series-1 {
        --series: #c4730f;
      }
      .series-2 {
        --series: var(--vscode-charts-green, #89d185);
      }
      .series-3 {
        --series: var(--vscode-charts-purple, #b180d7);
      }
      .series-4 {
        --series: var(--vscode-charts-yellow, #cca700);
      }
      .series-5 {
        --series: var(--vscode-charts-red, #f14c4c);
      }
    `,
  ];

  declare state: State;
  /** the function that is highlighted in the picker's list */
  declare looked: string | undefined;

  /** the value that was brought into view last because the cursor came onto it */
  private brought = -1;

  private readonly result = memo(
    (id: string, array: NumericArray, params: Parameters, dtype: DType, mode: 'fused' | 'stepwise') =>
      evaluate(id, array, params, { dtype, mode }),
  );
  private readonly slope = memo((id: string, array: NumericArray, params: Parameters) => derivative(id, array, params));
  private readonly curves = memo((ids: string, all: State['choices']['params']) =>
    ids.split(' ').flatMap((id): PlotFunction[] => {
      const [name = '', series = '0'] = id.split(':');
      const entry = activations.get(name);
      return entry === undefined ? [] : [curveOf(entry, all[name] ?? {}, Number(series))];
    }),
  );
  private readonly columnsOf = memo(
    (input: Float64Array, result: Float64Array, slope: Float64Array): readonly Column[] => [
      { id: 'input', label: t('table.input'), values: input },
      { id: 'result', label: t('table.result'), values: result },
      { id: 'slope', label: t('table.slope'), values: slope },
    ],
  );

  override render(): TemplateResult | typeof nothing {
    return guarded(() => this.draw());
  }

  private draw(): TemplateResult {
    const { choices, pointed } = this.state;
    const id = this.looked ?? choices.function;
    const activation = activations.get(id) ?? activations.values().next().value!;
    const input = shownInput(this.state) ?? nothingYet;
    const params = choices.params[activation.id] ?? {};
    const result = this.result(activation.id, input, params, choices.dtype, choices.mode);
    const slope = this.slope(activation.id, input, params);
    const others = choices.compared.filter((other) => other !== activation.id && !choices.switchedOff.includes(other));
    const curves = this.curves(
      [`${activation.id}:0`, ...others.map((other) => `${other}:${String(choices.compared.indexOf(other) + 1)}`)].join(
        ' ',
      ),
      choices.params,
    );
    return html`<section aria-label=${t('function.label')}>
        <al-function-picker
          .value=${choices.function}
          .label=${t('function.label')}
          .every=${true}
          @choose=${(event: CustomEvent<ChosenFunction>) => chooseFunction(event.detail)}
          @look=${(event: CustomEvent<ChosenFunction | undefined>) => (this.looked = event.detail?.kind === 'activation' ? event.detail.id : undefined)}
        ></al-function-picker>
        ${formulaOf(activation.id)}
        <div class="settings">
          ${this.renderPresets(activation, params)}${this.renderParameters(activation, params)}
        </div>
      </section>
      <section aria-label=${activation.label}>
        <al-plot
          .functions=${curves}
          .inputs=${input.data}
          .results=${result.data}
          .pointed=${pointed}
          .withDerivative=${choices.withDerivative}
          .label=${activation.label}
          .lightGround=${choices.lightGround}
          @derivative=${() => store.choose({ withDerivative: !choices.withDerivative })}
          @point=${(event: CustomEvent<number>) => this.point(event.detail, true)}
        ></al-plot>
        ${this.renderLegend(activation)}
      </section>
      ${
        input.data.length === 0
          ? nothing
          : html`<section>
              ${dtypeChoice(choices)}
              <al-table
                .columns=${this.columnsOf(input.data, result.data, slope.data)}
                .shape=${input.shape}
                .label=${t('table.label')}
                .pointed=${pointed}
                @point=${(event: CustomEvent<number>) => this.point(event.detail, false)}
              ></al-table>
              ${resultActions(this.state, () => this.saveCsv(activation.id))}
            </section>`
      }
      ${findingsOf(input, { function: activation.id, params, dtype: choices.dtype })}
      ${this.renderAbout(activation, params)}`;
  }

  private renderPresets(activation: Activation, params: Parameters): TemplateResult | typeof nothing {
    const presets = activation.presets;
    if (presets.length === 0 || activation.parameters.length === 0) return nothing;
    const full = (some: Parameters): string =>
      JSON.stringify(activation.parameters.map((parameter) => some[parameter.id] ?? parameter.default));
    const present = presets.find((preset) => full(preset.params) === full(params));
    return html`<label class="preset"
      ><span>${t('preset.label')}</span
      ><select
        @change=${(event: Event) => {
          const chosen = presets.find((preset) => preset.id === (event.target as HTMLSelectElement).value);
          if (chosen !== undefined) this.setParams(activation, chosen.params);
        }}
      >
        ${present === undefined ? html`<option selected value="">${Object.keys(params).length === 0 ? t('preset.default') : t('preset.own')}</option>` : nothing}
        ${presets.map((preset) => html`<option value=${preset.id} ?selected=${preset === present}>${preset.label}</option>`)}
      </select></label
    >`;
  }

  private renderParameters(activation: Activation, params: Parameters): TemplateResult[] {
    return activation.parameters.map(
      (parameter) =>
        html`<al-slider
          .label=${parameter.id}
          .value=${params[parameter.id] ?? parameter.default}
          .initial=${parameter.default}
          .low=${parameter.slider[0]}
          .high=${parameter.slider[1]}
          .min=${parameter.min}
          .max=${parameter.max}
          .open=${parameter.open ?? false}
          @change=${(event: CustomEvent<number>) => this.setParams(activation, { ...params, [parameter.id]: event.detail })}
        ></al-slider>`,
    );
  }

  private renderLegend(activation: Activation): TemplateResult {
    const { compared, switchedOff } = this.state.choices;
    const entries = compared.filter((id) => id !== activation.id);
    return html`<div class="legend" role="group" aria-label=${t('compare.label')}>
        ${
          entries.length === 0
            ? nothing
            : html`<span class="entry series-0"
                ><button disabled><span class="swatch"></span>${activation.label}</button></span
              >`
        }
        ${entries.map((id) => {
          const off = switchedOff.includes(id);
          const label = activations.get(id)?.label ?? id;
          return html`<span class="entry series-${(compared.indexOf(id) + 1) % 6} ${off ? 'off' : ''}"
            ><button
              aria-pressed=${!off}
              title=${t('compare.show', label)}
              @click=${() => store.choose({ switchedOff: off ? switchedOff.filter((other) => other !== id) : [...switchedOff, id] })}
            >
              <span class="swatch"></span><span class="name">${label}</span></button
            ><button
              class="icon-button"
              title=${t('compare.remove', label)}
              aria-label=${t('compare.remove', label)}
              @click=${() => store.choose({ compared: compared.filter((other) => other !== id), switchedOff: switchedOff.filter((other) => other !== id) })}
            >
              ${icon('close')}
            </button></span
          >`;
        })}
      </div>
      ${
        compared.length >= 5
          ? nothing
          : html`<al-function-picker
              .value=${''}
              .label=${t('compare.add')}
              .placeholder=${t('compare.add')}
              @choose=${(event: CustomEvent<ChosenFunction>) => compared.includes(event.detail.id) || store.choose({ compared: [...compared, event.detail.id] })}
            ></al-function-picker>`
      }`;
  }

  private renderAbout(activation: Activation, params: Parameters): TemplateResult {
    const range = activation.range(params);
    const slope = formula(activation.id)?.derivative;
    return aboutOf(
      activation,
      html`${
          slope === undefined
            ? nothing
            : html`<dt>${t('about.derivative')}</dt>
                <dd class="formula" tabindex="0">${slope}</dd>`
        }
        <dt>${t('about.range')}</dt>
        <dd class="number">
          ${range.minReached ? '[' : '('}${displayNumber(range.min, 5)},
          ${displayNumber(range.max, 5)}${range.maxReached ? ']' : ')'}
        </dd>`,
    );
  }

  protected override updated(): void {
    const { pointed, pointedInEditor } = this.state;
    const wanted = pointedInEditor ? pointed : -1;
    if (wanted === this.brought) return;
    this.brought = wanted;
    if (wanted < 0) return;
    this.showRow(pointed);
  }

  private setParams(activation: Activation, params: Parameters): void {
    store.choose({ params: { ...this.state.choices.params, [activation.id]: params } });
  }

  private point(index: number, scroll: boolean): void {
    store.point(index);
    if (scroll && index >= 0) this.showRow(index);
  }

  /** Brings a row into view, as soon as the table is there. */
  private showRow(index: number): void {
    void customElements
      .whenDefined('al-table')
      .then(() => this.renderRoot.querySelector<ValueTable>('al-table')?.showIndex(index));
  }

  private saveCsv(name: string): void {
    const table = this.renderRoot.querySelector<ValueTable>('al-table');
    if (table !== null) post({ type: 'save', name: `${name}.csv`, content: table.csv() });
  }
}

function curveOf(activation: Activation, params: Parameters, series: number): PlotFunction {
  return {
    label: activation.label,
    value: (source, target) => activation.valueInto(source, target, params),
    derivative: (source, target) => activation.derivativeInto(source, target, params),
    kinks: activation.kinks(params),
    zones: slopeZones(activation, params),
    series,
  };
}

customElements.define('al-function-room', FunctionRoom);
