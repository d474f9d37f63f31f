import type { Finding } from '../core/diagnosis/finding';

/**
 * The wording of every finding of `diagnose`, with its figures in braces. Host translates the templates; whoever shows
 * a finding fills in the figures with `fillFinding`.
 */
export const findingTemplates = {
  'nonfinite-input':
    '{count} of {of} values are NaN or infinite before any function. The first is {value}, at index {index}.',
  'nonfinite-result':
    '{count} results are NaN or infinite. The first is at index {index} (x = {x}): the step {operation}({operand}) breaks ({cause}).',
  'dtype-overflow':
    'In {dtype}, {count} results would be NaN or infinite when the formula is written as in a book. The first is at index {index} (x = {x}): the step {operation}({operand}) breaks ({cause}).',
  'row-sum':
    'In {dtype}, row {row} would sum to {sum} instead of 1, although the maximum is subtracted: the running sum of {length} exponentials stops growing. Accumulate in float32.',
  'already-probabilities':
    'Every row lies in 0..1 and sums to 1 already. A softmax of probabilities flattens them towards 1/{length}.',
  'other-axis':
    'Along axis {axis} each of the {columns} columns sums to 1, while the {rows} rows sum to {least} to {most}. Logits of shape [batch, classes] want axis -1.',
  'masked-row': 'Row {row} is masked as a whole ({count} such rows): no entry is left to share its probability.',
  'constant-row': 'Row {row} holds one value only ({count} such rows), so its softmax is 1/{length} everywhere.',
  'infinite-logit': 'A logit is +infinity at index {index}: inf - inf makes its whole row NaN.',
  'dead-units':
    '{count} of {units} units are dead: for none of the {batch} rows does a gradient pass, so their weights stop learning. Mean slope there with Leaky ReLU {leakyRelu}, ELU {elu}, GELU {gelu}.',
  'dead-outputs':
    '{count} of {units} columns are 0 in all {batch} rows. If these are outputs of a ReLU layer, those units are dead.',
  'saturated-units':
    '{count} of {units} units are saturated: the slope is under {threshold} for all {batch} rows, so hardly any gradient passes.',
  'saturated-values': '{count} of {of} values are saturated: the slope is under {threshold} there.',
  'rounds-to-bound':
    '{count} of {of} results are exactly {bound} in {dtype}, though the function never reaches it. The first is at index {index} (x = {x}).',
  'printed-digits':
    'The source printed {decimals} decimals, so {count} results are uncertain by more than 1 %: the one at index {index} is {result}, give or take {move}.',
  'framework-default':
    '{code} ({framework}) computes something else by default: on this array up to {difference} away, at index {index} ({theirs} instead of {ours}).',
} as const;

export type FindingTemplate = keyof typeof findingTemplates;

/** Which template words a finding: its id, but for columns that are only guessed to be a layer's outputs. */
export const templateOf = (finding: Finding): FindingTemplate =>
  finding.id === 'dead-units' && finding.figures.outputs === 1 ? 'dead-outputs' : finding.id;

const figureText = (figure: number | string | undefined): string =>
  typeof figure !== 'number' || Number.isInteger(figure) ? String(figure) : String(Number(figure.toPrecision(4)));

/** Puts a finding's figures into its template, in whichever language; numbers to four digits. */
export function fillFinding(template: string, finding: Finding): string {
  let text = '';
  let at = 0;
  for (let open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
    const close = template.indexOf('}', open);
    if (close < 0) break;
    text += template.slice(at, open) + figureText(finding.figures[template.slice(open + 1, close)]);
    at = close + 1;
  }
  return text + template.slice(at);
}
