import { makeClass } from '../runtime/classes';
import { method } from '../runtime/native';
import type { PyClass, Value } from '../value';

/** Each exception with the one that it is a kind of. */
const tree: readonly (readonly [string, string])[] = [
  ['SystemExit', 'BaseException'],
  ['KeyboardInterrupt', 'BaseException'],
  ['GeneratorExit', 'BaseException'],
  ['Exception', 'BaseException'],
  ['StopIteration', 'Exception'],
  ['ArithmeticError', 'Exception'],
  ['FloatingPointError', 'ArithmeticError'],
  ['OverflowError', 'ArithmeticError'],
  ['ZeroDivisionError', 'ArithmeticError'],
  ['AssertionError', 'Exception'],
  ['AttributeError', 'Exception'],
  ['EOFError', 'Exception'],
  ['ImportError', 'Exception'],
  ['ModuleNotFoundError', 'ImportError'],
  ['LookupError', 'Exception'],
  ['IndexError', 'LookupError'],
  ['KeyError', 'LookupError'],
  ['MemoryError', 'Exception'],
  ['NameError', 'Exception'],
  ['UnboundLocalError', 'NameError'],
  ['OSError', 'Exception'],
  ['FileNotFoundError', 'OSError'],
  ['PermissionError', 'OSError'],
  ['TimeoutError', 'OSError'],
  ['RuntimeError', 'Exception'],
  ['NotImplementedError', 'RuntimeError'],
  ['RecursionError', 'RuntimeError'],
  ['SyntaxError', 'Exception'],
  ['IndentationError', 'SyntaxError'],
  ['TypeError', 'Exception'],
  ['UFuncTypeError', 'TypeError'],
  ['ValueError', 'Exception'],
  ['UnicodeError', 'ValueError'],
  ['LinAlgError', 'ValueError'],
  ['AxisError', 'ValueError'],
  ['JSONDecodeError', 'ValueError'],
  ['Warning', 'Exception'],
  ['UserWarning', 'Warning'],
  ['RuntimeWarning', 'Warning'],
  ['DeprecationWarning', 'Warning'],
  ['FutureWarning', 'Warning'],
];

/** Python's exceptions by name, and `object`, which every class is. */
export function exceptionClasses(object: PyClass): Map<string, PyClass> {
  const base = makeClass('BaseException', [object], new Map<string, Value>());
  base.members.set(
    '__init__',
    method('__init__', (args) => {
      const [self] = args;
      if (typeof self === 'object' && self?.kind === 'instance') {
        self.attributes.set('args', { kind: 'tuple', items: args.slice(1) });
        self.attributes.delete('#message');
      }
      return null;
    }),
  );
  const all = new Map([['BaseException', base]]);
  for (const [name, parent] of tree) all.set(name, makeClass(name, [all.get(parent)!], new Map<string, Value>()));
  all.set('IOError', all.get('OSError')!);
  all.set('EnvironmentError', all.get('OSError')!);
  return all;
}
