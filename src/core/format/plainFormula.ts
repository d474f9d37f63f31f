/** LaTeX commands of the registry's formulas that stand for one character or one word. */
const symbols: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  Phi: 'Φ',
  sum: 'Σ',
  infty: '∞',
  cdot: '·',
  times: '×',
  odot: '⊙',
  otimes: '⊗',
  pm: '±',
  mp: '∓',
  approx: '≈',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  in: '∈',
  to: '→',
  mid: '|',
  lvert: '|',
  rvert: '|',
  vert: '|',
  lfloor: '⌊',
  rfloor: '⌋',
  ldots: '…',
  dots: '…',
  cdots: '…',
  quad: '  ',
  qquad: '   ',
  prime: '′',
  left: '',
  right: '',
  bigl: '',
  bigr: '',
  big: '',
  Big: '',
  Bigl: '',
  Bigr: '',
  displaystyle: '',
  limits: '',
  nolimits: '',
};

/** Commands whose argument is printed as it is. */
const transparent = new Set(['text', 'textrm', 'mathrm', 'mathbf', 'mathbb', 'operatorname', 'boldsymbol', 'mathit']);

/** Superscripts that Unicode has; `^` in front of what it lacks. */
const superscripts = forms('0123456789+-−=()nix', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣ');
const subscripts = forms('0123456789+-−=()aeijkmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₘₙₒₚᵣₛₜᵤᵥₓ');

function forms(from: string, to: string): ReadonlyMap<string, string> {
  const targets = Array.from(to);
  return new Map(Array.from(from, (character, i) => [character, targets[i]!]));
}

/**
 * A LaTeX formula of the registry as one line that people can read where no mathematics can be set: in lists,
 * tooltips and screen readers. Fractions become `a / b`, cases become `a if c; b otherwise`.
 *
 * @example plainFormula('\\frac{1}{1 + e^{-x}}') // '1 / (1 + e⁻ˣ)'
 */
export function plainFormula(latex: string): string {
  const reader = { text: latex, at: 0 };
  return tidy(sequence(reader, ''));
}

interface Reader {
  readonly text: string;
  at: number;
}

/** Reads up to the end of the group; formulas are our own and nest only a few levels. */
function sequence(reader: Reader, end: '' | '}' | ']'): string {
  let out = '';
  while (reader.at < reader.text.length) {
    const c = reader.text[reader.at]!;
    if (c === end) break;
    if (c === '^') {
      reader.at++;
      out = `${out.trimEnd()}${script(argument(reader), superscripts, '^')}`;
    } else if (c === '_') {
      reader.at++;
      out = `${out.trimEnd()}${script(argument(reader), subscripts, '_')}`;
    } else if (c === '&') {
      reader.at++;
      out += reader.text.startsWith('\\text', skipped(reader)) ? ' ' : ' if ';
    } else out += after(out, c === '\\', item(reader));
  }
  return out;
}

/** A command's text behind what stands before it: a quotient behind a name is its argument. */
function after(out: string, isCommand: boolean, text: string): string {
  return isCommand && text.includes(' / ') && !text.startsWith('(') && /[\p{L}\d)]\s*$/u.test(out) ? `(${text})` : text;
}

/** One character, one command with its arguments, or one group. */
function item(reader: Reader): string {
  const c = reader.text[reader.at]!;
  if (c === '{') {
    reader.at++;
    const inside = sequence(reader, '}');
    reader.at++;
    return inside;
  }
  if (c !== '\\') {
    reader.at++;
    return c === '~' ? ' ' : c;
  }
  return command(reader, commandName(reader));
}

function commandName(reader: Reader): string {
  const start = ++reader.at;
  while (/[a-zA-Z]/.test(reader.text[reader.at] ?? '')) reader.at++;
  if (reader.at === start) reader.at++;
  return reader.text.slice(start, reader.at);
}

function command(reader: Reader, name: string): string {
  if (name === 'frac' || name === 'tfrac' || name === 'dfrac') {
    const top = wrap(argument(reader));
    const quotient = `${top} / ${wrap(argument(reader))}`;
    return beforeFactor(reader) ? `(${quotient})` : quotient;
  }
  if (name === 'sqrt') return root(reader);
  if (name === 'begin' || name === 'end') {
    argument(reader);
    return '';
  }
  if (transparent.has(name)) return argument(reader);
  if (name === '\\') return '; ';
  if (name === ',' || name === ';' || name === ':' || name === ' ') return ' ';
  if (name === '!') return '';
  const symbol = symbols[name];
  if (symbol !== undefined) return symbol;
  // functions: \exp, \tanh, \max; escaped characters: \{ \} \|
  return /^[a-zA-Z]/.test(name) && /[\w\\]/.test(nextAfterSpace(reader)) ? `${name} ` : name;
}

/** Whether a factor follows, which would seem to belong to the denominator. */
function beforeFactor(reader: Reader): boolean {
  const spacing = /(?:\\[,;:! ]|\\(?:left|bigl?|Bigl?)|\s)*/y;
  spacing.lastIndex = reader.at;
  spacing.exec(reader.text);
  const rest = reader.text.slice(spacing.lastIndex, spacing.lastIndex + 12);
  return /^(?:[a-zA-Z(]|\\(?:log|ln|exp|tanh|sum|alpha|beta|Phi|sigma))/.test(rest);
}

function root(reader: Reader): string {
  skipSpace(reader);
  if (reader.text[reader.at] !== '[') return `√${wrap(argument(reader))}`;
  reader.at++;
  const degree = sequence(reader, ']');
  reader.at++;
  return `${script(degree, superscripts, '')}√${wrap(argument(reader))}`;
}

function argument(reader: Reader): string {
  skipSpace(reader);
  return reader.at < reader.text.length ? item(reader).trim() : '';
}

function skipSpace(reader: Reader): void {
  reader.at = skipped(reader);
}

/** The next place that is no blank. */
function skipped(reader: Reader): number {
  let at = reader.at;
  while (reader.text[at] === ' ') at++;
  return at;
}

function nextAfterSpace(reader: Reader): string {
  return reader.text[skipped(reader)] ?? '';
}

/** Raised or lowered text: in Unicode where every character has its form, else after a sign. */
function script(text: string, table: ReadonlyMap<string, string>, sign: string): string {
  const small = Array.from(text, (c) => table.get(c));
  if (text !== '' && small.every((c) => c !== undefined)) return small.join('');
  return `${sign}${wrap(text)}`;
}

/** Brackets round what would read wrongly without. */
function wrap(text: string): string {
  return /^(?:√?[\d.]+|√?\p{L}[\p{L}\p{N}′]*)$/u.test(text) || text === '' || /^\([^()]*\)$/.test(text)
    ? text
    : `(${text})`;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\s+([;,)])/g, '$1')
    .replace(/\(\s+/g, '(')
    .replace(/,;/g, ';')
    .replace(/\b(exp|log|ln|max|min|tanh|erf) \(/g, '$1(')
    .replace(/^[;\s]+|[;\s]+$/g, '');
}
