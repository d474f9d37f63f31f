import * as vscode from 'vscode';
import type { CodeJobs } from '../../compute/codeJobs';
import { codeLanguage, unstableIds, type Remark } from '../../core/index';
import { tools, type ToolKey } from '../../shared/tools';
import type { Threads } from '../threads/threads';
import { compareAnswer, diagnoseAnswer, evaluateAnswer, networkAnswer, ToolRefusal, type ToolInput } from './answers';

type Answer = (input: ToolInput, token: vscode.CancellationToken) => string | Promise<string>;

/** The tools that language models may call: exact figures, short, with where they came from. */
export function registerTools(code: Pick<Threads<CodeJobs>, 'run'>): vscode.Disposable[] {
  const answers: Readonly<Record<ToolKey, Answer>> = {
    evaluate: evaluateAnswer,
    compareDtypes: compareAnswer,
    diagnose: diagnoseAnswer,
    runNetwork: (input, token) => networkAnswer(input, code, token),
    checkFormulas: (input, token) => formulasAnswer(input, code, token),
  };
  return (Object.keys(answers) as ToolKey[]).map((key) =>
    vscode.lm.registerTool<ToolInput>(tools[key], {
      async invoke({ input }, token) {
        const answer = await said(answers[key], input, token);
        return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
      },
    }),
  );
}

/** The answer, or what to send instead: a model can do something about a refusal, not about a failure. */
async function said(answer: Answer, input: ToolInput, token: vscode.CancellationToken): Promise<string> {
  try {
    return await answer(input, token);
  } catch (error) {
    if (error instanceof ToolRefusal) return error.message;
    throw error;
  }
}

async function formulasAnswer(
  { code: text, language }: ToolInput,
  threads: Pick<Threads<CodeJobs>, 'run'>,
  token: vscode.CancellationToken,
): Promise<string> {
  if (typeof text !== 'string') throw new ToolRefusal('"code" must be a text.');
  if (typeof language !== 'string' || codeLanguageId(language) === undefined) {
    throw new ToolRefusal('"language" must be python, javascript, typescript or cpp.');
  }
  const remarks = await threads.run('unstable', { text, languageId: language, rules: unstableIds }, token);
  if (remarks.length === 0) return 'No unstable formula found.';
  return remarks.map((remark) => lineOf(remark, text)).join('\n');
}

const codeLanguageId = (language: string) => codeLanguage(language);

function lineOf({ id, start, end, limits, fix }: Remark, text: string): string {
  const line = text.slice(0, start).split('\n').length;
  const from =
    limits === undefined
      ? ''
      : `; limits: ${Object.entries(limits)
          .map(([dtype, x]) => `${dtype} ${x.toPrecision(5)}`)
          .join(', ')}`;
  const stable = fix === undefined ? '' : `; stable: ${fix.changes.map((change) => change.text).join(' and ')}`;
  return `line ${line}, ${id}: ${text.slice(start, end)}${from}${stable}`;
}
