import { axisOf } from '../array/axis';
import { described, type FunctionRecord } from '../function/record';
import type { FunctionParameter, Settings } from '../function/parameter';
import type { SoftmaxRecord } from './record';

const parameters: readonly FunctionParameter[] = [
  { id: 'axis', kind: 'axis', default: -1 },
  { id: 'temperature', default: 1, min: 0, open: true },
];

const optionsOf = (settings: Settings) => ({
  axis: Number(settings.axis),
  temperature: Number(settings.temperature),
});

/** A member of the softmax family as a function over arrays. */
export const softmaxFunction = (record: SoftmaxRecord): FunctionRecord => ({
  ...described(record),
  kind: 'softmax',
  parameters,
  exactId: record.exactId,
  shape: (shape, settings) =>
    record.row.reduces === true ? shape.filter((_, i) => i !== axisOf(shape, Number(settings.axis))) : shape,
  apply: (array, settings, rounding) => record.apply(array, { ...optionsOf(settings), ...rounding }),
  gradient: (array, upstream, settings) => record.gradient(array, upstream, optionsOf(settings)),
});
