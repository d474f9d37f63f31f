import type { Activation, Parameter, Parameters } from './activation';

/**
 * The parameters of a call made complete: what `given` leaves out takes its default.
 *
 * @throws RangeError that says what was required, e.g. "squareplus requires b of at least 0, got -1"
 */
export function completeParameters(activation: Activation, given: Parameters = {}): Parameters {
  for (const id in given) {
    if (activation.parameters.some((parameter) => parameter.id === id)) continue;
    const known = activation.parameters.map((parameter) => parameter.id);
    const allowed = known.length === 0 ? 'no parameters' : `parameters among ${known.join(', ')}`;
    throw new RangeError(`${activation.id} requires ${allowed}, got ${id}`);
  }
  const complete: Record<string, number> = {};
  for (const parameter of activation.parameters) {
    const value = given[parameter.id] ?? parameter.default;
    checkParameter(activation.id, parameter, value);
    complete[parameter.id] = value;
  }
  const unmet = activation.unmet?.(complete);
  if (unmet !== undefined) throw new RangeError(`${activation.id} requires ${unmet}`);
  return complete;
}

function checkParameter(who: string, { id, min, max, open }: Parameter, value: number): void {
  if (!Number.isFinite(value)) {
    throw new RangeError(`${who} requires a finite number for ${id}, got ${String(value)}`);
  }
  if (min !== undefined && (open === true ? value <= min : value < min)) {
    throw new RangeError(`${who} requires ${id} ${open === true ? 'above' : 'of at least'} ${min}, got ${value}`);
  }
  if (max !== undefined && (open === true ? value >= max : value > max)) {
    throw new RangeError(`${who} requires ${id} ${open === true ? 'below' : 'of at most'} ${max}, got ${value}`);
  }
}
