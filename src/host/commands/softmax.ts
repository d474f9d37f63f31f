import { callOf, functions } from '../../core/index';
import { askParameters } from '../picks/askParameters';
import { Highlight } from '../picks/highlight';
import { outputArgument, parametersArgument, type ArgumentObject } from './arguments';
import { evaluationOf, type Lens } from './lens';
import { oneOrAll, piecesOf } from './pieces';

/** "Softmax of Selection…": along an axis, with a temperature. */
export async function softmaxCommand(lens: Lens, args: ArgumentObject | undefined): Promise<unknown> {
  const softmax = functions.get('softmax')!;
  if (args !== undefined) {
    const given = ['axis', 'temperature'].filter((id) => args[id] !== undefined);
    const params = parametersArgument(softmax, Object.fromEntries(given.map((id) => [id, args[id]])));
    const output = outputArgument(args);
    return oneOrAll(await lens.evaluate(callOf(softmax.id, params), await piecesOf(args, lens), output, false));
  }
  const pieces = await piecesOf(undefined, lens);
  const first = pieces[0]!;
  const highlight = new Highlight(pieces);
  try {
    const params = await askParameters(softmax, first.array.shape, (sofar) =>
      lens.view.preview(evaluationOf(callOf(softmax.id, sofar), first)),
    );
    if (params === undefined) return undefined;
    return oneOrAll(await lens.evaluate(callOf(softmax.id, params), pieces, 'show', true));
  } finally {
    lens.view.preview(undefined);
    highlight.dispose();
  }
}
