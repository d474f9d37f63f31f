import { relu } from '../activations/relu';
import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';
import { gatedUnit } from './gatedUnit';
import type { GateRecord } from './record';
import { shazeer } from './sources';

/**
 * ReGLU, gated unit with ReLU: y = a max(b, 0), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example reglu(numericArray([2, 3])).data // 6
 */
export function reglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('reglu', relu, array, options);
}

export const regluRecord: GateRecord = gatedUnit(relu, reglu, {
  id: 'reglu',
  label: 'ReGLU',
  formula: String.raw`y = a \cdot \max(b, 0)`,
  explanation: {
    en: 'A gated unit whose gate goes through ReLU: where the gate is negative nothing passes, and neither half receives a gradient there. The cheapest of the family, with truly sparse outputs.',
    ko: '게이트가 ReLU를 거치는 게이트 유닛입니다. 게이트가 음수이면 아무것도 통과하지 않고, 두 절반 모두 그곳에서는 기울기를 받지 못합니다. 이 계열에서 가장 값싸며 출력이 실제로 희소합니다.',
  },
  source: shazeer,
  spellings: [
    { framework: 'PyTorch', code: 'torch.relu(gate) * up', note: 'which half is the gate differs between code bases' },
  ],
});
