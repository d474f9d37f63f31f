import assert from 'node:assert/strict';
import { parseCode } from '../../../../../src/core/code/formula/grammar';
import { findUnstable } from '../../../../../src/core/code/unstable/findUnstable';
import type { Remark, UnstableId } from '../../../../../src/core/code/unstable/remark';

const found = (text: string, languageId: string): Remark[] => findUnstable(parseCode(text, languageId));

/** The text with the fix of its one remark applied. */
function fixed(text: string, languageId: string): string | undefined {
  const [remark] = found(text, languageId);
  if (remark?.fix === undefined) return undefined;
  let result = text;
  for (const { start, end, text: put } of [...remark.fix.changes].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + put + result.slice(end);
  }
  return result;
}

type Row = readonly [id: UnstableId, text: string, after?: string];

const tables: Readonly<Record<string, readonly Row[]>> = {
  python: [
    [
      'naive-softmax',
      'import numpy as np\ny = np.exp(x) / np.sum(np.exp(x))',
      'import numpy as np\ny = np.exp(x - np.max(x)) / np.sum(np.exp(x - np.max(x)))',
    ],
    [
      'naive-softmax',
      'def softmax(a):\n    exp_a = np.exp(a)\n    sum_exp_a = np.sum(exp_a)\n    y = exp_a / sum_exp_a\n    return y\n',
      'def softmax(a):\n    exp_a = np.exp(a - np.max(a))\n    sum_exp_a = np.sum(exp_a)\n    y = exp_a / sum_exp_a\n    return y\n',
    ],
    [
      'naive-softmax',
      'e = np.exp(z)\nreturn_value = e / e.sum(axis=1, keepdims=True)',
      'e = np.exp(z - np.max(z, axis=1, keepdims=True))\nreturn_value = e / e.sum(axis=1, keepdims=True)',
    ],
    [
      'naive-softmax',
      'p = torch.exp(x) / torch.sum(torch.exp(x), dim=-1, keepdim=True)',
      'p = torch.exp(x - x.amax(dim=-1, keepdim=True)) / torch.sum(torch.exp(x - x.amax(dim=-1, keepdim=True)), dim=-1, keepdim=True)',
    ],
    ['naive-softmax', 'p = x.exp() / x.exp().sum(-1, keepdim=True)'],
    [
      'naive-softmax',
      'def f(xs):\n    total = sum(math.exp(v) for v in xs)\n    return [math.exp(v) / total for v in xs]',
      'def f(xs):\n    total = sum(math.exp(v - max(xs)) for v in xs)\n    return [math.exp(v - max(xs)) / total for v in xs]',
    ],
    ['naive-softmax', 'from jax import numpy as jnp\np = jnp.exp(x) / jnp.exp(x).sum()'],
    [
      'log-softmax',
      'import torch\nl = torch.log(torch.softmax(x, dim=1))',
      'import torch\nl = torch.log_softmax(x, dim=1)',
    ],
    [
      'log-softmax',
      'import torch.nn.functional as F\nl = F.softmax(x, -1).log()',
      'import torch.nn.functional as F\nl = F.log_softmax(x, -1)',
    ],
    ['log-softmax', 'from scipy.special import softmax\nl = np.log(softmax(x))'],
    ['log-softmax', 'p = softmax(x)\nl = np.log(p)'],
    ['log1p-exp', 'y = np.log(1 + np.exp(x))', 'y = np.logaddexp(0, x)'],
    ['log1p-exp', 'y = math.log(math.exp(a * b) + 1)', 'y = (max(a * b, 0) + math.log1p(math.exp(-abs(a * b))))'],
    [
      'log-sigmoid',
      'import torch\nl = torch.log(torch.sigmoid(x))',
      'import torch\nl = torch.nn.functional.logsigmoid(x)',
    ],
    ['log-sigmoid', 'l = np.log(1 / (1 + np.exp(-x)))', 'l = -np.logaddexp(0, -x)'],
    [
      'gelu-erf',
      'import torch\ny = x * 0.5 * (1.0 + torch.erf(x / math.sqrt(2.0)))',
      'import torch\ny = x * 0.5 * (torch.special.erfc(-(x / math.sqrt(2.0))))',
    ],
    ['softmax-twice', 'import torch.nn.functional as F\ny = F.softmax(F.softmax(x, dim=1), dim=1)'],
    ['sigmoid-twice', 'import torch\nz = torch.sigmoid(x)\np = torch.sigmoid(z)'],
    [
      'softmax-before-loss',
      'import torch.nn.functional as F\nl = F.cross_entropy(F.softmax(x, dim=1), t)',
      'import torch.nn.functional as F\nl = F.cross_entropy(x, t)',
    ],
    [
      'softmax-before-loss',
      'from torch import nn\ncriterion = nn.CrossEntropyLoss()\nl = criterion(torch.softmax(x, 1), t)',
      'from torch import nn\ncriterion = nn.CrossEntropyLoss()\nl = criterion(x, t)',
    ],
    [
      'sigmoid-before-loss',
      'from torch import nn\nl = nn.BCEWithLogitsLoss()(torch.sigmoid(x), t)',
      'from torch import nn\nl = nn.BCEWithLogitsLoss()(x, t)',
    ],
    [
      'softmax-dim',
      'import torch.nn.functional as F\ny = F.softmax(x)',
      'import torch.nn.functional as F\ny = F.softmax(x, dim=-1)',
    ],
    ['softmax-dim', 'import torch.nn as nn\nm = nn.Softmax()', 'import torch.nn as nn\nm = nn.Softmax(dim=-1)'],
    ['leaky-slope', 'import torch.nn as nn\nfrom tensorflow import keras\na = nn.LeakyReLU()'],
  ],
  javascript: [
    [
      'naive-softmax',
      'const e = xs.map((v) => Math.exp(v));\nconst s = e.reduce((a, b) => a + b, 0);\nconst p = xs.map((v) => Math.exp(v) / s);',
    ],
    [
      'log1p-exp',
      'const y = Math.log(1 + Math.exp(x));',
      'const y = (Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));',
    ],
    [
      'log-softmax',
      "import * as tf from '@tensorflow/tfjs';\nconst l = tf.log(tf.softmax(x));",
      "import * as tf from '@tensorflow/tfjs';\nconst l = tf.logSoftmax(x);",
    ],
  ],
  cpp: [
    [
      'naive-softmax',
      'void f() { float sum = 0; for (int i = 0; i < n; ++i) sum += expf(x[i]); for (int i = 0; i < n; ++i) y[i] = expf(x[i]) / sum; }',
    ],
    [
      'log1p-exp',
      'float f(float x) { return std::log(1.0f + std::exp(x)); }',
      'float f(float x) { return (std::fmax(x, 0.0) + std::log1p(std::exp(-std::fabs(x)))); }',
    ],
    [
      'gelu-erf',
      'float g(float x) { return 0.5f * x * (1.0f + erff(x * 0.70710678f)); }',
      'float g(float x) { return 0.5f * x * (erfcf(-(x * 0.70710678f))); }',
    ],
  ],
};

