import { PyError, type Machine, type Value } from '../value';
import { integer, sequence } from './asArray';

/** One axis counted from the front. @throws PyError AxisError in NumPy's words */
export function axisOf(axis: number, dimensions: number, who = ''): number {
  if (axis < -dimensions || axis >= dimensions) {
    const lead = who === '' ? '' : `${who}: `;
    throw new PyError('AxisError', `${lead}axis ${axis} is out of bounds for array of dimension ${dimensions}`);
  }
  return axis < 0 ? axis + dimensions : axis;
}

/** `axis=` of a reduction: None, one, or several; undefined means all of them. */
export function axesOf(value: Value, dimensions: number, machine: Machine): number[] | undefined {
  if (value === null) return undefined;
  const many = sequence(value, machine);
  if (!many) return [axisOf(integer(value), dimensions)];
  const axes = many.map((each) => axisOf(integer(each), dimensions));
  if (new Set(axes).size < axes.length) throw new PyError('ValueError', "duplicate value in 'axis'");
  return axes;
}
