import { readArray, type ReadHint, type ReadResult } from '../core/index';

/** What the extension sends to its reading thread: one text. */
export interface ReadRequest {
  readonly text: string;
  readonly hint: ReadHint;
}

/** Reads the text of a request; beside the result the buffers that a message hands over instead of copying them. */
export function answer({ text, hint }: ReadRequest): { readonly result: ReadResult; readonly buffers: ArrayBuffer[] } {
  const result = readArray(text, hint);
  if (!result.ok) return { result, buffers: [] };
  const { starts, ends } = result.ranges ?? {};
  const views = [result.array.data, starts, ends].filter((view) => view !== undefined);
  return { result, buffers: [...new Set(views.map((view) => view.buffer as ArrayBuffer))] };
}
