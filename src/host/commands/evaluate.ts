import type { Parameters } from '../../core/index';
import type { LensFunction } from '../functionTable';
import { callName } from '../functionTable';
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
    return oneOrAll(await lens.evaluate(chosen.call(params), await piecesOf(args, lens.reader), wanted, false));
  }
  const wanted = output ?? outputArgument(args ?? {});
  const pieces = await piecesOf(args, lens.reader);
  const chosen = await choose(lens, pieces);
  if (chosen === undefined) return undefined;
  return oneOrAll(await lens.evaluate(chosen.row.call(chosen.params), pieces, wanted, args === undefined));
}

/** Lets somebody choose a function and its parameters, the sidebar showing what they would give. */
async function choose(
  lens: Lens,
  pieces: readonly Piece[],
): Promise<{ row: LensFunction; params: Parameters } | undefined> {
  const first = pieces[0]!;
  const highlight = new Highlight(pieces);
  const preview = (row: LensFunction, params: Parameters) => {
    lens.guard.run('preview', () => lens.view.preview(evaluationOf(row.call(params), first)));
  };
  try {
    const row = await pickFunction(lens.last === undefined ? undefined : callName(lens.last.call), (active) =>
      preview(active, {}),
    );
    if (row === undefined) return undefined;
    const params = await askParameters(row, first.array.shape, (sofar) => preview(row, sofar));
    return params === undefined ? undefined : { row, params };
  } finally {
    lens.view.preview(undefined);
    highlight.dispose();
  }
}
