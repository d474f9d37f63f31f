import { html, nothing, type TemplateResult } from 'lit';
import type { ResultAction } from '../shared/protocol';
import type { StringKey } from '../shared/strings';
import { post } from './host';
import { icon, type IconName } from './icons';
import type { State } from './state';
import { t } from './text';

const actions: readonly {
  readonly action: ResultAction;
  readonly key: StringKey;
  readonly icon: IconName;
  readonly inPlace: boolean;
}[] = [
  { action: 'replaceSelection', key: 'action.replace', icon: 'replace', inPlace: true },
  { action: 'insertBelow', key: 'action.insert', icon: 'insert', inPlace: true },
  { action: 'copyResult', key: 'action.copy', icon: 'copy', inPlace: false },
  { action: 'copyResultAs', key: 'action.copyAs', icon: 'ellipsis', inPlace: false },
  { action: 'openResult', key: 'action.open', icon: 'new-file', inPlace: false },
];

/** What to do with the result: the same acts as the commands, on what the view shows. */
export function resultActions(state: State, saveCsv: () => void): TemplateResult {
  const hasPlace = state.evaluation?.source !== undefined;
  return html`<div class="row" role="toolbar" aria-label=${t('action.menu')}>
    ${actions.map(({ action, key, icon: name, inPlace }) =>
      inPlace && !hasPlace
        ? nothing
        : html`<button
            class="icon-button"
            title=${t(key)}
            aria-label=${t(key)}
            @click=${() => post({ type: 'action', action })}
          >
            ${icon(name)}
          </button>`,
    )}
    <button class="icon-button" title=${t('action.csv')} aria-label=${t('action.csv')} @click=${saveCsv}>
      ${icon('table')}
    </button>
  </div>`;
}
