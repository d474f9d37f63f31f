import type { Problem } from '../problem';

/** What can be wrong with a network's text, with the plain-English wording; host words them for people. */
const messages = {
  'network-empty': () => 'no network here: expected layers with weights W and biases b',
  'network-not-array': (d: Details) => `${d.name ?? ''} is no array of numbers: ${d.cause ?? ''}`,
  'network-no-weights': (d: Details) => `layer ${d.layer ?? ''} has no weights "W"`,
  'network-no-bias': (d: Details) => `${d.name ?? ''} has no bias: zeros are taken`,
  'network-no-weights-for-bias': (d: Details) => `the bias ${d.name ?? ''} has no weights: it is left out`,
  'network-shapes': (d: Details) => d.cause ?? '',
  'network-unknown-activation': (d: Details) => `layer ${d.layer ?? ''}: there is no function "${d.name ?? ''}"`,
  'network-bad-params': (d: Details) => `layer ${d.layer ?? ''}: params must be an object of numbers`,
  'network-activation-assumed': (d: Details) =>
    `the text names no activations: ${d.hidden ?? ''} is taken for hidden layers and ${d.output ?? ''} for the last`,
  'network-not-chain': () =>
    'the code is no chain of dense layers: branches, residuals or attention can be traced, not run as a network',
  'network-normalisation': (d: Details) =>
    `${d.name ?? ''} belongs to a normalisation layer, which is no dense layer: the network cannot be run as a chain`,
} as const satisfies Record<string, (details: Details) => string | number>;

export type Details = Readonly<Record<string, string | number>>;
export type NetworkProblemCode = keyof typeof messages;

/** Builds a problem at [start, end) of the text. */
export function networkProblem(
  code: NetworkProblemCode,
  range: { readonly start: number; readonly end: number },
  details: Details = {},
  severity: Problem['severity'] = 'error',
): Problem {
  return {
    code,
    message: String(messages[code](details)),
    offset: range.start,
    length: range.end - range.start,
    severity,
    details,
  };
}
