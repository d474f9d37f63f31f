import { silu } from '../activations/silu';
import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';
import { gatedUnit } from './gatedUnit';
import type { GateRecord } from './record';
import { shazeer } from './sources';

/**
 * SwiGLU, gated unit with SiLU: y = a silu(b) = a b sigmoid(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Shazeer, "GLU variants improve transformer" (2020).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example swiglu(numericArray([1, 0])).data // 0
 */
export function swiglu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('swiglu', silu, array, options);
}

export const swigluRecord: GateRecord = gatedUnit(silu, swiglu, {
  id: 'swiglu',
  label: 'SwiGLU',
  formula: String.raw`y = a \cdot b\,\sigma(b)`,
  explanation: {
    en: 'A gated unit whose gate goes through SiLU instead of the sigmoid. It is the feed-forward block of most of today’s large language models, where the two halves are two projections of the same input, called up and gate.',
    ko: '게이트가 시그모이드 대신 SiLU를 거치는 게이트 유닛입니다. 오늘날 대규모 언어 모델 대부분의 피드포워드 블록에 쓰이며, 두 절반은 같은 입력을 두 번 투영한 것으로 up과 gate라고 부릅니다.',
  },
  source: shazeer,
  spellings: [
    {
      framework: 'PyTorch',
      code: 'torch.nn.functional.silu(gate) * up',
      note: 'which half is the gate differs between code bases',
    },
  ],
});
