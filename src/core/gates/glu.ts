import { sigmoid } from '../activations/sigmoid';
import type { NumericArray } from '../array/numericArray';
import { gateAlongAxis, type GateOptions } from './gateAlongAxis';
import { gatedUnit } from './gatedUnit';
import type { GateRecord } from './record';

/**
 * GLU, gated linear unit: y = a sigmoid(b), where a and b are the first and the second half of an axis (exchanged with
 * `gate: 'first'`), which comes out half as long. NaN in, NaN out; an empty axis gives an empty result.
 * Source: Dauphin et al., "Language modeling with gated convolutional networks" (2017).
 *
 * @throws RangeError for an axis that does not exist or has an odd length, and for another gate
 * @example glu(numericArray([1, 2, 3, 4])).data // 0.9525741268224334, 1.9640275800758169
 */
export function glu(array: NumericArray, options: GateOptions = {}): NumericArray {
  return gateAlongAxis('glu', sigmoid, array, options);
}

export const gluRecord: GateRecord = gatedUnit(sigmoid, glu, {
  id: 'glu',
  label: 'GLU',
  formula: String.raw`y = a \cdot \sigma(b)`,
  explanation: {
    en: 'The gated linear unit: one half of the numbers, through a sigmoid, decides how much of the other half passes. The passing half stays linear, so its gradient does not fade the way it does inside a squashing function.',
    ko: '게이트 선형 유닛입니다. 절반의 수가 시그모이드를 거쳐 나머지 절반을 얼마나 통과시킬지 정합니다. 통과하는 쪽은 선형으로 남으므로, 값을 눌러 담는 함수 안에서처럼 기울기가 사라지지 않습니다.',
  },
  source: {
    authors: 'Dauphin, Fan, Auli, Grangier',
    title: 'Language modeling with gated convolutional networks',
    year: 2017,
    url: 'https://arxiv.org/abs/1612.08083',
  },
  spellings: [
    { framework: 'PyTorch', code: 'torch.nn.functional.glu(x, dim=-1)', note: 'the second half gates' },
    { framework: 'JAX', code: 'jax.nn.glu(x, axis=-1)', note: 'the second half gates' },
    { framework: 'Keras', code: 'keras.activations.glu(x, axis=-1)', note: 'the second half gates' },
  ],
});
