import { PyError, type Machine } from '../../value';

export type FloatingError = 'divide' | 'over' | 'under' | 'invalid';
export type ErrorState = Readonly<Record<FloatingError, string>>;

const KEY = 'numpy.errstate';
const usual: ErrorState = { divide: 'warn', over: 'warn', under: 'ignore', invalid: 'warn' };
const words: Readonly<Record<FloatingError, string>> = {
  divide: 'divide by zero',
  over: 'overflow',
  under: 'underflow',
  invalid: 'invalid value',
};

/** What `np.errstate` and `np.seterr` have set. */
export function errorState(machine: Machine): ErrorState {
  return (machine.state.get(KEY) as ErrorState | undefined) ?? usual;
}

export function setErrorState(machine: Machine, state: ErrorState): void {
  machine.state.set(KEY, state);
}

/** A floating-point error in the place named, e.g. `scalar divide`: a warning, an exception or nothing. */
export function report(machine: Machine, error: FloatingError, where: string): void {
  const action = errorState(machine)[error];
  if (action === 'ignore') return;
  const text = `${words[error]} encountered in ${where}`;
  if (action === 'raise') throw new PyError('FloatingPointError', text);
  machine.warn('RuntimeWarning', text);
}
