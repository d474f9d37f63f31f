/** The operators of constant arithmetic; the names are their signs. */
export type Operator = '+' | '-' | '*' | '/' | '//' | '%' | '**' | 'negate';

const precedence: Readonly<Record<Operator, number>> = {
  '+': 1,
  '-': 1,
  '*': 2,
  '/': 2,
  '//': 2,
  '%': 2,
  negate: 3,
  '**': 4,
};

/**
 * Computes constant arithmetic such as `-(1+2)*3` and `2**-4` with two explicit stacks (E. W. Dijkstra's shunting
 * yard). Brackets are the caller's affair: it remembers `mark()` at the opening one and reduces down to it.
 */
export class Evaluator {
  readonly values: number[] = [];
  /** which values are integers as their language sees them */
  private readonly integers: boolean[] = [];
  private readonly operators: Operator[] = [];

  constructor(private readonly integerDivision: boolean) {}

  push(value: number, integer: boolean): void {
    this.values.push(value);
    this.integers.push(integer);
  }

  pop(): number {
    this.integers.pop();
    return this.values.pop() ?? NaN;
  }

  mark(): number {
    return this.operators.length;
  }

  /** Whether an operator above the mark waits for its right operand or for its turn. */
  waits(mark: number): boolean {
    return this.operators.length > mark;
  }

  /** Takes in an operator after computing what binds tighter. A sign before a value computes nothing yet. */
  operator(operator: Operator, mark: number): void {
    if (operator !== 'negate') {
      const level = precedence[operator];
      while (this.operators.length > mark) {
        const top = precedence[this.operators[this.operators.length - 1]!];
        // powers group from the right: 2**3**2 is 2**9
        if (top < level || (top === level && operator === '**')) break;
        this.apply();
      }
    }
    this.operators.push(operator);
  }

  /** Computes everything above the mark. */
  reduce(mark: number): void {
    while (this.operators.length > mark) this.apply();
  }

  /** The one value whose `*` waits for a right operand, and forgets both. */
  takeFactor(): number {
    this.operators.pop();
    return this.pop();
  }

  private apply(): void {
    const operator = this.operators.pop()!;
    const integer = this.integers.pop() ?? false;
    const b = this.values.pop() ?? NaN;
    if (operator === 'negate') {
      this.push(-b, integer);
      return;
    }
    const both = (this.integers.pop() ?? false) && integer;
    const a = this.values.pop() ?? NaN;
    this.push(
      this.compute(operator, a, b, both),
      both && operator !== '**' && (operator !== '/' || this.integerDivision),
    );
  }

  private compute(operator: Exclude<Operator, 'negate'>, a: number, b: number, integers: boolean): number {
    switch (operator) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return integers && this.integerDivision ? Math.trunc(a / b) : a / b;
      case '//':
        return Math.floor(a / b);
      case '%':
        // languages with truncating division have a remainder with the sign of a, the others a modulo with that of b
        return this.integerDivision ? a % b : a - b * Math.floor(a / b);
      case '**':
        return a ** b;
    }
  }
}
