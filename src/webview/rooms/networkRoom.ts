import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { takeRow } from '../../core/array/row';
import { displayNumber } from '../../core/format/displayNumber';
import { activations } from '../../core/activations/registry';
import { numericArray } from '../../core/array/numericArray';
import type { NumericArray } from '../../core/index';
import { backward } from '../../core/network/backward';
import { withActivation, withBias, withLeakyRelu, withWeight } from '../../core/network/edit';
import { forward } from '../../core/network/forward';
import { networkHealth, type LayerHealth } from '../../core/network/health';
import { inputsOf } from '../../core/network/layout';
import { meanRow } from '../../core/network/meanRow';
import { sampleNetwork, type Network, type Trace } from '../../core/network/network';
import { writeNetwork } from '../../core/network/writeNetwork';
import { heatMap } from '../../core/plot/heatMap';
import { networkDiagram, type DiagramLayer } from '../../core/plot/networkDiagram';
import { rowBars } from '../../core/plot/rowBars';
import { softmaxFamily } from '../../core/softmax/registry';
import { drawScene, markId } from '../drawScene';
import { exportTools } from '../exportTools';
import { guarded } from '../guarded';
import { post } from '../host';
import { icon } from '../icons';
import { MeasuredWidth } from '../measured';
import { memo } from '../memo';
import type { State } from '../state';
import { store } from '../store';
import { sceneStyles, shared } from '../styles';
import { t } from '../text';

const sampleInput = numericArray([1, 0.5]);
/** Layers with more units than this fold: some nodes, and a heat map of all. */
const mostNodes = 8;

interface Run {
  readonly network: Network;
  readonly x: NumericArray;
  readonly trace: Trace;
  readonly gradients: ReturnType<typeof backward>;
  readonly health: readonly LayerHealth[];
  readonly deadBefore: number;
  readonly fits: boolean;
}

/** A network as a diagram: values of every node, step by step forwards and backwards, everything editable in place. */
export class NetworkRoom extends LitElement {
  static override properties = { state: { attribute: false }, step: { state: true }, chosen: { state: true } };

  static override styles = [
    shared,
    sceneStyles,
    css`
      .numbers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(72px, 1fr));
        gap: 4px 6px;
      }
      .numbers label {
        display: flex;
        flex-direction: column;
        min-width: 0;
      }
      .numbers small,
      .values small {
        font-size: 11px;
        color: var(--al-muted);
      }
      input.value {
        width: 100%;
        font-family: var(--al-mono);
        font-size: 12px;
        text-align: right;
      }
      .diagram [data-id] {
        cursor: pointer;
      }
      .stepper .grow {
        text-align: center;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .outputs {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 14px;
        font-size: 14px;
      }
      .outputs .number {
        font-size: 14px;
        font-weight: 600;
      }
      .values {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 10px;
      }
      .values .number {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      .values h3 {
        grid-column: 1 / -1;
        margin-top: 6px;
      }
      .detail {
        font-family: var(--al-mono);
        font-size: 12px;
        margin: 2px 0;
        overflow-wrap: anywhere;
      }
      .matrix {
        overflow-x: auto;
      }
      .matrix table {
        border-collapse: collapse;
      }
      .matrix td,
      .matrix th {
        padding: 1px 2px;
        font-weight: 400;
        color: var(--al-muted);
        font-size: 11px;
      }
      .matrix td input {
        width: 62px;
      }
      p {
        margin: 4px 0;
      }
      .warning {
        color: var(--al-warn-text);
        display: flex;
        gap: 4px;
      }
    `,
  ];

