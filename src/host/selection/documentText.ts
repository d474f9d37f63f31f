import { findArrayAt, type TextRange } from '../../core/index';

/** What is asked of VS Code's documents here. */
export interface TextSource {
  readonly version: number;
  readonly languageId: string;
  getText(): string;
}

/** The text of one version of a document and the arrays found in it so far. */
export interface DocumentText {
  readonly version: number;
  readonly languageId: string;
  readonly text: string;
  /** the array round an offset, see core's `findArrayAt` */
  arrayAt(offset: number): TextRange | undefined;
}

const known = new WeakMap<TextSource, DocumentText>();

/**
 * The text of a document as it is now: joined from its lines once for each version, however many cursors, hovers and
 * commands ask.
 */
export function textOf(document: TextSource): DocumentText {
  const before = known.get(document);
  if (before?.version === document.version && before.languageId === document.languageId) return before;
  const read = new Found(document.version, document.languageId, document.getText());
  known.set(document, read);
  return read;
}

class Found implements DocumentText {
  private readonly asked = new Map<number, TextRange | undefined>();
  /** arrays of nothing but numbers and brackets */
  private readonly arrays: TextRange[] = [];

  constructor(
    readonly version: number,
    readonly languageId: string,
    readonly text: string,
  ) {}

  arrayAt(offset: number): TextRange | undefined {
    if (this.asked.has(offset)) return this.asked.get(offset);
    // every offset between their outermost brackets means the same array
    let found = this.arrays.find(({ start, end }) => offset > start && offset < end);
    if (found === undefined) {
      found = findArrayAt(this.text, offset, { languageId: this.languageId });
      if (found !== undefined && isPlain(this.text, found)) this.arrays.push(found);
    }
    this.asked.set(offset, found);
    return found;
  }
}

/** A literal of numbers in brackets only, without a name, a string or a comment in which nothing would be found. */
function isPlain(text: string, { start, end }: TextRange): boolean {
  return /^[[({][-+0-9eE.,\s[\](){}]*$/.test(text.slice(start, end));
}
