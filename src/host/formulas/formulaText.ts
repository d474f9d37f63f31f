import * as vscode from 'vscode';
import type { Remark, UnstableId } from '../../core/index';
import { significant } from '../../core/format/significant';

/** What is said of each kind of formula; {0} to {2} are the limits in float64, float32 and float16. */
const texts: Readonly<Record<UnstableId, (limits: readonly string[], figures: Remark['figures']) => string>> = {
  'naive-softmax': ([f64, f32, f16]) =>
    vscode.l10n.t(
      'This softmax overflows once a value passes {0} (float64), {1} (float32, bfloat16) or {2} (float16): the result is NaN. Subtract the maximum first.',
      f64!,
      f32!,
      f16!,
    ),
  'log-softmax': ([f64, f32, f16]) =>
    vscode.l10n.t(
      'A logit that lies {0} (float64), {1} (float32) or {2} (float16) below the largest has the probability 0 here, so its logarithm is −∞. log-softmax keeps it.',
      f64!,
      f32!,
      f16!,
    ),
  'log-sigmoid': ([f64, f32, f16]) =>
    vscode.l10n.t(
      'Below {0} (float64), {1} (float32) or {2} (float16) the sigmoid is 0 here, so its logarithm is −∞. Use log-sigmoid, −softplus(−x).',
      f64!,
      f32!,
      f16!,
    ),
  'log1p-exp': ([f64, f32], { lost }) =>
    vscode.l10n.t(
      'exp overflows above {0} (float64) or {1} (float32), and below {2} the result is 0. This is softplus: use its stable form.',
      f64!,
      f32!,
      shown(Number(lost)),
    ),
  'gelu-erf': ([f64, f32, f16]) =>
    vscode.l10n.t(
      '1 + erf(…) cancels for negative values: all digits are lost below {0} (float64), {1} (float32) or {2} (float16). erfc(−…) keeps them.',
      f64!,
      f32!,
      f16!,
    ),
  'softmax-twice': () =>
    vscode.l10n.t(
      'A softmax of a softmax: probabilities are flattened towards equal shares. Take it once, of the logits.',
    ),
  'sigmoid-twice': () =>
    vscode.l10n.t(
      'What goes in lies in 0..1 already: another sigmoid or softmax of it only flattens it. Take it once, of the logits.',
    ),
  'softmax-before-loss': () =>
    vscode.l10n.t(
      'This loss takes logits and applies log-softmax itself: with a softmax before it, it is taken twice and learning slows.',
    ),
  'sigmoid-before-loss': () =>
    vscode.l10n.t(
      'This loss takes logits and applies the sigmoid itself: with a sigmoid before it, it is taken twice and learning slows.',
    ),
  'softmax-dim': (_, { name }) =>
    vscode.l10n.t(
      '{0} without dim: PyTorch chooses 0 for one or three dimensions, else 1, and warns. Say which axis is meant.',
      String(name),
    ),
  'leaky-slope': (_, { framework, slope }) =>
    vscode.l10n.t(
      'The slope is left out, and this file uses several frameworks: in {0} it is {1} here; the defaults are 0.01 in PyTorch, JAX and ONNX, 0.2 in TensorFlow and 0.3 in the layer of Keras. Write it out.',
      String(framework),
      shown(Number(slope)),
    ),
};

const shown = (x: number): string => significant(x, 4);

/** The remark in the user's language. */
export function formulaText({ id, limits, figures }: Remark): string {
  const numbers = limits === undefined ? [] : [limits.float64, limits.float32, limits.float16].map(shown);
  return texts[id](numbers, figures);
}
