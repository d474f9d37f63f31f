import {
  compareDtypes,
  diagnose,
  readArray,
  summarize,
  type ComparedFunction,
  type NumericArray,
  type ReadHint,
  type ReadResult,
  type Subject,
} from '../core/index';

/** Work on texts and numbers that takes longer than a frame. */
export const computeJobs = {
  read: ({ text, hint }: { readonly text: string; readonly hint: ReadHint }): ReadResult => readArray(text, hint),
  summarize: (array: NumericArray) => summarize(array),
  diagnose: ({ array, what }: { readonly array: NumericArray; readonly what: Subject }) => diagnose(array, what),
  compareDtypes: ({ array, what }: { readonly array: NumericArray; readonly what: ComparedFunction }) =>
    compareDtypes(what, array),
};

export type ComputeJobs = typeof computeJobs;
