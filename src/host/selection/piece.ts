import type * as vscode from 'vscode';
import type { NotationId, NumericArray } from '../../core/index';
import type { SourceRange } from '../../shared/evaluation';

/** One array to evaluate, with where it came from. */
export interface Piece {
  readonly array: NumericArray;
  readonly notation: NotationId;
  /** the source texts that hold the array: one literal, or one number each */
  readonly literals: readonly Literal[];
  /** undefined for a text that came as an argument */
  readonly document: vscode.TextDocument | undefined;
  readonly source: SourceRange | undefined;
}

/** A text that stands for an array or for one number of a vector. */
export interface Literal {
  readonly text: string;
  /** undefined for a text that came as an argument */
  readonly range: vscode.Range | undefined;
}
