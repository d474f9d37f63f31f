import type { FunctionRecord, Setting, Settings } from '../../core/index';
import { askSetting } from './askSetting';
import { pickAxis } from './pickAxis';

/**
 * Asks for each parameter of a function in turn, the axis as a pick of the array's own axes.
 *
 * @returns undefined when a question was left
 */
export async function askParameters(
  chosen: FunctionRecord,
  shape: readonly number[],
  onChange?: (params: Settings) => void,
): Promise<Settings | undefined> {
  const params: Record<string, Setting> = {};
  const axis = chosen.parameters.find(({ kind }) => kind === 'axis');
  const others = chosen.parameters.filter((parameter) => parameter !== axis);
  if (axis !== undefined) {
    const picked = await pickAxis(shape, chosen.label);
    if (picked === undefined) return undefined;
    params[axis.id] = picked;
    onChange?.(params);
  }
  for (const [i, parameter] of others.entries()) {
    const step = { title: chosen.label, number: i + 1, of: others.length };
    const value = await askSetting(parameter, step);
    if (value === undefined) return undefined;
    params[parameter.id] = value;
    onChange?.(params);
  }
  return params;
}
