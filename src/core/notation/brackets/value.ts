import { quoted } from '../problems';
import { isDigit } from '../lexis/trivia';
import { Kind } from './frame';
import { booleanValue, constantValue, isMissing } from '../lexis/words';
import { NumberScanner } from '../lexis/number';
import { ReaderState } from './state';

/** Reads what is one value: numbers, constants, strings, missing values. */
export abstract class ValueReader extends ReaderState {
  protected readNumber(p: number): number {
    const scanner = this.scanner;
    scanner.scan(p);
    const top = this.top;
    if (top.elementStart < 0) top.elementStart = p;
    if (scanner.trouble !== '') {
      const text = quoted(this.text, p, scanner.end);
      this.report(scanner.trouble, p, scanner.end - p, { text });
    }
    if (scanner.dtype !== '') this.imply(scanner.dtype);
    if (!scanner.integer) this.fraction = true;
    else if (scanner.value >= 9007199254740992) this.warnInteger(p, scanner.end);
    this.builder.digits(scanner.decimals, scanner.significant);
    return this.pushValue(scanner.value, scanner.integer, scanner.end);
  }

  protected warnInteger(p: number, end: number): void {
    if (this.warnedInteger) return;
    const digits = this.text.slice(p, end);
    if (digits.length < 400 && /^\d+$/.test(digits) && BigInt(digits) === BigInt(Number(digits))) return;
    this.warnedInteger = true;
    this.report('inexact-integer', p, end - p, { text: quoted(this.text, p, end) });
  }

  protected readMasked(p: number): number {
    let q = p + 2;
    while (this.text.charCodeAt(q) === 45) q++;
    return this.readMissing(p, q);
  }

  protected readMissing(p: number, end: number): number {
    if (this.hint.missing !== 'nan') {
      return this.reportValue('missing', p, end, { name: quoted(this.text, p, end) });
    }
    this.missing++;
    return this.pushValue(NaN, false, end);
  }

  protected readDots(p: number): number {
    const dots = this.text.charCodeAt(p) === 46;
    if (dots && this.text.charCodeAt(p + 2) !== 46) return this.stop('unexpected-text', p, 2, { text: '..' });
    if (this.dialect.notation === 'javascript' && dots) {
      return this.stop('unexpected-text', p, 3, { text: '...' });
    }
    return this.stop('truncated', p, dots ? 3 : 1, {});
  }

  protected readString(p: number): number {
    const top = this.top;
    const end = this.blanks.stringEnd(p);
    if (end === 0) return this.stop('unclosed-string', p, 1, {});
    const content = this.text.slice(p + 1, end - 1).trim();
    const value = content.length > 400 ? undefined : this.stringValue(content);
    if (top.kind === Kind.wrap && value !== undefined) return this.pushValue(value, false, end);
    if (value !== undefined && !Number.isFinite(value) && this.dialect.notation === 'json') {
      this.fraction = true;
      return this.pushValue(value, false, end);
    }
    return this.reportValue(value === undefined ? 'string' : 'quoted-number', p, end, {
      text: quoted(this.text, p, end),
    });
  }

  protected stringValue(content: string): number | undefined {
    const negative = content.startsWith('-');
    const bare = negative || content.startsWith('+') ? content.slice(1) : content;
    const c = bare.charCodeAt(0);
    if (!isDigit(c) && c !== 46) {
      const constant = constantValue(bare);
      return constant === undefined ? undefined : negative ? -constant : constant;
    }
    if (c === 46 && !isDigit(bare.charCodeAt(1))) return undefined;
    const scanner = new NumberScanner(bare);
    scanner.scan(0);
    if (scanner.trouble !== '' || scanner.end !== bare.length) return undefined;
    this.builder.digits(scanner.decimals, scanner.significant);
    return negative ? -scanner.value : scanner.value;
  }

  protected constant(p: number, end: number, name: string): number {
    const value = constantValue(name.startsWith('.') ? name.slice(1) : name);
    if (value !== undefined) {
      this.fraction = true;
      if (/(32|f)$/i.test(name) && /^(inf|nan)/i.test(name) && name !== 'inf' && name !== 'Inf' && name !== 'INF') {
        this.imply('float32');
      }
      if (name.startsWith('f32::') || name.startsWith('Float.') || name.startsWith('float.')) this.imply('float32');
      return this.pushValue(value, false, end);
    }
    const boolean = booleanValue(name);
    if (boolean !== undefined) {
      this.booleans++;
      return this.pushValue(boolean, true, end);
    }
    if (isMissing(name)) return this.readMissing(p, end);
    return this.reportValue('unknown-name', p, end, { name: quoted(this.text, p, end) });
  }
}
