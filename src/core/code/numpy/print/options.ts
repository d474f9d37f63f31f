import type { Machine, Value } from '../../value';

/** What `np.set_printoptions` sets. */
export interface PrintOptions {
  readonly precision: number;
  readonly threshold: number;
  readonly edgeitems: number;
  readonly linewidth: number;
  readonly suppress: boolean;
  readonly nanstr: string;
  readonly infstr: string;
  readonly sign: string;
  readonly floatmode: string;
  /** from a kind (`float`, `int`, `bool`, `all`, ...) to a function of the program */
  readonly formatter: ReadonlyMap<string, Value>;
}

export const defaultOptions: PrintOptions = {
  precision: 8,
  threshold: 1000,
  edgeitems: 3,
  linewidth: 75,
  suppress: false,
  nanstr: 'nan',
  infstr: 'inf',
  sign: '-',
  floatmode: 'maxprec',
  formatter: new Map(),
};

const KEY = 'numpy.printoptions';

export function printOptions(machine: Machine | undefined): PrintOptions {
  return (machine?.state.get(KEY) as PrintOptions | undefined) ?? defaultOptions;
}

export function setPrintOptions(machine: Machine, options: PrintOptions): void {
  machine.state.set(KEY, options);
}

/** Options with those changed that the keywords give; None leaves one as it is. */
export function changed(options: PrintOptions, given: ReadonlyMap<string, Value>, machine: Machine): PrintOptions {
  const out: Record<string, unknown> = { ...options };
  for (const [name, value] of given) {
    if (name === 'formatter') {
      const entries: [string, Value][] = [];
      if (value !== null && typeof value === 'object' && value.kind === 'dict') {
        for (const [key, call] of value.entries.values()) entries.push([machine.str(key), call]);
      }
      out.formatter = new Map(entries);
    } else if (value !== null && name in defaultOptions) {
      const old = defaultOptions[name as keyof PrintOptions];
      out[name] =
        typeof old === 'number' ? Number(value) : typeof old === 'boolean' ? machine.truth(value) : machine.str(value);
    }
  }
  return out as unknown as PrintOptions;
}