  declare state: State;
  declare step: number | undefined;
  declare chosen: string | undefined;
  private readonly size = new MeasuredWidth(this);
  private readonly run = memo((original: Network, leaky: boolean, given: NumericArray | undefined): Run => {
    const width = inputsOf(original.layers[0]!);
    const wanted = given ?? sampleInput;
    const fits = wanted.shape.at(-1) === width && wanted.shape.length <= 2;
    const x = fits ? wanted : numericArray(new Float64Array(width).fill(1));
    const network = leaky ? withLeakyRelu(original) : original;
    const dead = (health: readonly LayerHealth[]): number =>
      health.reduce((sum, layer) => sum + layer.units.filter((unit) => unit.dead).length, 0);
    const health = networkHealth(network, x);
    return {
      network,
      x,
      trace: forward(network, x),
      gradients: backward(network, x),
      health,
      deadBefore: leaky ? dead(networkHealth(original, x)) : dead(health),
      fits: fits || given === undefined,
    };
  });

  constructor() {
    super();
    this.step = undefined;
    this.chosen = undefined;
  }

  override render(): TemplateResult | typeof nothing {
    return guarded(() => this.draw());
  }

  private draw(): TemplateResult {
    const { network: original = sampleNetwork, leaky, x: networkInput } = this.state.network;
    const run = this.run(original, leaky, networkInput);
    const { network, x } = run;
    const count = network.layers.length;
    const step = Math.min(this.step ?? 2 * count, 2 * count);
    return html`<section aria-label=${t('room.network')}>
        <div class="head">
          <h2>
            ${network.name ?? t('room.network')}
            <span class="muted"
              >[${[inputsOf(network.layers[0]!), ...network.layers.map(({ W }) => W.shape[1] ?? 0)].join(', ')}]</span
            >
          </h2>
          ${this.tool('network.read', 'go-to-file', () => post({ type: 'readNetwork' }))}
          ${this.tool('network.save', 'json', () => post({ type: 'save', name: 'network.json', content: writeNetwork(network) }))}
          ${this.tool('network.reset', 'discard', () => this.reset())}
        </div>
        ${run.fits ? nothing : html`<p class="warning">${icon('warning')}<span>${t('network.wrongInput', inputsOf(network.layers[0]!), `[${(networkInput?.shape ?? []).join(', ')}]`)}</span></p>`}
        ${this.renderInputs(run)} ${this.renderStepper(step, count)}
        <div
          class="diagram"
          role="group"
          tabindex="0"
          aria-label=${t('network.keys')}
          @keydown=${(event: KeyboardEvent) => this.walk(event, network)}
          @click=${(event: Event) => this.choose(markId(event))}
        >
          ${this.renderDiagram(run, step)}
        </div>
        ${this.renderDetail(run)}
      </section>
      <section aria-label=${t('network.outputs')}>
        <h2>${t('network.outputs')}</h2>
        <div class="outputs">
          ${Array.from(this.shown(run.trace.y, x).data, (value) => html`<output class="number" title=${String(value)}>${displayNumber(value, 8)}</output>`)}
        </div>
        ${this.renderValues(run)}
      </section>
      ${this.renderGradients(run)} ${this.renderEditor(run, original)}`;
  }

  private tool(
    key:
      | 'network.read'
      | 'network.save'
      | 'network.reset'
      | 'network.stepBack'
      | 'network.stepForward'
      | 'network.stepAll'
      | 'plot.svg',
    name: Parameters<typeof icon>[0],
    act: () => void,
    disabled = false,
  ): TemplateResult {
    return html`<button class="icon-button" title=${t(key)} aria-label=${t(key)} ?disabled=${disabled} @click=${act}>
      ${icon(name)}
    </button>`;
  }

  /** A batch as the row that is shown, or the mean. */
  private shown(array: NumericArray, x: NumericArray): NumericArray {
    if (x.shape.length < 2) return array;
    const { batchRow } = this.state.network;
    return batchRow < 0 ? meanRow(array) : takeRow(array, -1, Math.min(batchRow, (x.shape[0] ?? 1) - 1));
  }

