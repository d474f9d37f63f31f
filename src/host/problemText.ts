import { l10n, type Position } from 'vscode';
import type { Problem } from '../core/index';

type Details = Readonly<Record<string, string | number>>;

const get = (details: Details, key: string): string => String(details[key] ?? '');

/** The wording of every problem that core finds in a text, by its code. */
const wordings: Readonly<Record<string, (d: Details) => string>> = {
  'empty-text': () => l10n.t('there is no text'),
  'no-array': () => l10n.t('there is no array of numbers here'),
  'several-arrays': () => l10n.t('there are two arrays here; select one of them'),
  'unclosed-bracket': (d) => l10n.t('the bracket "{0}" is never closed', get(d, 'bracket')),
  'unclosed-string': () => l10n.t('the string is never closed'),
  'unexpected-closer': (d) => l10n.t('the bracket "{0}" closes nothing', get(d, 'bracket')),
  'wrong-closer': (d) =>
    l10n.t('"{0}" is closed by "{1}", expected "{2}"', get(d, 'open'), get(d, 'bracket'), get(d, 'expected')),
  'missing-value': () => l10n.t('a value is missing between two separators'),
  'missing-separator': () => l10n.t('a comma is missing before this value'),
  'missing-operand': () => l10n.t('an operator lacks a value'),
  'unexpected-text': (d) => l10n.t('"{0}" is not expected here', get(d, 'text')),
  ragged: (d) => l10n.t('row {0} has {1} values, expected {2}', get(d, 'row'), get(d, 'length'), get(d, 'expected')),
  'mixed-depth': () => l10n.t('numbers and rows stand side by side'),
  'too-deep': (d) => l10n.t('more than {0} brackets inside one another', get(d, 'limit')),
  'too-many-values': (d) =>
    l10n.t('the text asks for more than {0} values; so many are not made here', get(d, 'limit')),
  truncated: () =>
    l10n.t(
      'the print leaves values out ("..."). Print it whole: {0} in NumPy, {1} in PyTorch',
      'np.set_printoptions(threshold=sys.maxsize)',
      'torch.set_printoptions(profile="full")',
    ),
  'unknown-name': (d) => l10n.t('"{0}" has no known value', get(d, 'name')),
  'unknown-call': (d) => l10n.t('"{0}(…)" cannot be computed here', get(d, 'name')),
  string: (d) => l10n.t('{0} is a string, not a number', get(d, 'text')),
  'quoted-number': (d) => l10n.t('{0} is a string; remove the quotes to make it a number', get(d, 'text')),
  complex: (d) => l10n.t('"{0}" is a complex number; only real numbers are supported', get(d, 'text')),
  missing: (d) => l10n.t('"{0}" is a missing value; write nan to compute with it', get(d, 'name')),
  'missing-as-nan': (d) => l10n.t('{0} missing values were read as nan', get(d, 'count')),
  overflow: (d) => l10n.t('"{0}" is larger than any float64', get(d, 'text')),
  'bad-number': (d) => l10n.t('"{0}" is not a number in this notation', get(d, 'text')),
  'array-expression': (d) => l10n.t('"{0}" computes with the array; only its literal can be read', get(d, 'text')),
  'decimal-comma': () => l10n.t('the comma may separate values or decimals; write it unambiguously'),
  'bad-shape': (d) => l10n.t('the shape ({0}) does not hold {1} values', get(d, 'shape'), get(d, 'count')),
  'boolean-as-number': (d) => l10n.t('{0} booleans were read as 1 and 0', get(d, 'count')),
  'inexact-integer': (d) => l10n.t('{0} is above 2^53 and loses digits as a float64', get(d, 'text')),
  'dtype-overflow': (d) => l10n.t('"{0}" is too large for {1} and becomes infinite', get(d, 'text'), get(d, 'dtype')),
  'empty-cell': () => l10n.t('this cell is empty: a missing value, which can be read as nan'),
  'numbers-left-out': (d) => l10n.t('{0} numbers were left out: "{1}"', get(d, 'count'), get(d, 'text')),
  'repeated-name': (d) => l10n.t('the name "{0}" comes more than once; every value was read', get(d, 'name')),
  'percent-as-fraction': (d) => l10n.t('{0} percentages were read as fractions: 50% is 0.5', get(d, 'count')),
  'scale-applied': (d) => l10n.t('the scale factor {0} was applied to every value', get(d, 'factor')),
  'unsupported-dtype': (d) => l10n.t('the dtype {0} is treated as float64', get(d, 'dtype')),
};

/** Codes that have a wording, for the test that none of core's is missing. */
export const wordedProblems: readonly string[] = Object.keys(wordings);

/** What is wrong, in the reader's language; core's English where a code has no wording. */
export function problemText(problem: Problem): string {
  return wordings[problem.code]?.(problem.details ?? {}) ?? problem.message;
}

/** "Line 3, column 7: the bracket "[" is never closed." with line and column counted from 1. */
export function problemAt(problem: Problem, position: Position): string {
  return l10n.t('Line {0}, column {1}: {2}.', position.line + 1, position.character + 1, problemText(problem));
}
