import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { displayNumber } from '../core/format/displayNumber';
import { icon } from './icons';
import { shared } from './styles';
import { t } from './text';

/** A number by slider or by typing: name, slider and field in one row. Sends `change` with the number. */
export class NumberSlider extends LitElement {
  static override properties = {
    label: {},
    value: { type: Number },
    initial: { type: Number },
    low: { type: Number },
    high: { type: Number },
    min: { type: Number },
    max: { type: Number },
    open: { type: Boolean },
    wrong: { state: true },
  };

  static override styles = [
    shared,
    css`
      .slider {
        display: grid;
        grid-template-columns: minmax(52px, 120px) minmax(40px, 1fr) 72px;
        align-items: center;
        gap: 4px 8px;
      }
      :host {
        container-type: inline-size;
      }
      @container (max-width: 259px) {
        .slider {
          grid-template-columns: minmax(40px, 1fr) 64px;
        }
        .name {
          grid-column: 1 / -1;
        }
      }
      .name {
        display: flex;
        align-items: center;
        min-height: 24px;
      }
      .name span:first-child {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      input[aria-invalid='true'] {
        border-color: var(--vscode-inputValidation-errorBorder, var(--al-bad));
        background: var(--vscode-inputValidation-errorBackground, transparent);
      }
      input[type='text'] {
        font-family: var(--al-mono);
        font-size: 12px;
        text-align: right;
        width: 100%;
      }
      button {
        display: none !important;
      }
      button.shown {
        display: inline-flex !important;
      }
    `,
  ];

  declare label: string;
  declare value: number;
  declare initial: number;
  declare low: number;
  declare high: number;
  declare min: number | undefined;
  declare max: number | undefined;
  declare open: boolean;
  declare wrong: boolean;

  constructor() {
    super();
    this.label = '';
    this.value = 0;
    this.initial = 0;
    this.low = 0;
    this.high = 1;
    this.min = undefined;
    this.max = undefined;
    this.open = false;
    this.wrong = false;
  }

  override render(): TemplateResult {
    const changed = this.value !== this.initial;
    return html`<div class="slider">
      <span class="name" title=${this.label}
        ><span>${this.label}</span>
        <button
          class="icon-button ${changed ? 'shown' : ''}"
          title=${t('parameter.reset')}
          aria-label="${this.label}: ${t('parameter.reset')}"
          @click=${() => this.take(this.initial)}
        >
          ${icon('discard')}
        </button>
      </span>
      <input
        type="range"
        aria-label=${this.label}
        min=${this.low}
        max=${this.high}
        step=${(this.high - this.low) / 200}
        .value=${String(this.value)}
        aria-valuetext=${displayNumber(this.value, 4)}
        @input=${(event: InputEvent) => this.take((event.target as HTMLInputElement).valueAsNumber)}
      />
      <input
        type="text"
        inputmode="decimal"
        aria-label=${this.label}
        aria-invalid=${this.wrong ? 'true' : nothing}
        .value=${String(Number(this.value.toPrecision(8)))}
        @change=${(event: Event) => this.take(Number((event.target as HTMLInputElement).value.replace('\u2212', '-')))}
      />
    </div>`;
  }

  private take(value: number): void {
    const rounded = Number(value.toPrecision(6));
    const low = this.min ?? -Infinity;
    const high = this.max ?? Infinity;
    const inside = this.open ? rounded > low && rounded < high : rounded >= low && rounded <= high;
    this.wrong = !Number.isFinite(rounded) || !inside;
    if (!this.wrong) this.dispatchEvent(new CustomEvent('change', { detail: rounded }));
  }
}

customElements.define('al-slider', NumberSlider);
