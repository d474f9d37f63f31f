import { css, html, nothing, type TemplateResult } from 'lit';
import type { Finding } from '../core/diagnosis/finding';
import type { Subject } from '../core/diagnosis/context';
import type { NumericArray } from '../core/index';
import { findingWords } from '../shared/findingText';
import { post } from './host';
import { icon, type IconName } from './icons';
import { memo } from './memo';
import { store } from './store';
import { t } from './text';

const icons: Readonly<Record<'info' | 'warning' | 'error', IconName>> = {
  info: 'info',
  warning: 'warning',
  error: 'error',
};

/** Larger arrays are looked at by their statistics only: a diagnosis runs the function in several dtypes. */
const mostDiagnosed = 50_000;

/** Loaded after the first picture stands: it brings the softmax family with it. */
let diagnose: ((array: NumericArray, subject: Subject) => readonly Finding[]) | undefined;

const found = memo(
  (array: NumericArray, subject: string, look: typeof diagnose) => look?.(array, JSON.parse(subject) as Subject) ?? [],
);

function load(): void {
  void import('../core/diagnosis/diagnose').then((loaded) => {
    ({ diagnose } = loaded);
    store.set({});
  });
}

export const findingStyles = css`
  .findings {
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 4px;
  }
  .findings li {
    display: flex;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .findings .error .icon {
    color: var(--al-bad);
  }
  .findings .warning .icon {
    color: var(--vscode-editorWarning-foreground, #cca700);
  }
  .findings .info .icon {
    color: var(--vscode-editorInfo-foreground, var(--vscode-charts-blue));
  }
  .findings button {
    color: var(--vscode-textLink-foreground);
    padding: 0 2px;
    min-height: 20px;
  }
`;

/** Marks a value here and selects it in the editor. */
function showValue(index: number): void {
  store.set({ pointed: index, pointedInEditor: true });
  post({ type: 'reveal', index });
}

/** What an expert would remark on what a room shows, in words, with a way to the values. */
export function findingsOf(array: NumericArray, subject: Subject): TemplateResult | typeof nothing {
  if (array.data.length === 0 || array.data.length > mostDiagnosed) return nothing;
  if (diagnose === undefined) load();
  const findings = found(array, JSON.stringify(subject), diagnose);
  if (findings.length === 0) return nothing;
  return html`<section aria-label=${t('findings')}>
    <h2>${t('findings')}</h2>
    <ul class="findings">
      ${findings.map((finding) => {
        const { key, values } = findingWords(finding);
        const first = finding.indices[0];
        const points = first !== undefined && finding.id !== 'dead-units' && finding.id !== 'saturated-units';
        return html`<li class=${finding.severity}>
          ${icon(icons[finding.severity])}
          <span
            >${t(key, ...values)}
            ${points ? html`<button @click=${() => showValue(first)}>${t('findings.values')}</button>` : nothing}</span
          >
        </li>`;
      })}
    </ul>
  </section>`;
}
