import type { SyntaxNode } from '@lezer/common';
import { isUnknown } from '../runtime/runtime';
import { PyError, type Value } from '../value';
import { NEXT, textOf, type Context, type Exec, type Frame } from './context';
import { cellOf, storeName } from './names';
import { importedNames } from './scope';

/** `import a.b as c`, `from a import b as c`, `from a import *` */
export function importStatement(context: Context, node: SyntaxNode): Exec {
  const { runtime } = context;
  const actions = importedNames(node, (one) => textOf(context, one)).map((one): ((frame: Frame) => void) => {
    if (one.name === '*') {
      return () => {
        const module = runtime.module(one.module);
        if (typeof module === 'object' && module?.kind === 'module') {
          for (const [key, value] of module.members) if (!key.startsWith('_')) cellOf(context, key).value = value;
        } else context.openNames.value = true;
      };
    }
    const store = storeName(context, one.as);
    const { name } = one;
    if (name === undefined) {
      const alias = one.as !== one.module.split('.')[0] || !one.module.includes('.');
      return (frame) => {
        const module = runtime.module(one.module);
        store(frame, alias || isUnknown(module) ? module : runtime.module(one.as));
      };
    }
    return (frame) => store(frame, memberOf(context, one.module, name));
  });
  return (frame) => {
    runtime.at(node.from, node.to);
    for (const action of actions) action(frame);
    return NEXT;
  };
}

function memberOf(context: Context, moduleName: string, name: string): Value {
  const { runtime } = context;
  const module = runtime.module(moduleName);
  if (isUnknown(module)) return module;
  const found = runtime.findAttribute(module, name);
  if (found !== undefined) return found;
  const inner = runtime.world.modules(`${moduleName}.${name}`, runtime);
  if (inner !== undefined) return inner;
  throw new PyError('ImportError', `cannot import name '${name}' from '${moduleName}'`);
}
