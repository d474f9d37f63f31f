import {
  activations,
  aliasesOf,
  callAt,
  codeLanguage,
  completeParameters,
  darkPalette,
  functionPlot,
  functions,
  lightPalette,
  parseCode,
  pathOf,
  plainFormula,
  recognise,
  sceneSvg,
  slopeZones,
  workOut,
  type Call,
  type CodeValue,
  type Expression,
  type Recognised,
  type WorkedOut,
} from '../core/index';

/** What stands at a place of code. */
export interface LookAtRequest {
  readonly text: string;
  readonly languageId: string;
  readonly offset: number;
  readonly dark: boolean;
}

/** A call of a framework's that is one of our functions. */
export interface Card {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** with these arguments, in plain text */
  readonly formula: string;
  readonly recognised: Recognised;
  /** curve and derivative as an SVG text; none of a softmax or a gate */
  readonly picture?: string;
  /** frameworks whose defaults differ, `Keras: negativeSlope 0.3` */
  readonly others: readonly string[];
}

/** A name whose value was worked out from the text. */
export interface WorkedName {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly value: CodeValue;
  /** line of the assignment it comes from, from 1 */
  readonly line: number | undefined;
}

/** Longer programs are not worked out for a hover. */
const LONGEST = 200_000;

let last: { readonly text: string; readonly worked: WorkedOut } | undefined;

/** The card of the call at a place, or the value of the name there. */
export function lookAt(request: LookAtRequest): Card | WorkedName | undefined {
  return cardAt(request) ?? (request.languageId === 'python' ? nameAt(request) : undefined);
}

function cardAt({ text, languageId, offset, dark }: LookAtRequest): Card | undefined {
  if (codeLanguage(languageId) === undefined) return undefined;
  const code = parseCode(text, languageId);
  const call = callAt(code, offset);
  // only on the callee itself: in the arguments other things are looked for
  if (call === undefined || offset < call.callee.start || offset > call.callee.end) return undefined;
  const recognised = recognisedCall(call, aliasesOf(code));
  const record = recognised === undefined ? undefined : functions.get(recognised.call.function);
  if (recognised === undefined || record === undefined) return undefined;
  const others = record.spellings.flatMap(({ framework, params }) => {
    const different = Object.entries(params ?? {}).filter(
      ([id, value]) => recognised.call.settings[id] !== undefined && recognised.call.settings[id] !== value,
    );
    return different.length === 0
      ? []
      : [`${framework}: ${different.map(([id, value]) => `${id} ${value}`).join(', ')}`];
  });
  const picture = pictureOf(recognised, dark);
  return {
    start: call.callee.start,
    end: call.callee.end,
    label: record.label,
    formula: plainFormula(record.formula),
    recognised,
    others: [...new Set(others)],
    ...(picture === undefined ? {} : { picture }),
  };
}

function recognisedCall({ callee, args }: Call, aliases: ReadonlyMap<string, string>): Recognised | undefined {
  const path = pathOf(callee, aliases);
  const positional = args.filter(({ name }) => name === undefined).map(({ value }) => literal(value));
  const keywords = Object.fromEntries(
    args.flatMap(({ name, value }) => (name === undefined ? [] : [[name, literal(value)] as const])),
  );
  if (path !== undefined) {
    const found = recognise(path, positional, keywords);
    if (found !== undefined) return found;
  }
  // a method of an array: x.relu()
  return callee.kind === 'attribute' ? recognise(`.${callee.name}`, positional, keywords) : undefined;
}

function literal(value: Expression): number | string | boolean | null | undefined {
  if (value.kind === 'number' || value.kind === 'string' || value.kind === 'boolean') return value.value;
  return value.kind === 'none' ? null : undefined;
}

function pictureOf({ call }: Recognised, dark: boolean): string | undefined {
  const record = activations.get(call.function);
  if (record === undefined) return undefined;
  const given = Object.fromEntries(
    Object.entries(call.settings).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
  );
  const p = completeParameters(record, given);
  const reach = Math.max(5, 1.4 * Math.max(0, ...record.kinks(p).map(Math.abs)));
  const { scene } = functionPlot({
    width: 320,
    height: 150,
    domain: [-reach, reach],
    showDerivative: true,
    functions: [
      {
        label: record.label,
        value: (source, target) => record.valueInto(source, target, p),
        derivative: (source, target) => record.derivativeInto(source, target, p),
        kinks: record.kinks(p),
        zones: slopeZones(record, p),
        series: 0,
      },
    ],
  });
  return sceneSvg(scene, dark ? darkPalette : lightPalette, record.label);
}

function nameAt({ text, offset }: LookAtRequest): WorkedName | undefined {
  if (text.length > LONGEST) return undefined;
  const start = offset - /[A-Za-z0-9_]*$/.exec(text.slice(Math.max(0, offset - 100), offset))![0].length;
  const name = /^[A-Za-z_][A-Za-z0-9_]*/.exec(text.slice(start, start + 200))?.[0];
  if (name === undefined || text[start - 1] === '.') return undefined;
  const worked = last?.text === text ? last.worked : workOut(text, { languageId: 'python' });
  last = { text, worked };
  // the value that the name was given last before or at this place
  const lineEnd = text.indexOf('\n', offset);
  const before = worked.steps
    .filter((step) => step.name === name && step.start <= (lineEnd < 0 ? text.length : lineEnd))
    .at(-1);
  const value = before?.value ?? worked.variables.get(name);
  if (value === undefined || value.kind === 'function' || value.kind === 'object') return undefined;
  const line = before === undefined ? undefined : text.slice(0, before.start).split('\n').length;
  return { start, end: start + name.length, name, value, line };
}
