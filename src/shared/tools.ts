import { dtypes, functions, settingsSchema, type FunctionRecord } from '../core/index';

/** The tools that language models may call, by what they do. */
export const tools = {
  evaluate: 'activationLens_evaluate_function',
  compareDtypes: 'activationLens_compare_dtypes',
  diagnose: 'activationLens_diagnose_array',
  runNetwork: 'activationLens_run_network',
  checkFormulas: 'activationLens_check_formulas',
} as const;

export type ToolKey = keyof typeof tools;

const array = {
  type: 'string',
  description: 'The numbers, as any program writes them: JSON, a Python list, a NumPy or PyTorch print, CSV.',
};

const functionId = {
  type: 'string',
  enum: [...functions.keys()],
  description: 'Id of an activation, a softmax or a gate.',
};

/** One line a function that has settings: what they are and their defaults. */
const settingsText = [...functions.values()]
  .filter(({ parameters }) => parameters.length > 0)
  .map((record) => `${record.id}: ${settingsOf(record)}`)
  .join('; ');

function settingsOf(record: FunctionRecord): string {
  const { properties } = settingsSchema(record);
  return Object.entries(properties)
    .map(
      ([id, schema]) => `${id} = ${schema.default}${schema.type === 'string' ? ` (${schema.enum.join(' | ')})` : ''}`,
    )
    .join(', ');
}

const settings = { type: 'object', description: `Settings of the function with their defaults. ${settingsText}` };
const dtype = { type: 'string', enum: [...dtypes], description: 'The number type to compute in; float64 by default.' };

interface Tool {
  readonly modelDescription: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly icon: string;
}

const table: Readonly<Record<ToolKey, Tool>> = {
  evaluate: {
    modelDescription:
      'Computes an activation function, a softmax or a gate over an array, within 2 units in the last place of the exact value, in any of six number types. Use it whenever exact values are needed instead of computing them yourself.',
    properties: {
      array,
      function: functionId,
      settings,
      dtype,
      mode: {
        type: 'string',
        enum: ['fused', 'stepwise'],
        description:
          'fused: rounded once, as a good kernel; stepwise: every operation of the textbook formula rounded.',
      },
    },
    required: ['array', 'function'],
    icon: '$(symbol-operator)',
  },
  compareDtypes: {
    modelDescription:
      'Computes a function over an array in float64, float32, float16, bfloat16 and two float8 types, each rounded once and operation by operation, and gives the largest error of each, NaN and infinities included.',
    properties: { array, function: functionId, settings },
    required: ['array', 'function'],
    icon: '$(law)',
  },
  diagnose: {
    modelDescription:
      'Looks at an array as an expert would: NaN and where it comes from, overflow in half precision, dead or saturated units, probabilities that go through softmax again, masked rows, equal rows, quantised values.',
    properties: { array, function: functionId, dtype },
    required: ['array'],
    icon: '$(pulse)',
  },
  runNetwork: {
    modelDescription:
      'Reads a network of dense layers from text (JSON with layers of W [inputs][units], b and activation, a state dict, Python assignments) and runs it on an input: every layer’s pre-activation and activation.',
    properties: { network: { type: 'string', description: 'The network as text.' }, input: array },
    required: ['network', 'input'],
    icon: '$(type-hierarchy)',
  },
  checkFormulas: {
    modelDescription:
      'Looks for numerically unstable or mistaken formulas in Python, JavaScript or C++ code (naive softmax, log of softmax, log(1 + exp(x)), softmax before CrossEntropyLoss and more) and gives the stable form of each.',
    properties: {
      code: { type: 'string', description: 'The code.' },
      language: { type: 'string', enum: ['python', 'javascript', 'typescript', 'cpp'] },
    },
    required: ['code', 'language'],
    icon: '$(lightbulb)',
  },
};

/** What package.json says of the tools. */
export function toolContributions(): readonly unknown[] {
  return (Object.keys(tools) as ToolKey[]).map((key) => {
    const { modelDescription, properties, required, icon } = table[key];
    return {
      name: tools[key],
      toolReferenceName: key,
      displayName: `%tool.${key}%`,
      userDescription: `%tool.${key}.description%`,
      modelDescription,
      canBeReferencedInPrompt: true,
      icon,
      tags: ['neural-network', 'numerics'],
      inputSchema: { type: 'object', properties, required },
    };
  });
}
