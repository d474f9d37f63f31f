import type { Parameters } from '../../core/index';
import type { LensFunction } from '../functionTable';
import { askNumber } from './askNumber';
import { pickAxis } from './pickAxis';

/**
 * Asks for each parameter of a function in turn, the axis as a pick of the array's own axes.
 *
 * @returns undefined when a question was left
 */
export async function askParameters(
  chosen: LensFunction,
  shape: readonly number[],
  onChange?: (params: Parameters) => void,
): Promise<Parameters | undefined> {
  const params: Record<string, number> = {};
  const numbers = chosen.parameters.filter((parameter) => parameter.id !== 'axis');
  if (numbers.length < chosen.parameters.length) {
    const axis = await pickAxis(shape, chosen.label);
    if (axis === undefined) return undefined;
    params.axis = axis;
    onChange?.(params);
  }
  for (const [i, parameter] of numbers.entries()) {
    const value = await askNumber(parameter, { title: chosen.label, number: i + 1, of: numbers.length });
    if (value === undefined) return undefined;
    params[parameter.id] = value;
    onChange?.(params);
  }
  return params;
}
