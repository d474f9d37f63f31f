import type { ArrayLibrary } from '../runtime/arrays';

/** NumPy's and PyTorch's arrays, as the evaluator asks for them. */
export const arrayLibrary: ArrayLibrary | undefined = undefined;
