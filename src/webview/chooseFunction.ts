import { store } from './store';

/** The kinds of functions that the picker offers; softmaxes and gates only where they are wanted. */
export type FunctionKind = 'activation' | 'softmax' | 'gate';

/** A function that a person chose. */
export interface ChosenFunction {
  readonly kind: FunctionKind;
  readonly id: string;
}

/** Shows a function in the room where its kind belongs. */
export function chooseFunction({ kind, id }: ChosenFunction): void {
  switch (kind) {
    case 'activation':
      store.choose({ room: 'function', function: id, gate: '' });
      return;
    case 'softmax':
      store.choose({ room: 'softmax', softmax: id });
      return;
    case 'gate':
      store.choose({ room: 'function', gate: id });
      return;
  }
}