  private renderInputs({ x }: Run): TemplateResult {
    const batch = x.shape.length < 2 ? 0 : (x.shape[0] ?? 0);
    const { batchRow } = this.state.network;
    const row = this.shown(x, x);
    const place = batch === 0 ? 0 : Math.min(Math.max(0, batchRow), batch - 1) * row.data.length;
    return html`${
      batch === 0
        ? nothing
        : html`<label class="row"
            ><span>${t('network.row')}</span
            ><select
              class="grow"
              @change=${(event: Event) => store.chooseNetwork({ batchRow: Number((event.target as HTMLSelectElement).value) })}
            >
              <option value="-1" ?selected=${batchRow < 0}>${t('network.mean')}</option>
              ${Array.from({ length: Math.min(batch, 500) }, (_, i) => html`<option value=${i} ?selected=${i === batchRow}>${t('network.rowOf', i, batch)}</option>`)}
            </select></label
          >`
    }
    ${
      row.data.length > 12 || (batch > 0 && batchRow < 0)
        ? nothing
        : html`<div class="numbers" role="group" aria-label=${t('network.inputs')}>
            ${Array.from(row.data, (value, i) => html`<label><small>${t('network.input', i + 1)}</small>${this.field(value, t('network.input', i + 1), (next) => this.setInput(x, place + i, next))}</label>`)}
          </div>`
    }`;
  }

  private field(value: number, label: string, set: (value: number) => void): TemplateResult {
    return html`<input
      class="value"
      type="text"
      inputmode="decimal"
      aria-label=${label}
      .value=${String(value)}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        const next = Number(field.value.replace('\u2212', '-'));
        if (field.value.trim() !== '' && Number.isFinite(next)) set(next);
        else field.value = String(value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        const step = event.key === 'ArrowUp' ? 0.1 : event.key === 'ArrowDown' ? -0.1 : 0;
        if (step === 0) return;
        event.preventDefault();
        set(Number((value + step).toFixed(10)));
      }}
    />`;
  }

  private renderStepper(step: number, count: number): TemplateResult {
    const label =
      step === 0
        ? t('network.stepInput')
        : step <= count
          ? t('network.stepForwardAt', step)
          : step === 2 * count
            ? t('network.stepDone')
            : t('network.stepBackwardAt', 2 * count - step + 1);
    return html`<div class="row stepper" role="group" aria-label=${t('network.step')}>
      ${this.tool('network.stepBack', 'chevron-left', () => (this.step = step - 1), step === 0)}
      <span class="grow" role="status">${label}</span>
      ${this.tool('network.stepForward', 'chevron-right', () => (this.step = step + 1), step === 2 * count)}
      ${this.tool('network.stepAll', 'screen-full', () => (this.step = undefined), this.step === undefined)}
    </div>`;
  }

  private renderDiagram(run: Run, step: number): TemplateResult {
    const { network, trace, x, gradients, health } = run;
    const count = network.layers.length;
    const width = Math.max(150, Math.min(936, this.size.width - 24));
    const backwards = step > count && step < 2 * count;
    const inputs = this.shown(x, x);
    const layers: DiagramLayer[] = [
      {
        title: t('network.inputs'),
        nodes: nodesOf(inputs.data, (value, i) => ({
          title: `${t('network.input', i + 1)}: ${String(value)}`,
          value,
        })),
        hidden: Math.max(0, inputs.data.length - mostNodes),
        reached: true,
      },
    ];
    network.layers.forEach((layer, index) => {
      const a = this.shown(trace.layers[index]!.a, x).data;
      const z = this.shown(trace.layers[index]!.z, x).data;
      const g = this.shown(gradients.layers[index]!.a, x).data;
      const showsGradient = backwards && index >= 2 * count - step;
      const previous = Math.min(mostNodes, inputsOf(layer));
      const units = Math.min(mostNodes, layer.W.shape[1] ?? 0);
      layers.push({
        title: showsGradient
          ? t('network.gradientOf', '')
          : index === count - 1
            ? t('network.output')
            : layer.activation,
        nodes: nodesOf(z, (value, unit) => {
          const state = health[index]?.units[unit];
          return {
            title: `${t('network.node', index + 1, unit + 1)}: a = ${String(a[unit])}, z = ${String(value)}`,
            value: showsGradient ? (g[unit] ?? NaN) : value,
            ...(state?.dead === true
              ? { state: 'dead' as const }
              : state?.saturatedShare === 1
                ? { state: 'saturated' as const }
                : {}),
          };
        }),
        hidden: Math.max(0, z.length - mostNodes),
        reached: step > index,
        ...(z.length === (layer.W.shape[1] ?? 0) && {
          weights: Array.from({ length: previous }, (_, from) =>
            Array.from({ length: units }, (_, to) => layer.W.data[from * (layer.W.shape[1] ?? 0) + to]!),
          ),
        }),
      });
    });
    const { scene } = networkDiagram({
      width,
      layers,
      chosen: this.chosen,
      more: (hidden) => t('network.more', hidden),
    });
    const words = layers
      .map(({ title, nodes }) => `${title} ${nodes.map(({ value }) => displayNumber(value, 4)).join(', ')}`)
      .join('; ');
    return html`${drawScene(scene, t('network.diagram', count, words))}
      <div class="row">
        <span class="grow muted">${this.chosen === undefined ? t('network.chooseNode') : nothing}</span
        >${exportTools(scene, network.name ?? 'network', this.state.choices.lightGround)}
      </div>`;
  }

