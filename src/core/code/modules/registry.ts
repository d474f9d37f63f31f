import type { Runtime } from '../runtime/runtime';
import type { Machine, PyModule, Value } from '../value';
import { collectionsModule } from './collectionsModule';
import { functoolsModule, operatorModule } from './functoolsModule';
import { inertModule } from './inert';
import { itertoolsModule } from './itertoolsModule';
import { numpyModule } from '../numpy/module';
import { numpyRandom } from '../random/numpyRandom';
import { randomModule } from '../random/pythonModule';
import { mathModule } from './mathModule';
import { copyModule, jsonModule, timeModule } from './smallModules';
import { abcModule, dataclassesModule, enumModule, typingModule } from './typingModules';

type Make = (runtime: Runtime) => PyModule;

/** Modules by their full name. A library that lands adds one line. */
const makers: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['numpy', (runtime) => numpyModule(runtime, new Map([['random', runtime.module('numpy.random')]]))],
  ['numpy.random', numpyRandom],
  ['random', randomModule],
  ['math', mathModule],
  ['collections', collectionsModule],
  ['collections.abc', typingModule],
  ['itertools', itertoolsModule],
  ['functools', functoolsModule],
  ['operator', operatorModule],
  ['copy', copyModule],
  ['json', jsonModule],
  ['time', timeModule],
  ['typing', typingModule],
  ['dataclasses', dataclassesModule],
  ['abc', abcModule],
  ['enum', enumModule],
]);

/** They draw, report or ask the system; no value of the program comes from them. */
const inert = new Set([
  'matplotlib',
  'matplotlib.pyplot',
  'seaborn',
  'warnings',
  'logging',
  'IPython',
  'tqdm',
  'pprint',
]);

/** The module of that name; undefined where it is not known here. */
export function knownModules(name: string, runtime: Machine): PyModule | undefined {
  const make = makers.get(name);
  if (make !== undefined) return make(runtime as Runtime);
  if (inert.has(name) || name.startsWith('matplotlib.') || name.startsWith('IPython.')) return inertModule(name);
  if (name === '__future__') return { kind: 'module', name, members: futures };
  return undefined;
}

const futures: ReadonlyMap<string, Value> = new Map<string, Value>(
  ['annotations', 'division', 'print_function', 'absolute_import', 'unicode_literals'].map((name) => [name, null]),
);
