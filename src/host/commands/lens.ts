import * as vscode from 'vscode';
import {
  CallError,
  callFault,
  forward,
  run,
  settingsOf,
  type Network,
  type NumericArray,
  type Settings,
} from '../../core/index';
import { isNetworkCall, type Evaluation, type FunctionCall } from '../../shared/evaluation';
import { networkShown } from '../model/networkShown';
import { contextKeys } from '../../shared/ids';
import { applyEdits, lineBelow, type TextEdit } from '../edit';
import { faultError } from '../faultText';
import type { Guard } from '../guard';
import { LensError } from '../lensError';
import type { LensView } from '../lensView';
import type { CodeJobs } from '../../compute/codeJobs';
import type { Threads } from '../threads/threads';
import type { Reader } from '../reading/reader';
import { pickNonFinite } from '../picks/pickNonFinite';
import { resultText, resultTexts, type NonFinite } from '../resultText';
import type { LastEditor } from '../selection/lastEditor';
import type { Piece } from '../selection/piece';
import { pieceOfEvaluation } from '../selection/pieceOfEvaluation';
import type { Output } from './arguments';

/** What a command answers for one array. */
export interface Outcome {
  readonly function: string;
  readonly params: Settings;
  readonly input: NumericArray;
  readonly result: NumericArray;
  /** the result in the notation of the source */
  readonly text: string;
}

/** What was evaluated last: the call to repeat and the results to copy. */
export interface Last {
  readonly call: FunctionCall;
  readonly outcomes: readonly Outcome[];
  readonly pieces: readonly Piece[];
}

/** Evaluates pieces and brings the results where they are wanted. Commands share one. */
export class Lens implements vscode.Disposable {
  /** what was chosen in the view, until a command asks for it: a slider chooses many times a second */
  private adopted: Evaluation | undefined;
  private lastEvaluation: Last | undefined;
  private toldHasLast = false;
  private readonly listening: vscode.Disposable;

  constructor(
    readonly view: LensView,
    readonly guard: Guard,
    /** reads texts, big ones in a thread of their own */
    readonly reader: Reader,
    readonly editor: LastEditor,
    /** looks at code in a thread that loads the grammars */
    readonly code: Pick<Threads<CodeJobs>, 'run'>,
  ) {
    this.listening = view.onDidChangeCall((evaluation) => guard.run('view', () => this.adopt(evaluation)));
  }

  dispose(): void {
    this.listening.dispose();
  }

  /** @throws LensError when what was chosen in the view does not fit its array */
  get last(): Last | undefined {
    const { adopted } = this;
    if (adopted !== undefined) {
      const piece = pieceOfEvaluation(adopted);
      const { call } = adopted;
      this.lastEvaluation = { call, outcomes: [this.outcomeOf(call, piece)], pieces: [piece] };
      this.adopted = undefined;
    }
    return this.lastEvaluation;
  }

  /** The call of `last`, which it takes no evaluation to know. */
  get lastCall(): FunctionCall | undefined {
    return this.adopted?.call ?? this.lastEvaluation?.call;
  }

  /**
   * Computes, remembers, and delivers.
   *
   * @param ask whether somebody is there to be asked
   */
  async evaluate(call: FunctionCall, pieces: readonly Piece[], output: Output, ask: boolean): Promise<Outcome[]> {
    const outcomes = pieces.map((piece) => this.outcomeOf(call, piece));
    const last = { call, outcomes, pieces };
    this.adopted = undefined;
    this.lastEvaluation = last;
    await this.tellHasLast();
    // not the field: another command may have evaluated meanwhile
    await this.deliver(last, output, ask);
    return outcomes;
  }

  /** Brings results where they are wanted. */
  async deliver(last: Last, output: Output, ask: boolean): Promise<void> {
    if (output === 'none') return;
    if (output === 'show') {
      await this.view.show(last.pieces.map((piece) => evaluationOf(last.call, piece)));
      return;
    }
    const nonFinite = await pickNonFinite(
      last.pieces.map(({ notation }, i) => ({ notation, array: last.outcomes[i]!.result })),
      ask,
    );
    if (nonFinite !== undefined) await writeOut(last, output, nonFinite);
  }

  /** Takes over what was chosen in the view, so that commands about the result mean it. */
  private async adopt(evaluation: Evaluation): Promise<void> {
    this.adopted = evaluation;
    await this.tellHasLast();
  }

  private outcomeOf(call: FunctionCall, piece: Piece): Outcome {
    return outcomeOf(call, piece, networkShown(this.view.network));
  }

  private async tellHasLast(): Promise<void> {
    if (this.toldHasLast) return;
    this.toldHasLast = true;
    await vscode.commands.executeCommand('setContext', contextKeys.hasLast, true);
  }
}

export function evaluationOf(call: FunctionCall, piece: Piece): Evaluation {
  // what is wrong with a call is said when it is computed, not here
  const complete = callFault(call) === undefined ? { ...call, settings: settingsOf(call) } : call;
  return { call: complete, input: piece.array, source: piece.source };
}

function outcomeOf(call: FunctionCall, piece: Piece, network: Network): Outcome {
  try {
    const whole = isNetworkCall(call);
    const result = whole ? forward(network, piece.array).y : run(call, piece.array);
    return {
      function: call.function,
      params: whole ? {} : settingsOf(call),
      input: piece.array,
      result,
      // written when it is asked for: of a million numbers it takes longer than the evaluation
      get text() {
        return resultText(piece, result, 'null');
      },
    };
  } catch (error) {
    if (error instanceof CallError) throw faultError(error.fault);
    if (error instanceof RangeError) throw new LensError('out-of-range', error.message);
    throw error;
  }
}

/** Writes the results into the document, to the clipboard or into a new editor. */
async function writeOut(last: Last, output: 'replace' | 'insertBelow' | 'copy' | 'newEditor', nonFinite: NonFinite) {
  const all = () => last.pieces.map((piece, i) => resultText(piece, last.outcomes[i]!.result, nonFinite)).join('\n');
  switch (output) {
    case 'replace':
      return editPieces(last, (piece, result) =>
        resultTexts(piece, result, nonFinite).map((text, i) => ({ range: placeOf(piece, i), text })),
      );
    case 'insertBelow':
      return editPieces(last, (piece, result) => [
        lineBelow(documentOf(piece), placeOf(piece, piece.literals.length - 1), resultText(piece, result, nonFinite)),
      ]);
    case 'copy':
      return vscode.env.clipboard.writeText(all());
    case 'newEditor': {
      const language = last.pieces[0]?.document?.languageId;
      const content = `${all()}\n`;
      const document = await vscode.workspace.openTextDocument(
        language === undefined ? { content } : { content, language },
      );
      await vscode.window.showTextDocument(document);
    }
  }
}

async function editPieces(
  last: Last,
  edits: (piece: Piece, result: NumericArray) => readonly TextEdit[],
): Promise<void> {
  const first = last.pieces[0];
  if (first === undefined) return;
  await applyEdits(
    documentOf(first),
    last.pieces.flatMap((piece, i) => edits(piece, last.outcomes[i]!.result)),
  );
}

function documentOf(piece: Piece): vscode.TextDocument {
  if (piece.document !== undefined) return piece.document;
  throw new LensError('no-place', vscode.l10n.t('A text that is not in an editor cannot be replaced or added to.'));
}

function placeOf(piece: Piece, i: number): vscode.Range {
  const range = piece.literals[i]?.range;
  if (range === undefined) documentOf({ ...piece, document: undefined });
  return range ?? new vscode.Range(0, 0, 0, 0);
}
