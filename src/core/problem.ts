/**
 * What is wrong in a text, and where. `message` is plain English for logs and other programs; what people read is
 * worded by the host from `code` and `details` in their language.
 */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** UTF-16 offset into the text that was read */
  readonly offset: number;
  readonly length: number;
  readonly severity: 'error' | 'warning';
  /** figures and names that the message mentions, for the translated wording */
  readonly details?: Readonly<Record<string, string | number>>;
}
