import type { Problem } from '../problem';

type Details = Readonly<Record<string, string | number>>;

/**
 * Everything that can be wrong in a text, with the English message and how grave it is. Hosts word the codes in
 * their language, from the same details.
 */
const table = {
  'empty-text': ['error', () => 'the text is empty'],
  'no-array': ['error', () => 'there is no array of numbers here'],
  'several-arrays': ['error', () => 'there are two arrays here; select one of them'],
  'unclosed-bracket': ['error', (d) => `the bracket "${d.bracket}" is never closed`],
  'unclosed-string': ['error', () => 'the string is never closed'],
  'unexpected-closer': ['error', (d) => `the bracket "${d.bracket}" closes nothing`],
  'wrong-closer': ['error', (d) => `"${d.open}" is closed by "${d.bracket}", expected "${d.expected}"`],
  'missing-value': ['error', () => 'a value is missing between two separators'],
  'missing-separator': ['error', () => 'a comma is missing before this value'],
  'missing-operand': ['error', () => 'an operator lacks a value'],
  'unexpected-text': ['error', (d) => `"${d.text}" is not expected here`],
  ragged: ['error', (d) => `row ${d.row} has ${d.length} values, expected ${d.expected}`],
  'mixed-depth': ['error', () => 'numbers and rows stand side by side'],
  'too-deep': ['error', (d) => `more than ${d.limit} brackets inside one another`],
  'too-many-values': ['error', (d) => `the text asks for more than ${d.limit} values; so many are not made here`],
  truncated: [
    'error',
    () =>
      'the print leaves values out ("..."). Print it whole: np.set_printoptions(threshold=sys.maxsize) in NumPy, torch.set_printoptions(profile="full") in PyTorch',
  ],
  'unknown-name': ['error', (d) => `"${d.name}" has no known value`],
  'unknown-call': ['error', (d) => `"${d.name}(…)" cannot be computed here`],
  string: ['error', (d) => `${d.text} is a string, not a number`],
  'quoted-number': ['error', (d) => `${d.text} is a string; remove the quotes to make it a number`],
  complex: ['error', (d) => `"${d.text}" is a complex number; only real numbers are supported`],
  missing: ['error', (d) => `"${d.name}" is a missing value; it can be read as nan`],
  'empty-cell': ['error', () => 'this cell is empty: a missing value; it can be read as nan'],
  'missing-as-nan': ['warning', (d) => `${d.count} missing values were read as nan`],
  overflow: ['error', (d) => `"${d.text}" is larger than any float64`],
  'bad-number': ['error', (d) => `"${d.text}" is not a number in this notation`],
  'array-expression': ['error', (d) => `"${d.text}" computes with the array; only its literal can be read`],
  'decimal-comma': ['error', () => 'the comma may separate values or decimals; write it unambiguously'],
  'bad-shape': ['error', (d) => `the shape (${d.shape}) does not hold ${d.count} values`],
  'boolean-as-number': ['warning', (d) => `${d.count} booleans were read as 1 and 0`],
  'inexact-integer': ['warning', (d) => `${d.text} is above 2^53 and loses digits as a float64`],
  'dtype-overflow': ['warning', (d) => `"${d.text}" is too large for ${d.dtype} and becomes infinite`],
  'numbers-left-out': ['warning', (d) => `${d.count} numbers were left out: "${d.text}"`],
  'repeated-name': ['warning', (d) => `the name "${d.name}" comes more than once; every value was read`],
  'percent-as-fraction': ['warning', (d) => `${d.count} percentages were read as fractions: 50% is 0.5`],
  'scale-applied': ['warning', (d) => `the scale factor ${d.factor} was applied to every value`],
  'unsupported-dtype': ['warning', (d) => `the dtype ${d.dtype} is treated as float64`],
} as const satisfies Record<string, readonly ['error' | 'warning', (details: Details) => string]>;

export type ProblemCode = keyof typeof table;

/** Every code, for hosts that check that each has its wording. */
export const problemCodes = Object.keys(table) as readonly ProblemCode[];

/** Builds a problem whose range lies at `offset`, `length` units long. */
export function problem(code: ProblemCode, offset: number, length: number, details: Details = {}): Problem {
  const [severity, message] = table[code];
  return { code, message: message(details), offset, length, severity, details };
}

/** The words of a text that a message quotes, cut to a length that fits a message. */
export function quoted(text: string, start: number, end: number): string {
  return end - start > 40 ? `${text.slice(start, start + 39)}…` : text.slice(start, end);
}
