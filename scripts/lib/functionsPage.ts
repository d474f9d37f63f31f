import { functions, spellings, type Activation, type Parameters, type Properties, type Spelling } from '../../src/core';
import { completeParameters } from '../../src/core/activations/parameters';

const intro = `# Functions

Every function that Activation Lens knows, with its formula and how each framework spells it; activations also with
their pictures and what people compare them by. This page is made from the same records that the editor uses:
\`npm run docs\` writes it.

In the pictures the function is solid and its derivative dashed. Hatched to the left or right: where the gradient is
exactly 0 (dense) or has faded (sparse). Rings are corners and jumps. Values and derivatives are within 2 units in the
last place of the exact ones; at a corner the derivative is the one that PyTorch takes; NaN gives NaN, an infinity the
limit.
`;

/** FUNCTIONS.md: a table of contents, then a section for each function. */
export function functionsPage(records: readonly Activation[], pictures: string): string {
  const head =
    '| function | id | range | zero-centred | monotonic | smooth | gradient dies |\n|---|---|---|---|---|---|---|';
  const lines = records.map((record) => {
    const { zeroCentred, monotonic, smooth, gradientDies } = record.properties;
    const cells = [yes(zeroCentred), yes(monotonic), yes(smooth), places[gradientDies]];
    return `| [${record.label}](#${anchor(record.label)}) | \`${record.id}\` | ${rangeOf(record)} | ${cells.join(' | ')} |`;
  });
  const sections = records.map((record) => section(record, pictures));
  return `${intro}\n${head}\n${lines.join('\n')}\n\n${sections.join('\n')}\n${alongAxis()}`;
}

function section(record: Activation, pictures: string): string {
  const { label, id, formula, derivativeFormula, explanation, source } = record;
  const title = source.url === undefined ? source.title : `[${source.title}](${source.url})`;
  return [
    `## ${label}\n`,
    `\`${id}\`${record.parameters.length === 0 ? '' : ` with ${parameterList(record)}`}\n`,
    math(`f(x) = ${formula}`),
    math(`f'(x) = ${derivativeFormula}`),
    `![${label} and its derivative](${pictures}/${id}.svg)\n`,
    `${explanation.en}\n`,
    `${explanation.ko}\n`,
    propertyTable(record),
    spellingTable(record),
    inCode(record.id),
    `Source: ${source.authors}, ${title}, ${source.year}.\n`,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** A fenced block keeps the backslashes of LaTeX as they are; GitHub sets it like text between double dollars. */
const math = (latex: string): string => `\`\`\`math\n${latex}\n\`\`\`\n`;

const parameterList = (record: Activation): string =>
  record.parameters.map(({ id, symbol, default: value }) => `\`${id}\` ($${symbol}$) = ${number(value)}`).join(', ');

function propertyTable(record: Activation): string {
  const p = completeParameters(record);
  const { properties } = record;
  const kinks = record.kinks(p);
  const rows: [string, string][] = [
    ['range', rangeOf(record)],
    ['zero-centred', yes(properties.zeroCentred)],
    ['monotonic', yes(properties.monotonic)],
    ['bounded', bounded(properties)],
    ['smooth', yes(properties.smooth)],
    ['saturates', places[properties.saturates]],
    ['gradient is exactly 0', places[properties.gradientDies]],
    ['corners and jumps', kinks.length === 0 ? 'none' : kinks.map(number).join(', ')],
  ];
  return `| property | |\n|---|---|\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}\n`;
}

function spellingTable(record: Activation): string {
  const rows = record.spellings.map(
    (spelling) =>
      `| ${spelling.framework} | \`${cell(spelling.code)}\` | ${defaults(spelling)} | ${cell(spelling.note ?? '')} |`,
  );
  return `| framework | spelling | its defaults | note |\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

/** The callees of code that are recognised as the function, by framework. */
function inCode(id: string): string {
  const lines = new Map<string, string[]>();
  for (const row of spellings) {
    const others = row.arguments.flatMap(({ names, means }) =>
      means.as === 'function'
        ? Object.entries(means.by).flatMap(([value, other]) =>
            other === id && row.function !== id ? [`${names[0]!}=${value}`] : [],
          )
        : means.as === 'otherwise' && means.function === id
          ? [`${names[0]!}=…`]
          : [],
    );
    const written = row.function === id ? [row.callee] : others.map((argument) => `${row.callee}(${argument})`);
    if (written.length === 0) continue;
    const quoted = written.map((text) => `\`${row.kind === 'string' ? `"${text}"` : text}\``);
    lines.set(row.framework, [...(lines.get(row.framework) ?? []), ...quoted]);
  }
  if (lines.size === 0) return '';
  const list = [...lines].map(([framework, names]) => `- ${framework}: ${[...new Set(names)].join(', ')}`).join('\n');
  return `Recognised in code:\n\n${list}\n`;
}

/** The functions along an axis, shorter: their steps are in the sidebar. */
function alongAxis(): string {
  const rows = [...functions.values()].filter(({ kind }) => kind !== 'activation');
  return rows
    .map(({ id, label, formula, explanation }) =>
      [`## ${label}\n`, `\`${id}\`\n`, math(formula), `${explanation.en}\n`, `${explanation.ko}\n`, inCode(id)]
        .filter((part) => part !== '')
        .join('\n'),
    )
    .join('\n');
}

const defaults = ({ params }: Spelling): string => (params === undefined ? '' : assignments(params));

const assignments = (params: Parameters): string =>
  Object.entries(params)
    .map(([id, value]) => `${id} = ${number(value)}`)
    .join(', ');

const places: Readonly<Record<Properties['gradientDies'], string>> = {
  none: 'nowhere',
  left: 'on the left',
  right: 'on the right',
  both: 'on both sides',
  middle: 'in the middle',
  everywhere: 'everywhere',
};

function bounded({ boundedAbove, boundedBelow }: Properties): string {
  if (boundedAbove && boundedBelow) return 'above and below';
  return boundedAbove ? 'above' : boundedBelow ? 'below' : 'no';
}

function rangeOf(record: Activation): string {
  const { min, max, minReached, maxReached } = record.range(completeParameters(record));
  return `${minReached ? '[' : '('}${number(min)}, ${number(max)}${maxReached ? ']' : ')'}`;
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

/** Few digits are enough to compare by; fractions that people write as such are written so. */
function number(x: number): string {
  if (!Number.isFinite(x)) return x < 0 ? '-∞' : '∞';
  for (const denominator of [3, 6]) {
    const numerator = x * denominator;
    if (Number.isInteger(numerator) && !Number.isInteger(x * 2) && Math.abs(numerator) < denominator) {
      return `${String(numerator)}/${String(denominator)}`;
    }
  }
  return String(Number(x.toPrecision(6)));
}

/** A bar would end the cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

/** As GitHub makes the anchor of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-');
