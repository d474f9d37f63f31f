import type { NotationId } from '../notation';
import type { NumberStyle } from './number';

/** Comment styles, to be added up. */
export const comment = {
  none: 0,
  /** # … */
  hash: 1,
  /** // … and a block between slash-star and star-slash */
  slash: 2,
  /** % … */
  percent: 4,
  /** -- … */
  dash: 8,
  /** ! … */
  bang: 16,
  /** (* … *) */
  parenStar: 32,
  /** #= … =# */
  hashBlock: 64,
} as const;

/** What of a language's grammar changes the meaning of an array literal. Everything else is read in every language. */
export interface Dialect {
  readonly notation: NotationId;
  readonly comments: number;
  readonly numbers: NumberStyle;
  /** what `//` does between two numbers, where it is no comment */
  readonly slashSlash: 'floor' | 'divide';
  /** `7/2` of two integers is 3 */
  readonly integerDivision: boolean;
  /** `^` raises to a power */
  readonly caretPower: boolean;
  /** blanks separate values, and `;` and line ends separate rows, inside brackets */
  readonly matrix: 'matlab' | 'julia' | undefined;
  /** `[1 -2]` is two values even where no other blank separates values */
  readonly looseSigns: boolean;
  /** `[0.5; 3]` repeats */
  readonly repeat: boolean;
  /** `reshape` without a module before it fills the first index fastest */
  readonly columns: boolean;
  /** `float` is a name for float32 */
  readonly floatIsSingle: boolean;
}

const neutral: Dialect = {
  notation: 'python',
  comments: comment.hash | comment.slash | comment.percent,
  numbers: {},
  slashSlash: 'floor',
  integerDivision: false,
  caretPower: true,
  matrix: undefined,
  looseSigns: true,
  repeat: false,
  columns: true,
  floatIsSingle: false,
};

const cLike: Dialect = {
  ...neutral,
  notation: 'c',
  comments: comment.slash,
  numbers: { apostrophes: true },
  integerDivision: true,
  caretPower: false,
  looseSigns: false,
  columns: false,
  floatIsSingle: true,
};

const python: Dialect = { ...neutral, comments: comment.hash, caretPower: false, looseSigns: false, columns: false };
const matlab: Dialect = {
  ...neutral,
  notation: 'matlab',
  comments: comment.percent | comment.hash,
  numbers: { exponentD: true },
  matrix: 'matlab',
};

const dialects: Partial<Record<NotationId, Dialect>> = {
  python,
  json: { ...neutral, notation: 'json', comments: comment.slash },
  yaml: { ...neutral, notation: 'yaml', comments: comment.hash },
  javascript: {
    ...neutral,
    notation: 'javascript',
    comments: comment.slash,
    caretPower: false,
    looseSigns: false,
    columns: false,
  },
  c: cLike,
  cpp: { ...cLike, notation: 'cpp' },
  glsl: { ...cLike, notation: 'glsl' },
  rust: { ...cLike, notation: 'rust', numbers: {}, repeat: true },
  go: { ...cLike, notation: 'go', numbers: {} },
  java: { ...cLike, notation: 'java', numbers: {} },
  csharp: { ...cLike, notation: 'csharp', numbers: {} },
  swift: { ...cLike, notation: 'swift', numbers: {} },
  kotlin: { ...cLike, notation: 'kotlin', numbers: {} },
  julia: {
    ...neutral,
    notation: 'julia',
    comments: comment.hash | comment.hashBlock,
    numbers: { exponentF: true },
    slashSlash: 'divide',
    matrix: 'julia',
  },
  matlab,
  mathematica: {
    ...neutral,
    notation: 'mathematica',
    comments: comment.parenStar,
    numbers: { mathematica: true },
    looseSigns: false,
  },
  fortran: {
    ...neutral,
    notation: 'fortran',
    comments: comment.bang,
    numbers: { exponentD: true, kinds: true },
    integerDivision: true,
    looseSigns: false,
  },
  haskell: { ...neutral, notation: 'haskell', comments: comment.dash, caretPower: true, looseSigns: false },
};

/** The dialect that the document's language tells; without one, a reading that all languages agree on. */
export function dialectOf(notation: NotationId | undefined): Dialect {
  return (notation === undefined ? undefined : dialects[notation]) ?? neutral;
}

/** The dialect of `[1 2; 3 4]` where no language is known. */
export const matrixDialect = matlab;