  private renderDetail(run: Run): TemplateResult | typeof nothing {
    const { network, trace, gradients, x } = run;
    const [column = 0, unit = 0] = (this.chosen ?? '').split(':').map(Number);
    const layer = network.layers[column - 1];
    if (this.chosen === undefined || layer === undefined) return nothing;
    const units = layer.W.shape[1] ?? 0;
    const before = this.shown(column === 1 ? x : trace.layers[column - 2]!.z, x).data;
    const a = this.shown(trace.layers[column - 1]!.a, x).data[unit] ?? NaN;
    const z = this.shown(trace.layers[column - 1]!.z, x).data[unit] ?? NaN;
    const gradient = this.shown(gradients.layers[column - 1]!.a, x).data[unit] ?? NaN;
    const number = (value: number): string => displayNumber(value, 5);
    const terms = Array.from(
      before.subarray(0, 6),
      (value, i) => `${number(value)} × ${number(layer.W.data[i * units + unit]!)}`,
    );
    if (before.length > 6) terms.push('…');
    return html`<div role="status">
      <h3>${t('network.node', column, unit + 1)}</h3>
      <p class="detail">a = ${terms.join(' + ')} + ${number(layer.b.data[unit]!)} = <b>${displayNumber(a, 8)}</b></p>
      <p class="detail">z = ${layer.activation}(${number(a)}) = <b>${displayNumber(z, 8)}</b></p>
      <p class="detail">∂Σy/∂a = ${this.chain(run, column, unit)}<b>${displayNumber(gradient, 8)}</b></p>
      ${Array.from(before.subarray(0, 3), (value, i) => {
        const weight = gradients.layers[column - 1]!.W.data[i * units + unit] ?? NaN;
        // over a batch it is the sum of all rows
        const product = x.shape.length < 2 ? `${number(value)} × ${number(gradient)} = ` : '';
        return html`<p class="detail">∂Σy/∂W[${i}, ${unit}] = ${product}<b>${displayNumber(weight, 8)}</b></p>`;
      })}
    </div>`;
  }

  /** How the gradient of a unit comes from the layer behind it, by the chain rule; empty where that is no one product. */
  private chain({ network, trace, gradients, x }: Run, column: number, unit: number): string {
    const activation = activations.get(network.layers[column - 1]!.activation);
    if (activation === undefined || (x.shape.length > 1 && this.state.network.batchRow < 0)) return '';
    const number = (value: number): string => displayNumber(value, 4);
    const slope = `${activation.id}′(${number(this.shown(trace.layers[column - 1]!.a, x).data[unit] ?? NaN)}) = `;
    const next = network.layers[column];
    if (next === undefined) return `1 × ${slope}`;
    const behind = this.shown(gradients.layers[column]!.a, x).data;
    const units = next.W.shape[1] ?? 0;
    const terms = Array.from(
      behind.subarray(0, 4),
      (value, i) => `${number(value)} × ${number(next.W.data[unit * units + i] ?? NaN)}`,
    );
    if (behind.length > 4) terms.push('…');
    return `(${terms.join(' + ')}) × ${slope}`;
  }

