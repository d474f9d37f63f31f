import * as vscode from 'vscode';
import { forward, numericArray, sampleNetwork } from '../../core/index';
import type { Network, NetworkResult, NumericArray, Problem, Trace } from '../../core/index';
import type { Assumption } from '../../shared/protocol';
import { LensError } from '../lensError';
import { networkShown } from '../model/networkShown';
import type { Piece } from '../selection/piece';
import type { ArgumentObject } from './arguments';
import type { Lens } from './lens';
import { oneOrAll, piecesOf } from './pieces';

/**
 * "Run Network on Selection": the selected vector or batch through the network that is shown, which is the sample
 * network until another was read. A selection that is a network itself (arrays named W1, b1, ...) is read and shown.
 */
export async function runNetworkCommand(lens: Lens, args: ArgumentObject | undefined): Promise<unknown> {
  if (args === undefined) {
    const read = await selectedNetwork(lens);
    if (read !== undefined) {
      await lens.view.showNetwork(read.network, undefined, assumptionsOf(read.problems));
      return { network: read.network };
    }
  }
  const x = args?.x;
  const pieces = x === undefined ? await piecesOf(args, lens) : [pieceOf(inputArgument(x))];
  const shown = networkShown(lens.view.network);
  const traces = pieces.map((piece) => trace(shown, piece));
  await lens.view.runNetwork(pieces[0]!.array);
  return oneOrAll(traces);
}

/** "Run Sample Network": the input that the notebook computes by hand. */
export async function runSampleNetworkCommand(lens: Lens): Promise<Trace> {
  const x = numericArray([1, 0.5]);
  await lens.view.showNetwork(sampleNetwork, x);
  return forward(sampleNetwork, x);
}

/** The network that the selection spells out; undefined where it is none, an array for example. */
async function selectedNetwork({
  editor: { current: editor },
  code,
}: Lens): Promise<Extract<NetworkResult, { ok: true }> | undefined> {
  const [selection, another] = editor?.selections ?? [];
  if (editor === undefined || selection === undefined || selection.isEmpty || another !== undefined) return undefined;
  const { document } = editor;
  const read = await code.run('readNetwork', { text: document.getText(selection), languageId: document.languageId });
  return read.ok ? read : undefined;
}

/** What the text left open, so that the view can say it. */
function assumptionsOf(problems: readonly Problem[]): readonly Assumption[] {
  const has = (code: string): boolean => problems.some((problem) => problem.code === code);
  return [
    ...(has('network-activation-assumed') ? (['activations'] as const) : []),
    ...(has('network-no-bias') ? (['biases'] as const) : []),
  ];
}

function trace(network: Network, piece: Piece): Trace {
  try {
    return forward(network, piece.array);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const range = piece.literals[0]?.range;
    throw new LensError(
      'network-input',
      vscode.l10n.t(
        'The network takes {0} inputs, as [{0}] or [batch, {0}]; the selection has shape [{1}].',
        network.layers[0]?.W.shape[0] ?? 0,
        piece.array.shape.join(', '),
      ),
      range === undefined || piece.document === undefined ? undefined : { document: piece.document, range },
    );
  }
}

/** An array that came as an argument: it stands in no document. */
function pieceOf(array: NumericArray): Piece {
  return {
    array,
    notation: 'python',
    literals: [{ text: '[]', range: undefined }],
    document: undefined,
    source: undefined,
  };
}

/** `x` as a list of numbers, a list of such lists, or a NumericArray. */
function inputArgument(x: unknown): NumericArray {
  if (isNumericArray(x)) return numericArray(x.data, x.shape);
  if (isNumbers(x)) return numericArray(x);
  if (Array.isArray(x) && x.every(isNumbers)) {
    const rows: readonly (readonly number[])[] = x;
    const width = rows[0]?.length ?? 0;
    if (rows.every((row) => row.length === width)) return numericArray(rows.flat(), [rows.length, width]);
  }
  throw new LensError('bad-arguments', vscode.l10n.t('"x" must be a list of numbers or a list of equally long ones.'));
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number');

function isNumericArray(value: unknown): value is NumericArray {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('shape' in value)) return false;
  const { data, shape } = value;
  if (!(data instanceof Float64Array) || !isNumbers(shape)) return false;
  return shape.reduce((product, length) => product * length, 1) === data.length;
}
