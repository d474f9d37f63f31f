import type { Finding } from '../core/diagnosis/finding';
import { significant } from '../core/format/significant';
import type { StringKey } from './strings';

interface Wording {
  readonly key: StringKey;
  /** the figures that fill it in, in order */
  readonly figures: readonly string[];
}

/** Which text words a finding; where one remark has several causes, its figures tell which. */
const wordings: Readonly<Record<Finding['id'], Wording | ((figures: Finding['figures']) => Wording)>> = {
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
  'already-probabilities': ({ sigmoid, other }) =>
    sigmoid !== undefined
      ? { key: 'finding.already-shares', figures: ['length'] }
      : other !== undefined
        ? { key: 'finding.probabilities-along', figures: ['other', 'axis'] }
        : { key: 'finding.already-probabilities', figures: ['length'] },
  'other-axis': { key: 'finding.other-axis', figures: ['axis', 'least', 'most'] },
  'masked-row': { key: 'finding.masked-row', figures: ['row'] },
  'constant-row': { key: 'finding.constant-row', figures: ['row', 'length'] },
  'infinite-logit': { key: 'finding.infinite-logit', figures: ['index'] },
  'single-entry': { key: 'finding.single-entry', figures: ['axis'] },
  'logit-spacing': { key: 'finding.logit-spacing', figures: ['x', 'dtype', 'spacing'] },
  'equal-rows': { key: 'finding.equal-rows', figures: ['rows'] },
  'constant-row-sum': { key: 'finding.constant-row-sum', figures: ['rows', 'sum', 'keep'] },
  'log-probabilities': { key: 'finding.log-probabilities', figures: [] },
  quantised: { key: 'finding.quantised', figures: ['count', 'least', 'most'] },
  'all-dead': { key: 'finding.all-dead', figures: ['units', 'batch'] },
  'dead-units': ({ outputs }) => ({
    key: outputs === undefined ? 'finding.dead-units' : 'finding.dead-columns',
    figures: ['count', 'units', 'batch'],
  }),
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
  const wording = wordings[id];
  const { key, figures: names } = typeof wording === 'function' ? wording(figures) : wording;
  const values = names.map((name) => {
    const figure = figures[name];
    return figure === undefined ? '?' : typeof figure === 'number' ? significant(figure, 4) : figure;
  });
  return { key, values };
}