  private renderValues({ network, trace, x, health }: Run): TemplateResult {
    return html`<div class="values">
      ${network.layers.map((layer, index) => {
        const list = (array: NumericArray): string => {
          const { data } = this.shown(array, x);
          return (
            Array.from(data.subarray(0, 12), (value) => displayNumber(value, 8)).join('  ') +
            (data.length > 12 ? ' …' : '')
          );
        };
        const { a, z } = trace.layers[index]!;
        const dead = health[index]?.units.filter((unit) => unit.dead).length ?? 0;
        const saturated = Math.round((health[index]?.saturatedShare ?? 0) * 100);
        const wide = this.size.width - 24;
        return html`<h3>${t('network.layer', index + 1)} <span class="muted">${layer.activation}</span></h3>
          <small>a</small><span class="number">${list(a)}</span> <small>z</small
          ><span class="number">${list(z)}</span>
          ${dead === 0 ? nothing : html`<span></span><span class="warning">${icon('warning')}<span>${t('network.deadShare', dead, health[index]!.units.length)}</span></span>`}
          ${saturated === 0 ? nothing : html`<span></span><span class="muted">${t('network.saturatedPercent', saturated)}</span>`}
          ${
            z.data.length <= mostNodes
              ? nothing
              : html`<span></span>${drawScene(
                    heatMap({
                      values: z.data,
                      rows: x.shape.length < 2 ? 1 : (x.shape[0] ?? 1),
                      columns: z.shape.at(-1) ?? 1,
                      width: Math.max(60, wide - 24),
                      height: 120,
                      title: (row, column, value) => `[${String(row)}, ${String(column)}] ${displayNumber(value, 4)}`,
                    }),
                    `${t('network.layer', index + 1)} z`,
                  )}`
          }`;
      })}
    </div>`;
  }

  private renderGradients({ health, deadBefore, network }: Run): TemplateResult {
    const { leaky } = this.state.network;
    const dead = health.reduce((sum, layer) => sum + layer.units.filter((unit) => unit.dead).length, 0);
    const bars = health.map(({ weightGradientNorm }, index) => ({
      id: String(index),
      label: t('network.layer', index + 1),
      value: weightGradientNorm,
      text: displayNumber(weightGradientNorm, 4),
      title: t('network.gradientOf', displayNumber(weightGradientNorm, 8)),
    }));
    const scene = rowBars({
      width: Math.max(140, Math.min(936, this.size.width - 24)),
      bars,
      labelWidth: 56,
      textWidth: 66,
    });
    const hasRelu = leaky || network.layers.some(({ activation }) => activation === 'relu');
    return html`<section aria-label=${t('network.gradient')}>
      <h2>${t('network.gradient')}</h2>
      <p class="muted">${t('network.gradientHelp')}</p>
      ${drawScene(scene, `${t('network.gradient')}: ${bars.map(({ label, text }) => `${label} ${text}`).join(', ')}`)}
      ${
        hasRelu
          ? html`<label class="check"
                ><input
                  type="checkbox"
                  .checked=${leaky}
                  @change=${() => store.chooseNetwork({ leaky: !leaky })}
                />${t('network.revive')}</label
              >
              ${leaky && deadBefore > dead ? html`<span class="muted">${t('network.revived', deadBefore - dead)}</span>` : nothing}`
          : nothing
      }
    </section>`;
  }

