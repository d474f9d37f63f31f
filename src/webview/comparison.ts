import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { displayNumber } from '../core/format/displayNumber';
import type { NumericArray } from '../core/index';
import { run } from '../core/functions/run';
import { compareResults, type Compared } from '../core/summary/compareResults';
import { entryName } from './entryName';
import { guarded } from './guarded';
import { icon } from './icons';
import { memo } from './memo';
import { callOf, shownInput, type State } from './state';
import { isNetworkCall } from '../shared/evaluation';
import { store } from './store';
import { shared } from './styles';
import { t } from './text';
import type { Column } from './valueTable';
import './valueTable';

/** What the view shows now beside an evaluation from the history, value by value. */
export class Comparison extends LitElement {
  static override properties = { state: { attribute: false } };

  static override styles = [shared];

  declare state: State;

  private readonly run = memo((call: string, input: NumericArray) =>
    run(JSON.parse(call) as ReturnType<typeof callOf>, input),
  );
  private readonly runOther = memo((call: string, input: NumericArray) =>
    run(JSON.parse(call) as ReturnType<typeof callOf>, input),
  );
  private readonly compared = memo(
    (one: Float64Array, other: Float64Array): Compared & { readonly columns: readonly Column[] } => {
      const compared = compareResults(one, other);
      const count = compared.differences.length;
      return {
        ...compared,
        columns: [
          { id: 'shown', label: t('compared.shown'), values: one.subarray(0, count) },
          { id: 'other', label: t('compared.other'), values: other.subarray(0, count) },
          { id: 'difference', label: t('compared.difference'), values: compared.differences },
        ],
      };
    },
  );

  override render(): TemplateResult | typeof nothing {
    const { comparison } = this.state;
    if (comparison === undefined) return nothing;
    const { call, input, source } = comparison.evaluation;
    const title = t(
      'compared.title',
      comparison.name === '' ? entryName(call, input.shape, source?.label ?? '') : comparison.name,
    );
    return html`<section aria-label=${title}>
      <div class="head">
        <h2>${title}</h2>
        <button
          class="icon-button"
          title=${t('compared.close')}
          aria-label=${t('compared.close')}
          @click=${() => store.endComparison()}
        >
          ${icon('close')}
        </button>
      </div>
      ${guarded(() => this.renderResults(comparison))}
    </section>`;
  }

  private renderResults(comparison: NonNullable<State['comparison']>): TemplateResult | typeof nothing {
    const input = shownInput(this.state);
    if (input === undefined) return nothing;
    const shown = callOf(this.state.choices, input);
    if (isNetworkCall(shown)) return nothing;
    const one = this.run(JSON.stringify(shown), input);
    const other = this.runOther(JSON.stringify(comparison.evaluation.call), comparison.evaluation.input);
    const { columns, differing, largest, differences } = this.compared(one.data, other.data);
    return html`<p>
        ${one.data.length === other.data.length ? nothing : html`${t('compared.lengths', one.data.length, other.data.length)} `}
        ${
          differing === 0
            ? t('compared.same')
            : t(
                'compared.differing',
                differing,
                differences.length,
                displayNumber(differences[largest] ?? NaN, 3),
                largest,
              )
        }
      </p>
      <al-table .columns=${columns} .shape=${[differences.length]} .label=${t('compared.values')}></al-table>`;
  }
}

customElements.define('al-comparison', Comparison);
