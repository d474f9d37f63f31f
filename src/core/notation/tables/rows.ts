import type { NotationId, ReadHint, ReadResult, TextRange } from '../notation';
import { problem, quoted } from '../problems';
import { CellReader } from './cells';
import { eachCell, nextLine } from './separated';
import { numbersIn, planOf, type Plan } from './plan';

/**
 * Reads rows of cells, one line each. Lines of words above are titles, one with a name for each column is kept as
 * labels; columns of words are labels of the rows.
 *
 * @param text with decimal points
 * @param separator the character between cells; 0: blanks
 * @param sure the language says that the text is such a table: then a text among the numbers is a problem, where it
 * else means that this is no table
 * @returns undefined where the first lines are no rows of numbers
 */
export function readSeparated(
  text: string,
  hint: ReadHint,
  notation: NotationId,
  separator: number,
  sure: boolean,
): ReadResult | undefined {
  const reader = new CellReader(text, hint);
  const plan = planOf(reader, separator, sure);
  return plan && new TableReader(reader, plan, separator).read(notation);
}

/** Takes the lines of a table in, as its plan says. */
class TableReader {
  private readonly names: string[] = [];
  private readonly indices = { count: 0, start: -1, end: 0 };
  private label: TextRange | undefined;

  constructor(
    private readonly reader: CellReader,
    private readonly plan: Plan,
    private readonly separator: number,
  ) {}

  read(notation: NotationId): ReadResult {
    const { reader, plan } = this;
    const { builder, text, problems } = reader;
    const { start } = plan.line;
    const labelled = plan.roles.includes('label') || plan.roles.includes('index');
    let end = start;
    builder.open(start);
    for (let line: TextRange | undefined = plan.line; line !== undefined && !reader.full;) {
      const next = nextLine(text, line.end + 1);
      if (this.isText(line)) {
        const more = this.firstRow(next);
        if (more !== undefined) problems.push(problem('several-arrays', more.start, more.end - more.start));
        else this.leaveOut(line.start, text.length);
        break;
      }
      end = line.end;
      this.row(line);
      if (builder.problem !== undefined) break;
      line = next;
    }
    builder.close(end);
    const { indices } = this;
    if (indices.count > 0) {
      const words = quoted(text, indices.start, indices.end);
      const details = { count: indices.count, text: words };
      problems.push(problem('numbers-left-out', indices.start, indices.end - indices.start, details));
    }
    if (labelled || plan.header !== undefined) {
      builder.labels = [labelled ? this.names : undefined, plan.header];
    }
    reader.flatten();
    return reader.finish(notation, 'float64', start, end, plan.warnings);
  }

  private row({ start, end }: TextRange): void {
    const { reader, plan, separator, indices, names } = this;
    const { builder, text, problems } = reader;
    let last = end;
    while (last > start && (text.charCodeAt(last - 1) === 32 || text.charCodeAt(last - 1) === 13)) last--;
    const trailing = plan.trailing && separator !== 0 && text.charCodeAt(last - 1) === separator;
    let column = 0;
    let name = '';
    builder.open(start);
    eachCell(text, start, trailing ? last - 1 : last, separator, (from, to) => {
      const role = plan.roles[column++];
      if (role !== 'label' && role !== 'index') {
        reader.cell(from, to);
        return;
      }
      const kind = reader.look(from, to);
      const words = text.slice(reader.start, reader.end);
      if (role === 'index') {
        if (indices.start < 0) indices.start = reader.start;
        indices.end = reader.end;
        indices.count++;
      } else if (kind === 'number' || kind === 'malformed') {
        // the first lines had words in this column: which of both is meant is not known
        const at = this.label ?? reader;
        problems.push(problem('string', at.start, at.end - at.start, { text: quoted(text, at.start, at.end) }));
      } else this.label ??= { start: reader.start, end: reader.end };
      name = name === '' ? words : `${name}, ${words}`;
    });
    names.push(name);
    builder.close(end);
  }

  /** a line of words where the first column has numbers */
  private isText(line: TextRange): boolean {
    const { reader, plan, separator } = this;
    if (plan.roles[0] === 'label') return false;
    const kinds: string[] = [];
    // what follows the first cell is only looked at where that is no number
    eachCell(reader.text, line.start, line.end, separator, (from, to) => {
      if (kinds.length === 0 || kinds[0] === 'wrong') kinds.push(reader.look(from, to));
    });
    return kinds[0] === 'wrong' && (separator === 0 || !kinds.includes('number'));
  }

  private firstRow(from: TextRange | undefined): TextRange | undefined {
    for (let line = from; line !== undefined; line = nextLine(this.reader.text, line.end + 1)) {
      if (!this.isText(line)) return line;
    }
    return undefined;
  }

  /** tells of the numbers in the lines of words below the table */
  private leaveOut(start: number, stop: number): void {
    const { reader } = this;
    const end = start + reader.text.slice(start, stop).trimEnd().length;
    const count = numbersIn(reader.text, start, end);
    if (count === 0) return;
    const details = { count, text: quoted(reader.text, start, end) };
    reader.problems.push(problem('numbers-left-out', start, end - start, details));
  }
}
