import {
  css,
  html,
  LitElement,
  nothing,
  svg,
  type PropertyValues,
  type SVGTemplateResult,
  type TemplateResult,
} from 'lit';
import { displayNumber } from '../core/format/displayNumber';
import { finiteExtent } from '../core/plot/curve';
import { fitDomain, panDomain, zoomDomain } from '../core/plot/fitDomain';
import { functionPlot, type FunctionPlot, type PlotFunction } from '../core/plot/functionPlot';
import { nearestPoint } from '../core/plot/nearestPoint';
import { drawScene } from './drawScene';
import { exportTools } from './exportTools';
import { icon, type IconName } from './icons';
import { MeasuredWidth } from './measured';
import { memo } from './memo';
import { sceneStyles, shared } from './styles';
import type { StringKey } from '../shared/strings';
import { t } from './text';

/**
 * The curve: reading a value by dragging, arrow keys or a typed x; zooming and panning; pointing at the array's marks.
 * Sends `point` with the index of the value pointed at and `derivative` when that is switched.
 */
export class PlotPane extends LitElement {
  static override properties = {
    functions: { attribute: false },
    inputs: { attribute: false },
    results: { attribute: false },
    pointed: { type: Number },
    withDerivative: { type: Boolean },
    label: {},
    lightGround: { type: Boolean },
    domain: { state: true },
    reading: { state: true },
  };

  static override styles = [
    shared,
    sceneStyles,
    css`
      .plot {
        cursor: crosshair;
        touch-action: none;
        margin: 4px 0;
        border-radius: 3px;
      }
      .read {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 8px;
      }
      .read label,
      .read output {
        display: flex;
        flex-direction: column;
        min-width: 0;
      }
      .read small {
        font-size: 11px;
        color: var(--al-muted);
      }
      .read input {
        width: 100%;
        font-family: var(--al-mono);
        font-size: 12px;
      }
      .read .number {
        line-height: 24px;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .below {
        display: flex;
        align-items: flex-start;
        margin-top: 2px;
      }
      .below .grow {
        min-width: 0;
      }
      .cursor {
        stroke: var(--vscode-focusBorder, #007fd4);
        stroke-width: 1;
      }
      .cursor-dot {
        fill: var(--vscode-focusBorder, #007fd4);
        stroke: var(--vscode-sideBar-background, #ffffff);
        stroke-width: 1.5;
      }
      .tangent {
        stroke: var(--vscode-focusBorder, #007fd4);
        stroke-width: 1.5;
        opacity: 0.8;
      }
      .pointed {
        fill: none;
        stroke: var(--vscode-foreground);
        stroke-width: 2;
      }
      ul {
        margin: 4px 0 0;
        padding: 0;
        list-style: none;
        font-size: 12px;
        color: var(--al-muted);
      }
    `,
  ];

  declare functions: readonly PlotFunction[];
  declare inputs: Float64Array;
  declare results: Float64Array;
  declare pointed: number;
  declare withDerivative: boolean;
  declare label: string;
  declare lightGround: boolean;
  declare domain: readonly [number, number] | undefined;
  declare reading: number;

  /** a person has chosen where to read */
  private chosen = false;
  private readonly size = new MeasuredWidth(this);
  private readonly fitted = memo((inputs: Float64Array) => fitDomain(inputs));
  private readonly compute = memo(
    (
      width: number,
      functions: readonly PlotFunction[],
      domain: readonly [number, number],
      showDerivative: boolean,
      x: Float64Array,
      y: Float64Array,
    ) =>
      functionPlot({
        width,
        height: Math.round(Math.max(170, Math.min(340, width * 0.62))),
        functions,
        domain,
        showDerivative,
        points: { x, y },
        zoneTitle: (zone) =>
          t(
            zone.kind === 'dead' ? 'zone.dead' : 'zone.saturated',
            displayNumber(zone.whole.from, 3),
            displayNumber(zone.whole.to, 3),
          ),
      }),
  );

  constructor() {
    super();
    this.functions = [];
    this.inputs = new Float64Array();
    this.results = new Float64Array();
    this.pointed = -1;
    this.withDerivative = true;
    this.label = '';
    this.lightGround = true;
    this.domain = undefined;
    this.reading = 1;
  }

