import type { CodeValue, WorkedOut } from '../../../../src/core';

/** A value as the reference programs write it down. */
export interface Wanted {
  readonly kind: string;
  readonly type?: string;
  readonly shape?: readonly number[];
  readonly data?: readonly (number | string | boolean)[];
  readonly first?: readonly (number | string)[];
  readonly sum?: number | string;
  readonly items?: readonly Wanted[];
  readonly length?: number;
  readonly entries?: readonly (readonly [string, Wanted])[];
}

export interface Loose {
  readonly rtol?: number;
  readonly atol?: number;
}

export interface Program {
  readonly id: string;
  readonly kind: string;
  readonly code: string;
  readonly variables: Readonly<Record<string, Wanted>>;
  readonly output?: string;
  readonly output1?: string;
  readonly error?: { readonly lines: readonly number[]; readonly type: string; readonly message: string };
  readonly unknown?: readonly string[];
  readonly either?: Readonly<Record<string, Wanted>>;
  readonly loose?: Readonly<Record<string, Loose>>;
}

const plain = (type: string | undefined): string =>
  String(type)
    .replace(/^torch\./, '')
    .replace(/_$/, '');

function near(got: number, want: number, type: string, loose: Loose | undefined): boolean {
  if (Object.is(got, want) || got === want) return true;
  if (!type.includes('float') || !Number.isFinite(got) || !Number.isFinite(want)) return false;
  const usual = type.includes('16') ? 1e-3 : type.includes('32') ? 1e-6 : 1e-12;
  const relative = Math.max(usual, loose?.rtol ?? 0);
  return Math.abs(got - want) <= Math.max(relative * Math.abs(want), loose?.atol ?? 0);
}

function numbers(got: readonly number[], want: Wanted, loose: Loose | undefined): string | undefined {
  const size = (want.shape ?? []).reduce((n, d) => n * d, 1);
  if (got.length !== size) return `${got.length} values for ${size}`;
  const listed = want.data ?? want.first ?? [];
  const wrong = listed.findIndex((value, i) => !near(got[i]!, Number(value), want.type ?? '', loose));
  return wrong < 0 ? undefined : `at ${wrong}: ${got[wrong]}, wanted ${String(listed[wrong])}`;
}

/** What is wrong with a value; undefined where nothing is. */
export function difference(got: CodeValue | undefined, want: Wanted, loose?: Loose): string | undefined {
  if (got === undefined) return 'is missing';
  if (got.kind === 'unknown') return `unknown: ${got.reason}`;
  if (got.kind === 'array') {
    if (plain(got.array.dtype) !== plain(want.type)) return `${got.array.dtype}, wanted ${want.type}`;
    if (String(got.array.shape) !== String(want.shape ?? [])) return `shape ${got.array.shape.join()}`;
    return numbers([...got.array.data], want, loose);
  }
  if (got.kind !== want.kind && want.shape?.length !== 0) return `${got.kind}, wanted ${want.kind}`;
  switch (got.kind) {
    case 'number':
      if (plain(got.type) !== plain(want.type)) return `${got.type}, wanted ${want.type}`;
      return numbers([got.value], { ...want, shape: [] }, loose);
    case 'boolean':
    case 'string':
      return got.value === want.data?.[0] ? undefined : `${String(got.value)}, wanted ${String(want.data?.[0])}`;
    case 'list':
    case 'tuple':
      if (got.items.length !== want.length) return `${got.items.length} items, wanted ${want.length}`;
      return firstOf((want.items ?? []).map((item, i) => difference(got.items[i], item, loose)));
    case 'dict': {
      const have = new Map(got.entries);
      if (have.size !== want.entries?.length) return `${have.size} keys`;
      return firstOf(want.entries.map(([key, item]) => difference(have.get(key), item, loose)));
    }
    default:
      return undefined;
  }
}

const firstOf = (all: readonly (string | undefined)[]): string | undefined => all.find((one) => one !== undefined);

/** Whether a value is unknown or holds something unknown. */
export function holdsUnknown(value: CodeValue | undefined): boolean {
  if (value === undefined) return false;
  if (value.kind === 'unknown') return true;
  if (value.kind === 'list' || value.kind === 'tuple') return value.items.some(holdsUnknown);
  return value.kind === 'dict' && value.entries.some(([, item]) => holdsUnknown(item));
}

const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;
const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();

/** The same text; numbers of 13 digits and more are compared as numbers. */
export function sameText(got: string, want: string): boolean {
  const [a, b] = [trimmed(got), trimmed(want)];
  if (a === b) return true;
  if (a.replace(NUMBER, '#') !== b.replace(NUMBER, '#')) return false;
  const have = a.match(NUMBER) ?? [];
  const digits = (text: string): number => text.replace(/e.*/i, '').replace(/\D/g, '').replace(/^0+/, '').length;
  return (b.match(NUMBER) ?? []).every((w, i) => {
    const h = have[i]!;
    return w === h || (Math.max(digits(w), digits(h)) >= 13 && near(Number(h), Number(w), 'float', undefined));
  });
}

/** Everything in which a worked-out program differs from what Python computed. */
export function faults(program: Program, got: WorkedOut): string[] {
  const wrong: string[] = [];
  for (const [name, want] of Object.entries(program.variables)) {
    const what = difference(got.variables.get(name), want, program.loose?.[name]);
    if (what !== undefined) wrong.push(`${name} ${what}`);
  }
  for (const name of program.unknown ?? []) {
    if (!holdsUnknown(got.variables.get(name))) wrong.push(`${name} cannot be known`);
  }
  for (const [name, want] of Object.entries(program.either ?? {})) {
    const value = got.variables.get(name);
    const what = value === undefined || holdsUnknown(value) ? undefined : difference(value, want);
    if (what !== undefined) wrong.push(`${name} ${what}`);
  }
  const { output, output1 } = program;
  if (output !== undefined && !sameText(got.output, output) && !sameText(got.output, output1 ?? output)) {
    wrong.push(`printed ${JSON.stringify(got.output)}, wanted ${JSON.stringify(output)}`);
  }
  const errors = got.problems.filter((problem) => problem.severity === 'error');
  const lines = errors.map((problem) => program.code.slice(0, problem.offset).split('\n').length);
  const said = errors.map((problem) => problem.message).join('; ');
  if (program.error !== undefined && !lines.some((line) => program.error!.lines.includes(line))) {
    wrong.push(`no error on line ${program.error.lines.join(' or ')}; got ${lines.join()} ${said}`);
  }
  if (program.error === undefined && program.unknown === undefined && errors.length > 0) wrong.push(`error: ${said}`);
  return wrong;
}
