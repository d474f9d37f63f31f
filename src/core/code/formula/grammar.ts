import type { Tree } from '@lezer/common';
import { parser as cpp } from '@lezer/cpp';
import { parser as javascript } from '@lezer/javascript';
import { parser as python } from '@lezer/python';

/** The languages whose code is looked at. */
export type CodeLanguage = 'python' | 'javascript' | 'cpp';

const grammars = {
  python,
  javascript: javascript.configure({ dialect: 'jsx' }),
  typescript: javascript.configure({ dialect: 'ts jsx' }),
  cpp,
};

const languages: Readonly<Record<string, readonly [CodeLanguage, keyof typeof grammars]>> = {
  python: ['python', 'python'],
  javascript: ['javascript', 'javascript'],
  javascriptreact: ['javascript', 'javascript'],
  typescript: ['javascript', 'typescript'],
  typescriptreact: ['javascript', 'typescript'],
  c: ['cpp', 'cpp'],
  cpp: ['cpp', 'cpp'],
  'cuda-cpp': ['cpp', 'cpp'],
};

/** A text and its syntax tree. */
export interface ParsedCode {
  readonly text: string;
  readonly tree: Tree;
  readonly language: CodeLanguage;
}

/** Which of the languages VS Code's language id means; undefined for a language that is not looked at. */
export function codeLanguage(languageId: string): CodeLanguage | undefined {
  return Object.hasOwn(languages, languageId) ? languages[languageId]![0] : undefined;
}

/** A parse that is taken a stretch at a time, so that nothing else waits for it. */
export interface SlicedParse {
  /** how far it has come, an offset of the text */
  readonly position: number;
  /** Goes on a little; the parsed code once all of it is read. */
  advance(): ParsedCode | undefined;
}

/** @param languageId one that `codeLanguage` knows. @throws RangeError for another */
export function startParse(text: string, languageId: string): SlicedParse {
  const known = Object.hasOwn(languages, languageId) ? languages[languageId] : undefined;
  if (known === undefined) throw new RangeError(`parsing requires Python, JavaScript or C++, got "${languageId}"`);
  const [language, grammar] = known;
  const parse = grammars[grammar].startParse(text);
  return {
    get position() {
      return parse.parsedPos;
    },
    advance() {
      const tree = parse.advance();
      return tree === null ? undefined : { text, tree, language };
    },
  };
}

/** The whole text at once. @throws RangeError for a language that is not looked at */
export function parseCode(text: string, languageId: string): ParsedCode {
  const parse = startParse(text, languageId);
  for (;;) {
    const parsed = parse.advance();
    if (parsed !== undefined) return parsed;
  }
}
