import type { SyntaxNode } from '@lezer/common';
import type { Expression } from '../formula/expression';
import type { ParsedCode } from '../formula/grammar';
import { lower } from '../formula/lower';

/** What a name was given: `=` an expression, `+=` a term of a sum. */
interface Binding {
  readonly at: number;
  readonly value: Expression;
  readonly added: boolean;
}

/** The names of one function, or of the text outside functions. */
type Scope = ReadonlyMap<string, readonly Binding[]>;

const isFunction = (name: string): boolean =>
  /^(FunctionDefinition|FunctionDeclaration|FunctionExpression|ArrowFunction|LambdaExpression|MethodDeclaration|Script|Program)$/.test(
    name,
  );

const isAssignment = (name: string): boolean =>
  /^(AssignStatement|UpdateStatement|AssignmentExpression|VariableDeclaration|InitDeclarator)$/.test(name);

/** What names stand for, by looking back to where they were given their value in the same function. */
export class Scopes {
  private readonly known = new Map<number, Scope>();

  constructor(private readonly code: ParsedCode) {}

  /** The expression that a name was last given before its use, or the name itself. */
  value(expression: Expression): Expression {
    const binding = this.binding(expression, false);
    return binding?.value ?? expression;
  }

  /** The term that is added to a name in a loop before its use. */
  term(expression: Expression): Expression | undefined {
    return this.binding(expression, true)?.value;
  }

  private binding(expression: Expression, added: boolean): Binding | undefined {
    if (expression.kind !== 'name') return undefined;
    let node: SyntaxNode | null = this.code.tree.resolveInner(expression.start, 1);
    for (; node !== null; node = node.parent) {
      if (node.parent !== null && !isFunction(node.name)) continue;
      const found = this.scopeOf(node).get(expression.name);
      if (found === undefined) continue;
      const last = found.filter((one) => one.at < expression.start).at(-1);
      return last?.added === added ? last : undefined;
    }
    return undefined;
  }

  private scopeOf(root: SyntaxNode): Scope {
    const known = this.known.get(root.from);
    if (known !== undefined) return known;
    const scope = this.read(root);
    this.known.set(root.from, scope);
    return scope;
  }

  private read(root: SyntaxNode): Scope {
    const scope = new Map<string, Binding[]>();
    const { code } = this;
    root.cursor().iterate((ref) => {
      if (ref.from !== root.from && isFunction(ref.name)) return false;
      if (!isAssignment(ref.name)) return !/(String|Comment)$/.test(ref.name);
      const [target, op, value] = assigned(ref.node);
      if (target === undefined || value === undefined) return true;
      const name = code.text.slice(target.from, target.to);
      const sign = op === undefined ? '=' : code.text.slice(op.from, op.to);
      if (sign === '=' || sign === '+=') {
        const binding: Binding = { at: value.to, value: lower(value, code), added: sign === '+=' };
        const before = scope.get(name);
        if (before === undefined) scope.set(name, [binding]);
        else before.push(binding);
      }
      return true;
    });
    return scope;
  }
}

/** Name, operator and value of an assignment of one value to one name. */
function assigned(node: SyntaxNode): readonly (SyntaxNode | undefined)[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!/^(const|let|var|;|TypeDef|Type\w*|auto)$/.test(child.name)) children.push(child);
  }
  if (node.name === 'InitDeclarator') return [children[0], undefined, children[1]];
  return children.length === 3 ? children : [];
}
