import type { Graph, Unknown, Value } from '../../code/value';

/** The history of a value that depends on the input; undefined for a value that is known. */
export function graphOf(value: Value): Graph | undefined {
  return typeof value === 'object' && value !== null && value.kind === 'unknown' ? value.graph : undefined;
}

export const isTraced = (value: Value): value is Unknown => graphOf(value) !== undefined;

/** The last name of what is called: `dot` of `np.dot`, of `x.dot` and of a function that the text does not define. */
export function calleeName(callee: Value): string {
  if (typeof callee !== 'object' || callee === null) return '';
  if (callee.kind === 'unknown') return callee.graph?.name ?? '';
  if (callee.kind === 'function' || callee.kind === 'native' || callee.kind === 'class') return callee.name;
  if (callee.kind !== 'object') return '';
  const name = callee.get('__name__');
  return typeof name === 'string' ? name : callee.type;
}

/** A matrix product with the input's side and the weights' side. */
export interface Product {
  readonly traced: Value;
  readonly weights: Value;
  /** the weights stand on the left, W x: they are [units][inputs] */
  readonly weightsFirst: boolean;
  /** of calls that add it themselves, F.linear(x, W, b) */
  readonly bias?: Value;
}

const products = new Set(['dot', 'matmul', 'mm', 'inner', 'mv']);

/** The product that a value is, or undefined. */
export function productOf(value: Value): Product | undefined {
  const graph = graphOf(value);
  if (graph === undefined) return undefined;
  if (graph.op === '@') return pair(graph.operands[0]!, graph.operands[1]!);
  if (graph.op !== 'call') return undefined;
  const [callee, first, second, third] = graph.operands;
  const name = calleeName(callee!);
  const method = typeof callee === 'object' && callee?.kind === 'unknown' ? callee.graph : undefined;
  if (products.has(name)) {
    if (method?.op === 'attribute' && first !== undefined && second === undefined)
      return pair(method.operands[0]!, first);
    // a method of a known array, W.dot(x)
    if (second === undefined && typeof callee === 'object' && callee?.kind === 'native') return undefined;
    return first === undefined || second === undefined ? undefined : pair(first, second);
  }
  if (name === 'linear' && first !== undefined && second !== undefined) {
    return {
      traced: first,
      weights: second,
      weightsFirst: true,
      ...(third === undefined || third === null ? {} : { bias: third }),
    };
  }
  return moduleProduct(callee, first);
}

/** A layer of torch.nn called on the input: weight [units][inputs] and bias are its members. */
function moduleProduct(callee: Value | undefined, x: Value | undefined): Product | undefined {
  if (typeof callee !== 'object' || callee?.kind !== 'object' || callee.type !== 'Linear' || x === undefined)
    return undefined;
  const weights = callee.get('weight');
  const bias = callee.get('bias');
  if (weights === undefined) return undefined;
  return { traced: x, weights, weightsFirst: true, ...(bias === undefined || bias === null ? {} : { bias }) };
}

function pair(left: Value, right: Value): Product | undefined {
  const [l, r] = [dependsOnInput(left), dependsOnInput(right)];
  if (l && !r) return { traced: left, weights: right, weightsFirst: false };
  if (r && !l) return { traced: right, weights: left, weightsFirst: true };
  // both depend on names that the text does not define: the one that is a product or a function of one is the input
  if (l && r)
    return isBareName(right)
      ? { traced: left, weights: right, weightsFirst: false }
      : { traced: right, weights: left, weightsFirst: true };
  return undefined;
}

const isBareName = (value: Value): boolean =>
  /^(W|w|weight|theta|Theta|syn)/.test(graphOf(value)?.name ?? '') && graphOf(value)?.op === 'name';
const dependsOnInput = (value: Value): boolean => isTraced(value);

/** Every different product that a value is made of, without going into the products themselves. */
export function nearestProducts(value: Value, most = 4): { readonly value: Value; readonly product: Product }[] {
  const found: { value: Value; product: Product }[] = [];
  const seen = new Set<Value>();
  const stack: Value[] = [value];
  while (found.length < most) {
    const next = stack.pop();
    if (next === undefined) break;
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    const product = productOf(next);
    if (product !== undefined) {
      found.push({ value: next, product });
      continue;
    }
    const graph = graphOf(next);
    if (graph !== undefined) stack.push(...graph.operands, ...(graph.keywords?.values() ?? []));
    else if (next.kind === 'list' || next.kind === 'tuple') stack.push(...next.items);
  }
  return found;
}

/** Where the bias is added to a product: the sum of the two, or the product itself. */
export function affineOf(output: Value, product: Value): { readonly value: Value; readonly bias?: Value } {
  const seen = new Set<Value>();
  const stack: Value[] = [output];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    const graph = graphOf(next);
    if (graph === undefined) {
      if (next.kind === 'list' || next.kind === 'tuple') stack.push(...next.items);
      continue;
    }
    const operands =
      graph.op === 'call' && calleeName(graph.operands[0]!) === 'add'
        ? graph.operands.slice(1)
        : graph.op === '+'
          ? graph.operands
          : [];
    if (operands.includes(product)) {
      const bias = operands.find((operand) => operand !== product);
      if (bias !== undefined && nearestProducts(bias).length === 0) return { value: next, bias };
    }
    stack.push(...graph.operands);
  }
  return { value: product };
}
