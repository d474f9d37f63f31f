import type { CallFault } from './fault';
import type { FunctionParameter, Ordered, Setting, Settings } from './parameter';
import { settingFault, settingValue } from './settingFault';

/** What checking settings needs of a function: a record of any family. */
export interface Configurable {
  readonly id: string;
  readonly parameters: readonly FunctionParameter[];
  readonly ordered?: Ordered;
}

/** The settings made complete, what `given` leaves out taking its default; or the first thing that is wrong. */
export function completeSettings(
  who: Configurable,
  given: Settings = {},
): { readonly settings: Settings; readonly fault?: undefined } | { readonly fault: CallFault } {
  for (const id in given) {
    if (who.parameters.some((parameter) => parameter.id === id)) continue;
    const known = who.parameters.map((parameter) => parameter.id).join(', ');
    const allowed = known === '' ? 'no parameters' : `parameters among ${known}`;
    const figures = { function: who.id, setting: id, known };
    return { fault: { code: 'unknown-setting', figures, message: `${who.id} requires ${allowed}, got ${id}` } };
  }
  const settings: Record<string, Setting> = {};
  for (const parameter of who.parameters) {
    const value = given[parameter.id] ?? parameter.default;
    const fault = settingFault(who.id, parameter, value);
    if (fault !== undefined) return { fault };
    settings[parameter.id] = settingValue(parameter, value);
  }
  const fault = who.ordered && orderFault(who.id, who.ordered, settings);
  return fault ? { fault } : { settings };
}

function orderFault(who: string, { lower, upper, strictly }: Ordered, settings: Settings): CallFault | undefined {
  const [low, high] = [settings[lower]!, settings[upper]!];
  if (strictly ? low < high : low <= high) return undefined;
  return {
    code: strictly ? 'not-below' : 'not-at-most',
    figures: { function: who, setting: lower, other: upper, got: low, otherGot: high },
    message: `${who} requires ${lower} ${strictly ? 'below' : 'of at most'} ${upper}, got ${lower} ${low} and ${upper} ${high}`,
  };
}
