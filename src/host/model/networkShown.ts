import { sampleNetwork, type Network } from '../../core/index';
import { withLeakyRelu } from '../../core/network/edit';
import type { NetworkState } from '../../shared/protocol';

/** The network that is run: with every edit, and as its switches have it. */
export function networkShown({ network = sampleNetwork, leaky }: NetworkState): Network {
  return leaky ? withLeakyRelu(network) : network;
}
