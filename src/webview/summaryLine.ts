import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { displayNumber } from '../core/format/displayNumber';
import { summarize } from '../core/summary/summarize';
import type { NumericArray } from '../core/index';
import { sparkline } from '../core/plot/sparkline';
import { drawScene } from './drawScene';
import { icon } from './icons';
import { memo } from './memo';
import { MeasuredWidth } from './measured';
import { sceneStyles, shared } from './styles';
import { t } from './text';

/** The array at a glance, before any digit of it: shape, type, spread, and what is strange in it. */
export class SummaryLine extends LitElement {
  static override properties = { array: { attribute: false } };

  static override styles = [
    shared,
    sceneStyles,
    css`
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        align-items: center;
      }
      .shape {
        font-family: var(--al-mono);
        font-weight: 600;
      }
      .spread {
        display: grid;
        grid-template-columns: auto auto 1fr;
        gap: 8px;
        align-items: center;
        margin: 2px 0;
      }
      small {
        font-size: 11px;
        color: var(--al-muted);
        font-family: var(--vscode-font-family, sans-serif);
      }
      .strange {
        color: var(--al-warn-text);
        display: inline-flex;
        gap: 3px;
        align-items: center;
      }
      .strange .icon {
        font-size: 14px;
      }
    `,
  ];

  declare array: NumericArray | undefined;
  private readonly size = new MeasuredWidth(this);
  private readonly summary = memo((array: NumericArray) => summarize(array, { quantiles: false }));
  private readonly picture = memo((array: NumericArray, width: number) => sparkline(array.data, width, 22));

  override render(): TemplateResult | typeof nothing {
    const { array } = this;
    if (array === undefined) return nothing;
    const s = this.summary(array);
    const count = array.data.length;
    const low = displayNumber(s.min, 5);
    const high = displayNumber(s.max, 5);
    const room = Math.max(30, this.size.width - (low.length + high.length) * 7.5 - 90);
    return html`<div role="group" aria-label=${t('summary.label')}>
      <div class="line">
        <span class="shape">[${array.shape.join(', ')}]</span>
        <span class="muted">${array.dtype}</span>
        <span class="muted"
          >${count === 0 ? t('summary.empty') : `${count.toLocaleString('en-US')} ${t(count === 1 ? 'summary.value' : 'summary.values')}`}</span
        >
      </div>
      ${
        count === 0
          ? nothing
          : html`<div class="spread">
                <span class="number"><small>${t('summary.min')}</small> ${low}</span>
                ${drawScene(this.picture(array, Math.floor(room)), t('summary.picture', count, low, high))}
                <span class="number"><small>${t('summary.max')}</small> ${high}</span>
              </div>
              <div class="line">
                <span class="number"><small>${t('summary.mean')}</small> ${displayNumber(s.mean, 5)}</span>
                <span class="number"><small>${t('summary.std')}</small> ${displayNumber(s.std, 5)}</span>
                ${strange('NaN', s.nan)} ${strange('∞', s.inf)}
                ${s.zero > 0 ? html`<span class="number"><small>${t('summary.zeros')}</small> ${s.zero.toLocaleString('en-US')}</span>` : nothing}
              </div>`
      }
    </div>`;
  }
}

function strange(name: string, count: number): TemplateResult | typeof nothing {
  return count === 0
    ? nothing
    : html`<span class="strange"
        >${icon('warning')}<span class="number">${count.toLocaleString('en-US')} ${name}</span></span
      >`;
}

customElements.define('al-summary', SummaryLine);
