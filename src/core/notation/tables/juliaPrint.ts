import type { Reader } from '../notation';
import { finish } from '../build/finish';
import { problem } from '../problems';
import { ArrayBuilder } from '../build/arrayBuilder';
import { constantValue, dtypeOfName } from '../lexis/words';
import { NumberScanner } from '../lexis/number';

const header =
  /^\s{0,200}(?:(\d{1,9}(?:×\d{1,9})+) (?:Matrix|Array|Adjoint|Transpose)|(\d{1,9})-element Vector)\{([A-Za-z0-9]{1,20})[^\n]{0,80}\}:[ \t\r]*\n/;
const style = { exponentF: true };

/**
 * Reads what Julia prints for a vector or a matrix: a line with lengths and type, `2×2 Matrix{Float64}:`, then one
 * row a line. `⋮` and `⋯` stand for values that are left out: a problem.
 */
export const readJuliaPrint: Reader = (text, hint) => {
  const found = header.exec(text);
  if (found === null) return undefined;
  const shape = (found[1] ?? found[2])!.split('×').map(Number);
  const matrix = shape.length > 1;
  const builder = new ArrayBuilder(hint.ranges);
  const scanner = new NumberScanner(text, style);
  const fail = (code: 'truncated' | 'unexpected-text', p: number) =>
    ({ ok: false, problems: [problem(code, p, 1, { text: text.charAt(p) })] }) as const;
  let end = found[0].length;
  builder.open(end);
  let row = false;
  for (let p = end; p < text.length;) {
    const c = text.charCodeAt(p);
    if (c === 10) {
      if (row && matrix) builder.close(p);
      row = false;
    }
    if (c === 32 || c === 9 || c === 13 || c === 10) {
      p++;
      continue;
    }
    if (c === 0x2026) return fail('truncated', p);
    if (matrix && !row) builder.open(p);
    row = true;
    const start = p;
    const negative = c === 45;
    if (negative) p++;
    const digit = text.charCodeAt(p);
    let value: number | undefined;
    if (digit >= 48 && digit <= 57) {
      scanner.scan(p);
      if (scanner.trouble !== '') return fail('unexpected-text', start);
      value = scanner.value;
      builder.digits(scanner.decimals, scanner.significant);
      p = scanner.end;
    } else {
      const word = /[A-Za-z]{1,8}\d{0,2}/y;
      word.lastIndex = p;
      value = constantValue(word.exec(text)?.[0] ?? '');
      if (value === undefined) return fail('unexpected-text', start);
      p = word.lastIndex;
    }
    builder.value(negative ? -value : value, start, p);
    end = p;
  }
  if (row && matrix) builder.close(end);
  builder.close(end);
  const count = shape.reduce((product, length) => product * length, 1);
  const whole = count === builder.length;
  const problems = whole ? [] : [problem('bad-shape', 0, end, { shape: shape.join(', '), count: builder.length })];
  return finish(builder, 'julia', dtypeOfName(found[3]!, false) ?? 'float64', 0, end, problems, hint);
};
