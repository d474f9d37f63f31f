import assert from 'node:assert/strict';
import { activations } from '../../../../src/core/activations/registry';
import { plainFormula } from '../../../../src/core/format/plainFormula';

describe('plainFormula', () => {
  const table: readonly (readonly [string, string])[] = [
    ['\\frac{1}{1 + e^{-x}}', '1 / (1 + e⁻ˣ)'],
    ['\\max(0, x)', 'max(0, x)'],
    ['\\tanh x', 'tanh x'],
    ['x\\,\\Phi(x)', 'x Φ(x)'],
    ['\\sqrt{\\frac{2}{\\pi}}', '√(2 / π)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\alpha (e^{x} - 1)', 'α (eˣ - 1)'],
    ['x_i^2', 'xᵢ²'],
    ['e^{x / T}', 'e^(x / T)'],
    ['\\frac{e^{x_i}}{\\sum_j e^{x_j}}', '(e^xᵢ) / (Σⱼ e^xⱼ)'],
    ['\\begin{cases} x & x > 0 \\\\ 0 & \\text{otherwise} \\end{cases}', 'x if x > 0; 0 otherwise'],
    ['\\operatorname{erf}\\left(x\\right)', 'erf(x)'],
    ['\\operatorname{erf}\\frac{x}{\\sqrt{2}}', 'erf(x / √2)'],
    ['\\frac{x}{2}\\left(1 + x\\right)', '(x / 2)(1 + x)'],
    ['\\log\\frac{1}{2T}', 'log(1 / (2T))'],
    ['\\max\\left(x, 0\\right)', 'max(x, 0)'],
  ];
  for (const [latex, plain] of table) {
    it(`writes ${latex} as ${plain}`, () => assert.equal(plainFormula(latex), plain));
  }

  it('leaves nothing of LaTeX in any formula of the registry', () => {
    for (const { id, formula } of activations.values()) assert.doesNotMatch(plainFormula(formula), /[\\{}&]/, id);
  });
});
