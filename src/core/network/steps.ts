/** What has been computed when a network is gone through step by step. */
export interface Known {
  /** how many layers from the front have their a and z */
  readonly forward: number;
  /** whether the loss is there */
  readonly loss: boolean;
  /** how many layers from the back have their gradients */
  readonly backward: number;
  /** what this step computes */
  readonly now:
    { readonly kind: 'input' | 'loss' | 'all' } | { readonly kind: 'forward' | 'backward'; readonly layer: number };
}

/** How many steps a network of so many layers takes: the inputs, each layer, the loss, each layer backwards, all. */
export const stepCount = (layers: number): number => 2 * layers + 3;

/**
 * What is known at a step: 0 the inputs, then layer after layer forwards, the loss, layer after layer backwards, and
 * at last everything together.
 *
 * @example knownAt(4, 3).now // { kind: 'loss' }: after three layers
 */
export function knownAt(step: number, layers: number): Known {
  const last = stepCount(layers) - 1;
  const at = Math.max(0, Math.min(last, Math.trunc(step)));
  const forward = Math.min(at, layers);
  const backward = Math.max(0, Math.min(layers, at - layers - 1));
  const loss = at > layers;
  if (at === 0) return { forward, loss, backward, now: { kind: 'input' } };
  if (at <= layers) return { forward, loss, backward, now: { kind: 'forward', layer: at - 1 } };
  if (at === layers + 1) return { forward, loss, backward, now: { kind: 'loss' } };
  if (at < last) return { forward, loss, backward, now: { kind: 'backward', layer: layers - backward } };
  return { forward, loss, backward, now: { kind: 'all' } };
}
