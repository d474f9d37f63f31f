import type { Finding } from '../core/diagnosis/finding';
import { significant } from '../core/format/significant';
import type { StringKey } from './strings';

/** Which text words a finding, and which of its figures fill it in, in order. */
const wordings: Readonly<Record<Finding['id'], { readonly key: StringKey; readonly figures: readonly string[] }>> = {
  'nonfinite-input': { key: 'finding.nonfinite-input', figures: ['count', 'of', 'value', 'index'] },
  'nonfinite-result': {
    key: 'finding.nonfinite-result',
    figures: ['dtype', 'function', 'count', 'index', 'operation', 'operand'],
  },
  'dtype-overflow': {
    key: 'finding.nonfinite-result',
    figures: ['dtype', 'function', 'count', 'index', 'operation', 'operand'],
  },
  'row-sum': { key: 'finding.row-sum', figures: ['dtype', 'row', 'sum'] },
  'already-probabilities': { key: 'finding.already-probabilities', figures: ['length'] },
  'other-axis': { key: 'finding.other-axis', figures: ['axis', 'least', 'most'] },
  'masked-row': { key: 'finding.masked-row', figures: ['row'] },
  'constant-row': { key: 'finding.constant-row', figures: ['row', 'length'] },
  'infinite-logit': { key: 'finding.infinite-logit', figures: ['index'] },
  'dead-units': { key: 'finding.dead-units', figures: ['count', 'units'] },
  'saturated-units': { key: 'finding.saturated-units', figures: ['count', 'units'] },
  'saturated-values': { key: 'finding.saturated-values', figures: ['count', 'of'] },
  'rounds-to-bound': { key: 'finding.rounds-to-bound', figures: ['count', 'of', 'bound', 'dtype'] },
  'printed-digits': { key: 'finding.printed-digits', figures: ['decimals', 'count'] },
  'framework-default': { key: 'finding.framework-default', figures: ['code', 'difference'] },
};

/** The key of a finding's text and the figures that fill it in; a figure that core left out shows as "?". */
export function findingWords({ id, figures }: Finding): {
  readonly key: StringKey;
  readonly values: readonly string[];
} {
  const { key, figures: names } = wordings[id];
  const values = names.map((name) => {
    const figure = figures[name];
    return figure === undefined ? '?' : typeof figure === 'number' ? significant(figure, 4) : figure;
  });
  return { key, values };
}
