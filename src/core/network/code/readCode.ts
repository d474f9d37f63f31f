import { traceProgram, type Traced } from '../../code/traceProgram';
import type { Layer } from '../network';
import type { PairedLayer } from '../pairLayers';
import { pairLayers } from '../pairLayers';
import { chainOf, type ChainRefusal } from './chain';
import { lookUpIn, outputsOf } from './forwardPass';
import { arraysOf } from './namedArrays';

/** What a program says of a network. */
export type CodeNetwork =
  /** a forward pass was found and followed */
  | { readonly kind: 'chain'; readonly layers: readonly Layer[] }
  /** arrays whose names make layers, and no forward pass that says more */
  | { readonly kind: 'weights'; readonly layers: readonly PairedLayer[]; readonly lonely: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: ChainRefusal | 'normalisation'; readonly name?: string }
  | { readonly kind: 'none' };

/**
 * The network of a Python text, by what its code does: the chain of matrix products and element-wise functions
 * between an input and an output, whatever the names. Where no forward pass is found, its weights by their names.
 */
export function readCode(text: string): CodeNetwork {
  const traced = traceProgram(text);
  const lookUp = lookUpIn(traced);
  for (const output of outputsOf(traced).slice(0, MOST_TRIED)) {
    const chain = chainOf(output, traced.runtime, lookUp);
    if ('layers' in chain) return { kind: 'chain', layers: chain.layers };
    // what a later value branches off is no network by itself
    if (chain.refusal === 'branches') return { kind: 'refused', reason: chain.refusal };
  }
  return byNames(traced);
}

const MOST_TRIED = 8;

function byNames(traced: Traced): CodeNetwork {
  const arrays = arraysOf(traced).map(({ name, array, torch }) => ({
    name,
    array,
    unitsFirst: torch && /weight(\.data)?$/.test(name),
  }));
  const { layers, lonely, normalisation } = pairLayers(arrays);
  if (normalisation !== undefined) return { kind: 'refused', reason: 'normalisation', name: normalisation };
  return layers.length === 0 ? { kind: 'none' } : { kind: 'weights', layers, lonely };
}