  private get plot(): FunctionPlot {
    return this.compute(
      Math.max(120, this.size.width),
      this.functions,
      this.domain ?? this.fitted(this.inputs),
      this.withDerivative,
      this.inputs,
      this.results,
    );
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('inputs')) return;
    if (changed.get('inputs') !== undefined) this.domain = undefined;
    // where nobody has read yet, a value of the array is more telling than one beside it
    const [low, high] = finiteExtent(this.inputs) ?? [1, 1];
    if (!this.chosen) this.reading = low <= 1 && high >= 1 ? 1 : (this.inputs.find(Number.isFinite) ?? 1);
  }

  override render(): TemplateResult {
    const { plot } = this;
    const [low, high] = plot.x.domain;
    const at = this.at(this.reading);
    const zones = plot.zones.map(
      (zone) =>
        html`<li>
          ${t(zone.kind === 'dead' ? 'zone.dead' : 'zone.saturated', displayNumber(zone.whole.from, 3), displayNumber(zone.whole.to, 3))}
        </li>`,
    );
    const kinks = (this.functions[0]?.kinks ?? []).map(
      (kink) => html`<li>${t('zone.kink', displayNumber(kink, 4))}</li>`,
    );
    const description = t(
      'plot.label',
      this.label,
      displayNumber(low, 3),
      displayNumber(high, 3),
      zones.length > 0 ? t('zones') : '',
    );
    return html`<div class="head wrap">
        <label class="check grow"
          ><input
            type="checkbox"
            .checked=${this.withDerivative}
            @change=${() => this.dispatchEvent(new CustomEvent('derivative'))}
          />${t('plot.derivative')}</label
        >
        ${this.tool('plot.zoomIn', 'zoom-in', () => this.zoom(0.6))}
        ${this.tool('plot.zoomOut', 'zoom-out', () => this.zoom(1 / 0.6))}
        ${this.tool('plot.reset', 'screen-full', () => (this.domain = undefined))}
      </div>
      <div
        class="plot"
        role="slider"
        tabindex="0"
        aria-label="${this.label}. ${t('plot.help')}"
        aria-valuemin=${low}
        aria-valuemax=${high}
        aria-valuenow=${this.reading}
        aria-valuetext="x ${displayNumber(this.reading, 4)}, f(x) ${displayNumber(at.value, 4)}, f′(x) ${displayNumber(at.slope, 4)}"
        title=${t('plot.help')}
        @pointerdown=${(event: PointerEvent) => this.press(event)}
        @pointermove=${(event: PointerEvent) => this.move(event)}
        @pointerleave=${() => this.point(-1)}
        @wheel=${(event: WheelEvent) => this.wheel(event)}
        @keydown=${(event: KeyboardEvent) => this.key(event)}
      >
        ${drawScene(plot.scene, description, this.over(plot, at))}
      </div>
      <div class="read">
        <label
          ><small>${t('read.x')}</small
          ><input
            type="text"
            inputmode="decimal"
            .value=${String(Number(this.reading.toPrecision(6)))}
            @change=${(event: Event) => this.read(Number((event.target as HTMLInputElement).value.replace('\u2212', '-')))}
        /></label>
        <output
          ><small>${t('read.value')}</small
          ><span class="number" title=${String(at.value)}>${displayNumber(at.value, 7)}</span></output
        >
        <output
          ><small>${t('read.slope')}</small
          ><span class="number" title=${String(at.slope)}>${displayNumber(at.slope, 7)}</span></output
        >
      </div>
      <div class="below">
        <div class="grow">
          ${
            zones.length + kinks.length > 0
              ? html`<ul aria-label=${t('zones')}>
                  ${zones}${kinks}
                </ul>`
              : nothing
          }
        </div>
        ${exportTools(plot.scene, this.label, this.lightGround)}
      </div>`;
  }

  private tool(key: StringKey, name: IconName, act: () => void): TemplateResult {
    return html`<button class="icon-button" title=${t(key)} aria-label=${t(key)} @click=${act}>${icon(name)}</button>`;
  }

  /** Value and slope of the first function at x. */
  private at(x: number): { readonly value: number; readonly slope: number } {
    const [first] = this.functions;
    if (first === undefined) return { value: NaN, slope: NaN };
    const place = Float64Array.of(x);
    const result = new Float64Array(1);
    first.value(place, result);
    const value = result[0]!;
    first.derivative(place, result);
    return { value, slope: result[0]! };
  }

  /** What moves: the reading cursor with its tangent, and the ring round the value pointed at. */
  private over(
    { scene, x, y }: FunctionPlot,
    at: { readonly value: number; readonly slope: number },
  ): SVGTemplateResult {
    const px = x.at(this.reading);
    const [left, right] = x.range;
    const [bottom, top] = y.range;
    const visible = px >= left && px <= right;
    const py = Math.max(top, Math.min(bottom, y.at(at.value)));
    // The tangent in pixels: 28 to either side along the slope.
    const slope = at.slope * ((y.at(1) - y.at(0)) / (x.at(1) - x.at(0)));
    const dx = 28 / Math.hypot(1, slope);
    const pointedX = this.pointed >= 0 ? x.at(this.inputs[this.pointed] ?? NaN) : NaN;
    const pointedY = this.pointed >= 0 ? y.at(this.results[this.pointed] ?? NaN) : NaN;
    return svg`${
      visible && Number.isFinite(at.value)
        ? svg`<line class="cursor" x1=${px} y1=${top} x2=${px} y2=${scene.height - 20} stroke-dasharray="2 3"></line>
          ${Number.isFinite(slope) ? svg`<line class="tangent" x1=${px - dx} y1=${py - dx * slope} x2=${px + dx} y2=${py + dx * slope}></line>` : nothing}
          <circle class="cursor-dot" cx=${px} cy=${py} r="5"></circle>`
        : nothing
    }${Number.isFinite(pointedX) && Number.isFinite(pointedY) ? svg`<circle class="pointed" cx=${pointedX} cy=${pointedY} r="7"></circle>` : nothing}`;
  }

  private read(x: number): void {
    if (!Number.isFinite(x)) return;
    this.reading = x;
    this.chosen = true;
  }

  private xOf(event: PointerEvent | WheelEvent): number {
    const box = this.renderRoot.querySelector('svg.scene')?.getBoundingClientRect();
    return this.plot.x.invert(event.clientX - (box?.left ?? 0));
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.read(this.xOf(event));
  }

  private move(event: PointerEvent): void {
    if (event.buttons === 1 && event.shiftKey) {
      const [left, right] = this.plot.x.range;
      this.domain = panDomain(this.plot.x.domain, -event.movementX / (right - left));
    } else if (event.buttons === 1) {
      const [low, high] = this.plot.x.domain;
      this.read(Math.max(low, Math.min(high, this.xOf(event))));
    } else {
      const { x } = this.plot;
      const place = this.xOf(event);
      const nearest = nearestPoint(this.inputs, place);
      const near = nearest >= 0 && Math.abs(x.at(this.inputs[nearest]!) - x.at(place)) <= 8;
      this.point(near ? nearest : -1);
    }
  }

  private point(index: number): void {
    if (index !== this.pointed) this.dispatchEvent(new CustomEvent('point', { detail: index }));
  }

  private wheel(event: WheelEvent): void {
    // Plain scrolling stays the page's own.
    if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.preventDefault();
    this.domain = zoomDomain(this.plot.x.domain, this.xOf(event), event.deltaY > 0 ? 1.15 : 1 / 1.15);
  }

  private zoom(factor: number): void {
    const [low, high] = this.plot.x.domain;
    const about = this.reading >= low && this.reading <= high ? this.reading : (low + high) / 2;
    this.domain = zoomDomain([low, high], about, factor);
  }

  private key(event: KeyboardEvent): void {
    const [low, high] = this.plot.x.domain;
    const step = (high - low) / 100;
    const sideways =
      event.key === 'ArrowRight' || event.key === 'ArrowUp'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowDown'
          ? -1
          : 0;
    if (sideways !== 0 && event.shiftKey) this.domain = panDomain([low, high], sideways * 0.1);
    else if (sideways !== 0) this.read(Math.max(low, Math.min(high, this.reading + sideways * step)));
    else if (event.key === 'PageUp' || event.key === 'PageDown')
      this.read(Math.max(low, Math.min(high, this.reading + (event.key === 'PageUp' ? 10 : -10) * step)));
    else if (event.key === 'Home') this.read(low);
    else if (event.key === 'End') this.read(high);
    else if (event.key === '+' || event.key === '=') this.zoom(0.6);
    else if (event.key === '-') this.zoom(1 / 0.6);
    else if (event.key === '0') this.domain = undefined;
    else return;
    event.preventDefault();
  }
}

customElements.define('al-plot', PlotPane);
