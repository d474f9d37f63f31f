import type { SyntaxNode } from '@lezer/common';
import { bound } from '../runtime/attributes';
import { native } from '../runtime/native';
import { PyError, type OpaqueObject, type PyClass, type Value } from '../value';
import type { CallArguments, Context, Eval, Frame } from './context';
import type { Scope } from './scope';

/** The name of the slot of a class body that holds the class once it is made. */
export const CLASS_SLOT = '__class__';

/** `super()` and `super(Class, self)`: what the classes after this one say. */
export function superCall(context: Context, node: SyntaxNode, given: CallArguments): Eval {
  const { runtime } = context;
  const around = classAround(context.scope);
  return (frame) => {
    const args = given.positional(frame);
    runtime.at(node.from, node.to);
    let type: Value | undefined = args[0];
    let self: Value | undefined = args[1];
    if (args.length === 0 && around !== undefined) {
      type = out(frame, around.classDepth).slots[around.classSlot];
      self = out(frame, around.functionDepth).slots[0];
    }
    if (typeof type !== 'object' || type?.kind !== 'class' || self === undefined) {
      throw new PyError('RuntimeError', 'super(): no arguments');
    }
    return superObject(type, self, context);
  };
}

function out(frame: Frame, depth: number): Frame {
  let one = frame;
  for (let i = 0; i < depth; i++) one = one.parent!;
  return one;
}

function classAround(scope: Scope): { classDepth: number; classSlot: number; functionDepth: number } | undefined {
  let depth = 0;
  for (let one: Scope | undefined = scope; one !== undefined; one = one.parent, depth++) {
    if (one.parent?.kind === 'class') {
      return { classDepth: depth + 1, classSlot: one.parent.declare(CLASS_SLOT), functionDepth: depth };
    }
  }
  return undefined;
}

function superObject(type: PyClass, self: Value, context: Context): OpaqueObject {
  const { runtime } = context;
  const selfClass = typeof self === 'object' && self?.kind === 'class' ? self : runtime.classOf(self);
  const mro = typeof selfClass === 'object' && selfClass?.kind === 'class' ? selfClass.mro : type.mro;
  const after = mro.slice(mro.indexOf(type) + 1);
  return {
    kind: 'object',
    type: 'super',
    get(name) {
      for (const one of after) {
        const member = one.members.get(name);
        if (member !== undefined) return bound(member, self, type, runtime);
      }
      if (name === '__init__' || name === '__init_subclass__') return native(name, () => null);
      if (name === '__setattr__') {
        return native(name, (args) => {
          if (typeof self === 'object' && self?.kind === 'instance')
            self.attributes.set(runtime.str(args[0]!), args[1]!);
          return null;
        });
      }
      return undefined;
    },
  };
}