/** What is stable, or something else. */
const fine: Readonly<Record<string, readonly string[]>> = {
  python: [
    'e = np.exp(x - np.max(x))\ny = e / np.sum(e)',
    'x = x - x.max()\ne = np.exp(x)\ny = e / e.sum()',
    'm = np.max(x)\nnp.exp(x - m) / np.sum(np.exp(x - m))',
    'w = np.exp(-d / t)\nw / w.sum()',
    'w = np.exp(-0.5 * d ** 2)\nw / w.sum()',
    'y = np.exp(x) / n',
    'y = np.exp(x) / np.sum(z)',
    'y = x / x.sum()',
    'l = np.log(p)',
    'l = np.log(1 + x)',
    'l = np.log1p(np.exp(-np.abs(x)))',
    'l = np.log(1 + np.exp(-np.abs(x)))',
    'import torch.nn.functional as F\ny = F.softmax(x, dim=-1)\nz = F.softmax(x, -1)\nw = F.softmax(x, **kw)',
    'import torch.nn.functional as F\nl = F.nll_loss(F.log_softmax(x, dim=1), t)',
    'from torch import nn\nl = nn.CrossEntropyLoss()(model(x), t)',
    'l = F.binary_cross_entropy(torch.sigmoid(x), t)',
    'import torch.nn as nn\na = nn.LeakyReLU()',
    'import torch.nn as nn\nfrom tensorflow import keras\na = nn.LeakyReLU(0.2)',
    '# np.log(softmax(x))\ns = "np.log(softmax(x))"',
    'y = 0.5 * x * special.erfc(-x / sqrt(2))',
    'p = 0.5 * (1 - erf(z))',
    'from torch import nn\nm = nn.Softmax(dim=1)',
    'logger.log(softmax_name)',
    'class A:\n    def log(self, x): return self.log(sigmoid_table)',
    'total_loss = loss(a, b) / loss_scale',
  ],
  javascript: ['const y = Math.exp(x - m) / s;', 'console.log(softmax(x));', 'const l = Math.log1p(Math.exp(x));'],
  cpp: ['float y = expf(x - m) / sum;', 'float s = 1.0f / (1.0f + expf(-x));', 'LOG(INFO) << softmax(x);'],
};

describe('unstable formulas', () => {
  for (const [languageId, rows] of Object.entries(tables)) {
    for (const [id, text, after] of rows) {
      it(`${languageId}: ${id} in ${text.replace(/\n/g, ' | ').slice(0, 80)}`, () => {
        const ids = found(text, languageId).map((remark) => remark.id);
        assert.ok(ids.includes(id), `${id} among [${ids.join(', ')}]`);
        if (after !== undefined) assert.equal(fixed(text, languageId), after);
      });
    }
  }
  for (const [languageId, texts] of Object.entries(fine)) {
    for (const text of texts) {
      it(`${languageId}: nothing in ${text.replace(/\n/g, ' | ').slice(0, 80)}`, () => {
        assert.deepEqual(found(text, languageId), []);
      });
    }
  }

  it('remarks nothing on its own fixes', () => {
    for (const [languageId, rows] of Object.entries(tables)) {
      for (const [id, , after] of rows) {
        if (after === undefined) continue;
        assert.deepEqual(
          found(after, languageId).filter((remark) => remark.id === id),
          [],
          after,
        );
      }
    }
  });

  it('gives the limits of every dtype', () => {
    const [softmax] = found('y = np.exp(x) / np.sum(np.exp(x))', 'python');
    const limits = Object.values(softmax!.limits!).map((limit) => Number(limit.toPrecision(4)));
    assert.deepEqual(limits, [709.8, 88.72, 11.09, 88.72]);
    const [gelu] = found('y = 0.5 * x * (1 + math.erf(x / 1.4142135623730951))', 'python');
    assert.ok(Math.abs(gelu!.limits!.float32 + 5.54) < 0.01, `${gelu!.limits!.float32}`);
  });
});
