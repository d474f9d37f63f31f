import { Allowance } from '../build/allowance';
import { Blanks } from '../lexis/trivia';
import type { Dialect } from '../lexis/dialect';
import type { ReadHint } from '../notation';

/** A text and what all readings of it share, so that reading it in many places costs no more than reading it once. */
export class Source {
  /** of the values that may be made */
  readonly allowance = new Allowance();
  private readonly kept = new Map<Dialect, Blanks>();

  /**
   * @param text normalised
   * @param bytes the same text as bytes, where it is ASCII
   */
  constructor(
    readonly text: string,
    readonly bytes: Uint8Array | undefined,
    readonly hint: ReadHint,
    readonly dialect: Dialect,
  ) {}

  /** What means nothing in the text, as a dialect has it: the document's unless another is given. */
  blanks(dialect = this.dialect): Blanks {
    let blanks = this.kept.get(dialect);
    if (blanks === undefined) {
      blanks = new Blanks(this.text, this.text.length, dialect.comments, dialect.matrix === 'matlab');
      this.kept.set(dialect, blanks);
    }
    return blanks;
  }
}
