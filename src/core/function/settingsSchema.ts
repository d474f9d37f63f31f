import type { FunctionParameter } from './parameter';

/** JSON Schema (draft 2020-12) of one setting. */
export type SettingSchema =
  | {
      readonly type: 'number' | 'integer';
      readonly default: number;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly exclusiveMinimum?: number;
      readonly exclusiveMaximum?: number;
      readonly description?: string;
    }
  | { readonly type: 'string'; readonly enum: readonly string[]; readonly default: string };

/** JSON Schema of a function's settings. */
export interface SettingsSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties: false;
}

/** The settings that a function takes, as JSON Schema: for programs and language models that call it. */
export function settingsSchema({ parameters }: { readonly parameters: readonly FunctionParameter[] }): SettingsSchema {
  const properties = Object.fromEntries(parameters.map((parameter) => [parameter.id, schemaOf(parameter)]));
  return { type: 'object', properties, additionalProperties: false };
}

function schemaOf(parameter: FunctionParameter): SettingSchema {
  if (parameter.kind === 'choice') return { type: 'string', enum: parameter.choices, default: parameter.default };
  if (parameter.kind === 'axis') {
    return { type: 'integer', default: parameter.default, description: 'axis, counted from the end where negative' };
  }
  const { min, max, open } = parameter;
  const [least, most] =
    open === true ? (['exclusiveMinimum', 'exclusiveMaximum'] as const) : (['minimum', 'maximum'] as const);
  return {
    type: parameter.kind === 'whole' ? 'integer' : 'number',
    default: parameter.default,
    ...(min === undefined ? {} : { [least]: min }),
    ...(max === undefined ? {} : { [most]: max }),
  };
}
