import { html, type TemplateResult } from 'lit';
import { icon } from './icons';
import { t } from './text';

/** A room, or, where its numbers do not fit its function, what was required instead. Other errors go on to the log. */
export function guarded<T>(draw: () => T): T | TemplateResult {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return html`<section role="alert">
      <div class="row">
        ${icon('error')}
        <h2>${t('error.title')}</h2>
      </div>
      <p>${error.message}</p>
    </section>`;
  }
}
