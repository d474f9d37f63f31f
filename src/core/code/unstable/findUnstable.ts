import { aliasesOf } from '../formula/aliases';
import type { Expression } from '../formula/expression';
import type { ParsedCode } from '../formula/grammar';
import { lower } from '../formula/lower';
import { geluErf, log1pExp, logSigmoid } from './logRules';
import { leakySlope, sigmoidBeforeLoss, sigmoidTwice, softmaxBeforeLoss } from './lossRules';
import type { Remark, UnstableId } from './remark';
import type { Ground, Rule } from './rule';
import { Scopes } from './scopes';
import { logSoftmax, naiveSoftmax, softmaxDim, softmaxTwice } from './softmaxRules';

const rules: Readonly<Record<UnstableId, Rule>> = {
  'naive-softmax': naiveSoftmax,
  'log-softmax': logSoftmax,
  'log-sigmoid': logSigmoid,
  'log1p-exp': log1pExp,
  'gelu-erf': geluErf,
  'softmax-twice': softmaxTwice,
  'sigmoid-twice': sigmoidTwice,
  'softmax-before-loss': softmaxBeforeLoss,
  'sigmoid-before-loss': sigmoidBeforeLoss,
  'softmax-dim': softmaxDim,
  'leaky-slope': leakySlope,
};

/** A text without any of these words holds no formula that a rule is about. */
const WORDS = /exp|soft|sigmoid|expit|erf|loss|entropy|leaky/i;

/** Names with which a formula can begin; asked before an expression is looked at more closely. */
const CALLS =
  /(log|softmax|softmin|expit|sigmoid|cross_entropy|logits|leaky_relu|Loss|LeakyReLU|Softmax|SoftMax|Softmin|Sigmoid|criterion|loss\w*)\w?$/i;

/** A formula longer than this is none of those that are looked for. */
const LONGEST = 2000;

/**
 * Formulas that overflow, lose their digits or squash twice, in Python, JavaScript and C++: what each does from which
 * value on, and the stable form where it can be written with the user's names.
 *
 * @param from the stretch of the text to look at
 * @param wanted the rules to apply; all by default
 */
export function findUnstable(
  code: ParsedCode,
  from = 0,
  to = code.text.length,
  wanted: ReadonlySet<UnstableId> = new Set(Object.keys(rules) as UnstableId[]),
): Remark[] {
  if (!WORDS.test(code.text)) return [];
  const ground: Ground = { code, aliases: aliasesOf(code), scopes: new Scopes(code) };
  const remarks: Remark[] = [];
  const covered: Remark[] = [];
  code.tree.iterate({
    from,
    to,
    enter: ({ name, node }) => {
      if (/(String|Comment)$/.test(name)) return false;
      if (node.from < from || node.to - node.from > LONGEST || !isCandidate(name, node.from, node.to, code))
        return true;
      const expression = lower(node, code);
      for (const id of Object.keys(rules) as UnstableId[]) {
        if (!wanted.has(id)) continue;
        const remark = rules[id](expression, ground);
        // a formula inside another of the same kind is the same formula
        if (remark === undefined || covered.some((one) => one.id === id && within(remark, one))) continue;
        remarks.push(remark);
        covered.push(remark);
        break;
      }
      return true;
    },
  });
  return remarks;
}

function isCandidate(name: string, start: number, end: number, { text }: ParsedCode): boolean {
  if (name === 'CallExpression') {
    const open = text.indexOf('(', start);
    return (
      open > start &&
      open < end &&
      (CALLS.test(text.slice(start, open).trimEnd()) || /\)\s*\.\s*log|\)\s*\(/.test(text.slice(start, end)))
    );
  }
  if (name !== 'BinaryExpression') return false;
  const written = text.slice(start, end);
  return (written.includes('/') && /exp|^\s*\w+\s*\//.test(written)) || written.includes('erf');
}

const within = (one: Expression | Remark, other: Remark): boolean => one.start >= other.start && one.end <= other.end;
