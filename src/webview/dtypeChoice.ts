import { html, type TemplateResult } from 'lit';
import { dtypes } from '../core/array/numericArray';
import type { DType } from '../core/index';
import type { Choices } from './state';
import { store } from './store';
import { t } from './text';

/** In which number type to compute, and whether every step is rounded to it or the result once. */
export function dtypeChoice(choices: Choices): TemplateResult {
  return html`<div class="row wrap">
    <select
      class="grow"
      aria-label=${t('dtype.label')}
      title=${t('dtype.label')}
      @change=${(event: Event) => store.choose({ dtype: (event.target as HTMLSelectElement).value as DType })}
    >
      ${dtypes.map((dtype) => html`<option value=${dtype} ?selected=${dtype === choices.dtype}>${dtype}</option>`)}
    </select>
    <select
      class="grow"
      aria-label=${t('mode.label')}
      title=${t('mode.label')}
      @change=${(event: Event) => store.choose({ mode: (event.target as HTMLSelectElement).value === 'stepwise' ? 'stepwise' : 'fused' })}
    >
      <option value="fused" ?selected=${choices.mode === 'fused'}>${t('mode.fused')}</option>
      <option value="stepwise" ?selected=${choices.mode === 'stepwise'}>${t('mode.stepwise')}</option>
    </select>
  </div>`;
}
