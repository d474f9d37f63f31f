import { css, html, nothing, type TemplateResult } from 'lit';
import type { Activation } from '../core/index';
import { formula } from './formula';
import { locale, t } from './text';

/** What a registry tells of a function beside its numbers. */
type Described = Pick<Activation, 'id' | 'label' | 'explanation' | 'spellings'> & {
  readonly source: { readonly authors: string; readonly title: string; readonly year: number; readonly url?: string };
};

export const aboutStyles = css`
  dl {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 12px;
    margin: 6px 0 0;
  }
  dt {
    color: var(--al-muted);
  }
  dd {
    margin: 0;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .formula {
    overflow-x: auto;
    padding: 6px 0;
    font-size: 15px;
  }
  mtd {
    text-align: left;
    padding: 3px 0;
  }
  mtd + mtd {
    padding-left: 1em;
  }
  p {
    margin: 4px 0;
  }
  .spelling {
    display: block;
  }
`;

/** The formula, typeset; nothing where it was not loaded. */
export function formulaOf(id: string): TemplateResult | typeof nothing {
  const typeset = formula(id);
  if (typeset === undefined) return nothing;
  return html`<div class="formula" tabindex="0" role="group" aria-label=${t('about.formula')}>${typeset.value}</div>`;
}

/** Explanation, source and spellings of a function. @param more further rows of the list */
export function aboutOf(described: Described, more: TemplateResult | typeof nothing = nothing): TemplateResult {
  const { source } = described;
  const named = `${source.authors} (${String(source.year)}): ${source.title}`;
  return html`<section>
    <details>
      <summary><h2>${t('about.label', described.label)}</h2></summary>
      <p>${described.explanation[locale()]}</p>
      <dl>
        ${more}
        <dt>${t('about.source')}</dt>
        <dd>${source.url === undefined ? named : html`<a href=${source.url}>${named}</a>`}</dd>
        <dt>${t('about.spellings')}</dt>
        <dd>
          ${described.spellings.map((spelling) => html`<span class="spelling">${spelling.framework}: <code>${spelling.code}</code></span>`)}
        </dd>
      </dl>
    </details>
  </section>`;
}
