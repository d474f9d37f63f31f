import { gelu } from '../activations/gelu';
import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';
import { gatedUnit } from './gatedUnit';
import type { GateRecord } from './record';
import { shazeer } from './sources';

/**
 * GeGLU, gated unit with GELU: y = a gelu(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example geglu(numericArray([2, 1])).data // 1.6826894921370859
 */
export function geglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('geglu', gelu, array, options);
}

export const gegluRecord: GateRecord = gatedUnit(gelu, geglu, {
  id: 'geglu',
  label: 'GeGLU',
  formula: String.raw`y = a \cdot b\,\Phi(b)`,
  explanation: {
    en: 'A gated unit whose gate goes through GELU, here the exact one with the normal distribution. Some models use its tanh approximation instead, which differs by up to 0.0005 times the other half.',
    ko: '게이트가 GELU를 거치는 게이트 유닛으로, 여기서는 정규분포를 쓰는 정확한 GELU입니다. tanh 근사를 쓰는 모델도 있으며, 그 차이는 다른 절반의 0.0005배까지 납니다.',
  },
  source: shazeer,
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.gelu(gate) * up',
      note: 'which half is the gate differs between code bases',
    },
  ],
});
