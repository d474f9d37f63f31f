/**
 * The notations: one row each, typed by every `NotationId`, so that a notation without a row does not compile.
 *
 * How a text is read (`readArray.ts`):
 *  1. a clean list of plain numbers in brackets takes the fast path of `brackets/quickList.ts`;
 *  2. each row that has a `read` is asked in the order of this table (rows of the hint's language first): it answers
 *     `undefined` for "not my notation", which must be decided cheaply (look at the first lines, never at everything);
 *  3. what is left goes to the bracket engine (`brackets/`), which reads every notation with brackets and names the row.
 *
 * To add a reader: one file `read/<notation>.ts` exporting a `Reader`, one line here. Inside it use
 * `lexis/number.ts` (decimal text to float64, exactly), `build/arrayBuilder.ts` (collects values, shape, ragged
 * rows, ranges, printed digits) and `problems.ts`; `finish.ts` turns a builder into the result. Values are rounded
 * to the array's dtype by `finish`, as the program that owns the array would hold them.
 */
import type { Notation, NotationId } from './notation';
import { readCsv } from './tables/csv';
import { readLatex } from './tables/latex';
import { findMarkdown, readMarkdown } from './tables/markdown';
import { readLabelled } from './labelled/readLabelled';
import { readNamedLines } from './tables/namedLines';
import { readPandas } from './tables/pandas';
import { readLibtorch, readMatlabPrint } from './tables/printed';
import { readR } from './tables/r';
import { readYaml } from './tables/yaml';
import { readJuliaPrint } from './tables/juliaPrint';
import { readPlain } from './tables/plain';
import { readTsv } from './tables/tsv';

type Row = Omit<Notation, 'id'>;

const rows: Record<NotationId, Row> = {
  pandas: { label: 'pandas', languageIds: [], read: readPandas },
  libtorch: { label: 'libtorch', languageIds: [], read: readLibtorch },
  r: { label: 'R', languageIds: ['r', 'rmd'], read: readR },
  latex: { label: 'LaTeX', languageIds: ['latex', 'tex'], read: readLatex },
  markdown: { label: 'Markdown table', languageIds: ['markdown'], read: readMarkdown, find: findMarkdown },
  yaml: { label: 'YAML', languageIds: ['yaml', 'dockercompose'], read: readYaml },
  labelled: { label: 'dictionary', languageIds: [], read: readLabelled },
  named: { label: 'named numbers', languageIds: [], read: readNamedLines },
  csv: { label: 'CSV', languageIds: ['csv'], read: readCsv },
  tsv: { label: 'TSV', languageIds: ['tsv'], read: readTsv },
  plain: { label: 'plain numbers', languageIds: ['plaintext'], read: readPlain },
  python: { label: 'Python', languageIds: ['python'], read: undefined },
  numpy: { label: 'NumPy', languageIds: [], read: undefined },
  numpyPrint: { label: 'NumPy print', languageIds: [], read: undefined },
  pytorch: { label: 'PyTorch', languageIds: [], read: undefined },
  jax: { label: 'JAX', languageIds: [], read: undefined },
  tensorflow: { label: 'TensorFlow', languageIds: [], read: undefined },
  mlx: { label: 'MLX', languageIds: [], read: undefined },
  paddle: { label: 'Paddle', languageIds: [], read: undefined },
  json: { label: 'JSON', languageIds: ['json', 'jsonc', 'jsonl', 'json5'], read: undefined },
  javascript: {
    label: 'JavaScript',
    languageIds: ['javascript', 'typescript', 'javascriptreact', 'typescriptreact'],
    read: undefined,
  },
  c: { label: 'C', languageIds: ['c', 'objective-c'], read: undefined },
  cpp: { label: 'C++', languageIds: ['cpp', 'cuda-cpp', 'cuda', 'objective-cpp', 'metal'], read: undefined },
  glsl: { label: 'GLSL/WGSL', languageIds: ['glsl', 'wgsl', 'hlsl', 'shaderlab'], read: undefined },
  rust: { label: 'Rust', languageIds: ['rust'], read: undefined },
  go: { label: 'Go', languageIds: ['go'], read: undefined },
  java: { label: 'Java', languageIds: ['java'], read: undefined },
  csharp: { label: 'C#', languageIds: ['csharp'], read: undefined },
  swift: { label: 'Swift', languageIds: ['swift'], read: undefined },
  kotlin: { label: 'Kotlin', languageIds: ['kotlin'], read: undefined },
  julia: { label: 'Julia', languageIds: ['julia'], read: readJuliaPrint },
  matlab: { label: 'MATLAB', languageIds: ['matlab', 'octave'], read: readMatlabPrint },
  mathematica: { label: 'Mathematica', languageIds: ['wolfram', 'mathematica'], read: undefined },
  fortran: {
    label: 'Fortran',
    languageIds: ['fortran', 'fortran-modern', 'FortranFreeForm', 'FortranFixedForm'],
    read: undefined,
  },
  haskell: { label: 'Haskell', languageIds: ['haskell'], read: undefined },
};

/** Every notation in the order in which readers are asked. */
export const notations: ReadonlyMap<NotationId, Notation> = new Map(
  (Object.entries(rows) as [NotationId, Row][]).map(([id, row]) => [id, { id, ...row }]),
);

/** The notation that documents of a language are written in, e.g. javascript for typescriptreact. */
export function notationOfLanguage(languageId: string | undefined): NotationId | undefined {
  if (languageId === undefined) return undefined;
  for (const notation of notations.values()) if (notation.languageIds.includes(languageId)) return notation.id;
  return undefined;
}
