import { callOf, type FunctionRecord, type Settings } from '../../core/index';
import { askParameters } from '../picks/askParameters';
import { Highlight } from '../picks/highlight';
import { pickFunction } from '../picks/pickFunction';
import type { Piece } from '../selection/piece';
import { functionArgument, outputArgument, parametersArgument, type ArgumentObject, type Output } from './arguments';
import { evaluationOf, type Lens } from './lens';
import { oneOrAll, piecesOf } from './pieces';

/** "Evaluate Selection…": with a function in the arguments at once, otherwise by a pick that previews. */
export async function evaluateCommand(lens: Lens, args: ArgumentObject | undefined, output?: Output): Promise<unknown> {
  if (args?.function !== undefined) {
    const chosen = functionArgument(args);
    const params = parametersArgument(chosen, args.params);
    const wanted = output ?? outputArgument(args);
    return oneOrAll(await lens.evaluate(callOf(chosen.id, params), await piecesOf(args, lens), wanted, false));
  }
  const wanted = output ?? outputArgument(args ?? {});
  const pieces = await piecesOf(args, lens);
  const chosen = await choose(lens, pieces);
  if (chosen === undefined) return undefined;
  return oneOrAll(await lens.evaluate(callOf(chosen.row.id, chosen.params), pieces, wanted, args === undefined));
}

/** Lets somebody choose a function and its parameters, the sidebar showing what they would give. */
async function choose(
  lens: Lens,
  pieces: readonly Piece[],
): Promise<{ row: FunctionRecord; params: Settings } | undefined> {
  const first = pieces[0]!;
  const highlight = new Highlight(pieces);
  const preview = (row: FunctionRecord, params: Settings) => {
    lens.guard.run('preview', () => lens.view.preview(evaluationOf(callOf(row.id, params), first)));
  };
  try {
    const row = await pickFunction(lens.lastCall?.function, (active) => preview(active, {}));
    if (row === undefined) return undefined;
    const params = await askParameters(row, first.array.shape, (sofar) => preview(row, sofar));
    return params === undefined ? undefined : { row, params };
  } finally {
    lens.view.preview(undefined);
    highlight.dispose();
  }
}