  private renderEditor({ network }: Run, original: Network): TemplateResult {
    return html`<section>
      <details>
        <summary><h2>${t('network.edit')}</h2></summary>
        ${network.layers.map((layer, index) => {
          const [inputs = 0, units = 0] = layer.W.shape;
          const names = [...activations.keys(), ...softmaxFamily.keys()];
          const tooLarge = inputs * units > 400;
          return html`<h3>${t('network.layer', index + 1)}</h3>
            <label class="row"
              ><span>${t('network.function')}</span
              ><select
                class="grow"
                @change=${(event: Event) => this.setNetwork(withActivation(original, index, (event.target as HTMLSelectElement).value))}
              >
                ${names.map((name) => html`<option value=${name} ?selected=${name === layer.activation}>${name}</option>`)}
              </select></label
            >
            ${
              tooLarge
                ? drawScene(
                    heatMap({
                      values: layer.W.data,
                      rows: inputs,
                      columns: units,
                      width: Math.max(60, this.size.width - 24),
                      height: 160,
                      title: (row, column, value) => `W[${String(row)}, ${String(column)}] ${displayNumber(value, 4)}`,
                    }),
                    `${t('network.weights')} ${t('network.layer', index + 1)}`,
                  )
                : html`<div
                    class="matrix"
                    tabindex="0"
                    role="group"
                    aria-label="${t('network.weights')} ${t('network.layer', index + 1)}"
                  >
                    <table>
                      <tr>
                        <th scope="row">W</th>
                        ${Array.from({ length: units }, (_, to) => html`<th scope="col">${to + 1}</th>`)}
                      </tr>
                      ${Array.from(
                        { length: inputs },
                        (_, from) =>
                          html`<tr>
                            <th scope="row">${from + 1}</th>
                            ${Array.from({ length: units }, (_, to) => {
                              const place = from * units + to;
                              return html`<td>
                                ${this.field(layer.W.data[place]!, t('network.weight', from + 1, to + 1), (value) => this.setNetwork(withWeight(original, index, place, value)))}
                              </td>`;
                            })}
                          </tr>`,
                      )}
                      <tr>
                        <th scope="row">b</th>
                        ${Array.from({ length: units }, (_, unit) => html`<td>${this.field(layer.b.data[unit]!, t('network.biasOf', unit + 1), (value) => this.setNetwork(withBias(original, index, unit, value)))}</td>`)}
                      </tr>
                    </table>
                  </div>`
            }`;
        })}
      </details>
    </section>`;
  }

  private setInput(x: NumericArray, place: number, value: number): void {
    const data = Float64Array.from(x.data);
    data[place] = value;
    store.chooseNetwork({ x: { ...x, data } });
  }

  private setNetwork(network: Network): void {
    store.chooseNetwork({ network });
  }

  private reset(): void {
    this.step = undefined;
    this.chosen = undefined;
    store.chooseNetwork({ network: undefined, x: undefined, leaky: false, batchRow: 0 });
  }

  /** Arrow keys walk over the nodes: left and right between layers, up and down within one. */
  private walk(event: KeyboardEvent, network: Network): void {
    const [column = 0, unit = 0] = (this.chosen ?? '1:-1').split(':').map(Number);
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowRight: [column + 1, unit],
      ArrowLeft: [column - 1, unit],
      ArrowDown: [column, unit + 1],
      ArrowUp: [column, unit - 1],
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const layer = Math.max(1, Math.min(network.layers.length, to[0]));
    const units = Math.min(mostNodes, network.layers[layer - 1]!.W.shape[1] ?? 1);
    this.chosen = `${String(layer)}:${String(Math.max(0, Math.min(units - 1, to[1])))}`;
  }

  private choose(id: string | undefined): void {
    this.chosen = id === this.chosen ? undefined : id;
  }
}

function nodesOf(
  values: Float64Array,
  node: (value: number, index: number) => DiagramLayer['nodes'][number],
): DiagramLayer['nodes'] {
  return Array.from(values.subarray(0, mostNodes), node);
}

customElements.define('al-network-room', NetworkRoom);
