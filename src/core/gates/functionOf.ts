import { axisOf } from '../array/axis';
import type { FunctionParameter, Settings } from '../function/parameter';
import { described, type FunctionRecord } from '../function/record';
import type { AnyGateOptions, GateRecord } from './record';

const axis: FunctionParameter = { id: 'axis', kind: 'axis', default: -1 };
const options: Readonly<Record<GateRecord['option'], FunctionParameter>> = {
  pieces: { id: 'pieces', kind: 'whole', default: 2, min: 1 },
  gate: { id: 'gate', kind: 'choice', choices: ['first', 'second'], default: 'second' },
};

const optionsOf = (settings: Settings): AnyGateOptions => ({
  axis: Number(settings.axis),
  ...(settings.pieces === undefined ? {} : { pieces: Number(settings.pieces) }),
  ...(settings.gate === undefined ? {} : { gate: settings.gate === 'first' ? 'first' : 'second' }),
});

/** A gate as a function over arrays. */
export const gateFunction = (record: GateRecord): FunctionRecord => ({
  ...described(record),
  kind: 'gate',
  parameters: [axis, options[record.option]],
  exactId: record.id,
  unfit(shape, settings) {
    const parts = record.parts(optionsOf(settings));
    const length = shape.length === 0 ? 1 : shape[axisOf(shape, Number(settings.axis))]!;
    if (length % parts === 0) return undefined;
    const figures = { function: record.id, length, parts, axis: Number(settings.axis) };
    const message = `${record.id} requires an axis whose length ${parts} divides, got ${length}`;
    return { code: 'uneven-axis', figures, message };
  },
  shape(shape, settings) {
    const along = axisOf(shape, Number(settings.axis));
    return shape.map((length, i) => (i === along ? length / record.parts(optionsOf(settings)) : length));
  },
  apply: (array, settings, rounding) => record.apply(array, { ...optionsOf(settings), ...rounding }),
  gradient: (array, upstream, settings) => record.gradient(array, upstream, optionsOf(settings)),
});
