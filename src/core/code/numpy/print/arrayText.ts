import type { Machine, Value } from '../../value';
import { dtypeText } from '../dtype';
import { flat, only, sizeOf, type Items, type NdArray } from '../ndarray';
import { elementFormat, type ElementFormat } from './elementFormat';
import { printOptions, type PrintOptions } from './options';
import { scalarText } from './scalarText';

/** The elements that are shown: all, or of each long axis those at its two ends. */
function shown(a: NdArray, edge: number | undefined): Value[] {
  const out: Value[] = [];
  const buffer = a.buffer as Items;
  const walk = (axis: number, at: number): void => {
    if (axis === a.shape.length) {
      out.push(buffer[at]!);
      return;
    }
    const length = a.shape[axis]!;
    for (let i = 0; i < length; i++) {
      if (edge !== undefined && length > 2 * edge && i === edge) i = length - edge;
      if (i < length) walk(axis + 1, at + i * a.strides[axis]!);
    }
  };
  walk(0, a.offset);
  return out;
}

interface Layout {
  readonly array: NdArray;
  readonly format: ElementFormat;
  readonly separator: string;
  readonly edge: number;
  readonly summarised: boolean;
}

function rightTrimmed(text: string): string {
  return text.replace(/ +$/, '');
}

/** One axis in brackets, as NumPy's recursive printer lays it out. */
function bracketed(layout: Layout, axis: number, at: number, indent: string, width: number): string {
  const { array, format, separator, edge, summarised } = layout;
  const buffer = array.buffer as Items;
  const length = array.shape[axis]!;
  const stride = array.strides[axis]!;
  const folds = summarised && 2 * edge < length;
  const shownAt: (number | undefined)[] = [];
  if (folds) {
    for (let i = 0; i < edge; i++) shownAt.push(i);
    shownAt.push(undefined);
    for (let i = Math.max(length - edge, edge); i < length; i++) shownAt.push(i);
  } else for (let i = 0; i < length; i++) shownAt.push(i);
  const last = shownAt.length - 1;
  if (axis === array.shape.length - 1) {
    const room = width - Math.max(rightTrimmed(separator).length, 1);
    let text = '';
    let line = indent;
    shownAt.forEach((i, k) => {
      const word = i === undefined ? '...' : format(buffer[at + i * stride]!);
      if (line.length + word.length > room && line.length > indent.length) {
        text += `${rightTrimmed(line)}\n`;
        line = indent;
      }
      line += word;
      if (k < last) line += separator;
    });
    return `[${(text + line).slice(indent.length)}]`;
  }
  const between = rightTrimmed(separator) + '\n'.repeat(array.shape.length - axis - 1);
  const parts = shownAt.map((i) =>
    i === undefined ? '...' : bracketed(layout, axis + 1, at + i * stride, `${indent} `, width - 1),
  );
  return `[${parts.join(between + indent)}]`;
}

/** `np.array2string`. */
export function arrayToString(
  a: NdArray,
  options: PrintOptions,
  machine: Machine | undefined,
  separator = ' ',
  prefix = '',
  suffix = '',
): string {
  if (sizeOf(a.shape) === 0) return '[]';
  const summarised = sizeOf(a.shape) > options.threshold;
  const items = shown(a, summarised ? options.edgeitems : undefined);
  machine?.spend(items.length);
  const format = elementFormat(items, a.dtype, options, a.shape.length, machine);
  if (a.shape.length === 0) return format(only(a));
  const layout = { array: a, format, separator, edge: options.edgeitems, summarised };
  return bracketed(layout, 0, a.offset, ' '.repeat(prefix.length + 1), options.linewidth - suffix.length);
}

/** `str(array)` and what print writes. */
export function arrayStr(a: NdArray, machine?: Machine): string {
  if (a.shape.length > 0) return arrayToString(a, printOptions(machine), machine);
  const item = only(a);
  if (a.dtype === 'object' || a.dtype === 'str')
    return machine ? machine.str(item) : typeof item === 'string' ? item : typeof item;
  return scalarText(item as number | bigint, a.dtype);
}

export function shapeText(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]!},)` : `(${shape.join(', ')})`;
}

/** `repr(array)`, as NumPy 2 writes it. */
export function arrayRepr(a: NdArray, machine?: Machine, options: PrintOptions = printOptions(machine)): string {
  const text = `array(${arrayToString(a, options, machine, ', ', 'array(', ')')}`;
  const size = sizeOf(a.shape);
  const extras: string[] = [];
  if ((size === 0 && !(a.shape.length === 1 && a.shape[0] === 0)) || size > options.threshold) {
    extras.push(`shape=${shapeText(a.shape)}`);
  }
  if (size === 0 || !(a.dtype === 'int64' || a.dtype === 'float64' || a.dtype === 'bool')) {
    const longest = a.dtype === 'str' ? (flat(a) as string[]).reduce((n, x) => Math.max(n, x.length), 0) : 1;
    const name = dtypeText(a.dtype, longest);
    extras.push(`dtype=${a.dtype === 'str' ? `'${name}'` : name}`);
  }
  if (extras.length === 0) return `${text})`;
  const tail = `${extras.join(', ')})`;
  const lastLine = text.length - (text.lastIndexOf('\n') + 1) + 1;
  return lastLine + tail.length + 1 > options.linewidth ? `${text},\n      ${tail}` : `${text}, ${tail}`;
}
