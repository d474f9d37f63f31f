import type { CallFault, CallFaultCode } from './fault';
import type { FunctionParameter, Setting } from './parameter';

/** What is wrong with the value of one setting; undefined when it is fine. The one place that checks bounds. */
export function settingFault(who: string, parameter: FunctionParameter, value: unknown): CallFault | undefined {
  const { id } = parameter;
  const fault = (
    code: CallFaultCode,
    required: string,
    figures: Readonly<Record<string, string | number>> = {},
  ): CallFault => ({
    code,
    figures: { function: who, setting: id, got: shown(value), ...figures },
    message: `${who} requires ${required}, got ${shown(value)}`,
  });
  if (parameter.kind === 'choice') {
    if (choiceOf(parameter.choices, value) !== undefined) return undefined;
    const choices = parameter.choices.join(', ');
    return fault('not-a-choice', `${id} out of ${choices}`, { choices });
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('not-a-number', `a finite number for ${id}`);
  if ((parameter.kind === 'axis' || parameter.kind === 'whole') && !Number.isInteger(value)) {
    return fault('not-whole', `a whole number for ${id}`);
  }
  if (parameter.kind === 'axis') return undefined;
  const { min, max, open } = parameter;
  if (min !== undefined && (open === true ? value <= min : value < min)) {
    return fault('below', `${id} ${open === true ? 'above' : 'of at least'} ${min}`, { min, open: open ? 1 : 0 });
  }
  if (max !== undefined && (open === true ? value >= max : value > max)) {
    return fault('above', `${id} ${open === true ? 'below' : 'of at most'} ${max}`, { max, open: open ? 1 : 0 });
  }
  return undefined;
}

/** The value as the function takes it: a choice that was counted becomes its word. */
export function settingValue(parameter: FunctionParameter, value: Setting): Setting {
  return parameter.kind === 'choice' ? (choiceOf(parameter.choices, value) ?? value) : value;
}

function choiceOf(choices: readonly string[], value: unknown): string | undefined {
  return typeof value === 'number' ? choices[value - 1] : choices.find((choice) => choice === value);
}

function shown(value: unknown): string | number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' ? `"${value.slice(0, 60)}"` : typeof value;
}
