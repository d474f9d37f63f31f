/** A text that a parser of Python reads, and where each of its letters stands in the original. */
export interface Prepared {
  readonly text: string;
  readonly offset: (at: number) => number;
}

/**
 * Takes out what a notebook or a console puts into Python: lines that begin with `%` or `!`, the prompts `>>>` and
 * `...`, and what a console answered.
 */
export function prepare(text: string): Prepared {
  const lines = text.split('\n');
  const isConsole = lines.some((line) => line.trimStart().startsWith('>>> '));
  if (isConsole) return withoutPrompts(lines);
  const kept = lines.map((line) => {
    const rest = line.trimStart();
    if (!rest.startsWith('!') && !/^%%?[a-zA-Z]/.test(rest)) return line;
    const indent = line.length - rest.length;
    return `${line.slice(0, indent)}#${' '.repeat(Math.max(0, rest.length - 1))}`;
  });
  return { text: kept.join('\n'), offset: (at) => at };
}

function withoutPrompts(lines: readonly string[]): Prepared {
  const starts: number[] = [];
  const shifts: number[] = [];
  const kept: string[] = [];
  let from = 0;
  let to = 0;
  for (const line of lines) {
    const indent = line.length - line.trimStart().length;
    const rest = line.slice(indent);
    const prompt = rest.startsWith('>>> ') || rest.startsWith('... ');
    const code = prompt ? rest.slice(4) : '';
    starts.push(to);
    shifts.push(from + (prompt ? indent + 4 : 0) - to);
    kept.push(code);
    from += line.length + 1;
    to += code.length + 1;
  }
  const offset = (at: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return at + shifts[low]!;
  };
  return { text: kept.join('\n'), offset };
}
