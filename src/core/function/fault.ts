/** Why a call cannot be computed, for a program to tell apart and for people to be told in their language. */
export type CallFaultCode =
  | 'unknown-function'
  | 'unknown-setting'
  | 'not-a-number'
  | 'not-whole'
  | 'below'
  | 'above'
  | 'not-a-choice'
  | 'not-below'
  | 'not-at-most'
  | 'bad-dtype'
  | 'bad-mode'
  | 'no-axis'
  | 'uneven-axis';

export interface CallFault {
  readonly code: CallFaultCode;
  /** the figures that word it: `function`, `setting`, `got` and what was required of it */
  readonly figures: Readonly<Record<string, string | number>>;
  /** plain English for logs and other programs */
  readonly message: string;
}

/** Thrown for a call that cannot be computed. */
export class CallError extends RangeError {
  constructor(readonly fault: CallFault) {
    super(fault.message);
  }
}
