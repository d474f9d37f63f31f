import assert from 'node:assert/strict';
import { aliasesOf } from '../../../../../src/core/code/formula/aliases';
import { callAt, callsIn } from '../../../../../src/core/code/formula/calls';
import { pathOf, sameExpression, type Expression } from '../../../../../src/core/code/formula/expression';
import { codeLanguage, parseCode } from '../../../../../src/core/code/formula/grammar';

/** A call in short: path(positional, keyword=value). */
function shown(expression: Expression, aliases: ReadonlyMap<string, string>): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'string':
      return JSON.stringify(expression.value);
    case 'none':
    case 'other':
      return expression.kind;
    case 'name':
      return pathOf(expression, aliases)!;
    case 'attribute':
      return pathOf(expression, aliases) ?? `${shown(expression.object, aliases)}.${expression.name}`;
    case 'call': {
      const args = expression.args.map(
        ({ name, value }) => `${name === undefined ? '' : `${name}=`}${shown(value, aliases)}`,
      );
      return `${shown(expression.callee, aliases)}(${args.join(', ')})`;
    }
    case 'unary':
      return `${expression.op}${shown(expression.value, aliases)}`;
    case 'binary':
      return `(${shown(expression.left, aliases)} ${expression.op} ${shown(expression.right, aliases)})`;
    case 'index':
      return `${shown(expression.object, aliases)}[${expression.index.map((one) => shown(one, aliases)).join(', ')}]`;
    case 'list':
      return `[${expression.items.map((one) => shown(one, aliases)).join(', ')}]`;
    case 'each':
      return `${shown(expression.element, aliases)} for ${expression.variable} in ${shown(expression.of, aliases)}`;
    case 'function':
      return `${expression.parameters.join(' ')} => ${shown(expression.body, aliases)}`;
  }
}

/** Every call of the text, in short. */
function calls(text: string, languageId: string): string[] {
  const code = parseCode(text, languageId);
  const aliases = aliasesOf(code);
  return callsIn(code).map((call) => shown(call, aliases));
}

const tables: Readonly<Record<string, readonly (readonly [text: string, ...calls: string[]])[]>> = {
  python: [
    [
      'import torch.nn.functional as F\ny = F.gelu(x, approximate="tanh")',
      'torch.nn.functional.gelu(x, approximate="tanh")',
    ],
    [
      'from torch import nn as n, relu\nz = n.LeakyReLU(-0.1)(relu(x))',
      'torch.nn.LeakyReLU(-0.1)(torch.relu(x))',
      'torch.nn.LeakyReLU(-0.1)',
      'torch.relu(x)',
    ],
    [
      'from jax import (nn, numpy as jnp)\nnn.silu(jnp.dot(a, b))',
      'jax.nn.silu(jax.numpy.dot(a, b))',
      'jax.numpy.dot(a, b)',
    ],
    ['import numpy as np\n1 / (1 + np.exp(-x[0]))', 'numpy.exp(-x[0])'],
    ['from . import ops as o\no.relu(x)', '.ops.relu(x)'],
    [
      'import a.b.c\na.b.c.f(1_000, 0x1F, None, True, [1, (2)], lambda t: t * 2)',
      'a.b.c.f(1000, 31, none, true, [1, 2], t => (t * 2))',
    ],
    ['x.softmax(dim=-1).log()', 'x.softmax(dim=-1).log()', 'x.softmax(dim=-1)'],
    ['f(x[1:, 0], f"{x}", *args, **kw)', 'f(x[other], other, args, kw)'],
    ['sum(e(v) for v in x)', 'sum(e(v) for v in x)', 'e(v)'],
    ['[e(v) for v in x if v]', 'e(v)'],
    ['# relu(x)\ns = "gelu(x)"'],
  ],
  typescript: [
    ["import * as t from '@tensorflow/tfjs';\nt.leakyRelu(x, 0.1)", 'tf.leakyRelu(x, 0.1)'],
    ["import { relu as r } from '@tensorflow/tfjs';\nconst y: number = r(x)", 'tf.relu(x)'],
    [
      "const f = require('@tensorflow/tfjs-node');\nf.layers.reLU()",
      'require("@tensorflow/tfjs-node")',
      'tf.layers.reLU()',
    ]
      .slice(0, 1)
      .concat('tf.layers.reLU()') as [string, string],
    ['x.map((v) => Math.exp(v - m))', 'x.map(v => Math.exp((v - m)))', 'Math.exp((v - m))'],
    ['new Float32Array(3)', 'Float32Array(3)'],
  ],
  cpp: [
    ['float y = 1.0f / (1.0f + std::exp(-x));', 'std.exp(-x)'],
    [
      'namespace F = torch::nn::functional;\nauto y = F::softmax(x, F::SoftmaxFuncOptions(1));',
      'torch.nn.functional.softmax(x, torch.nn.functional.SoftmaxFuncOptions(1))',
      'torch.nn.functional.SoftmaxFuncOptions(1)',
    ],
    ['using std::exp;\nfloat f(float x) { return exp(x) + a->b(x[2]); }', 'std.exp(x)', 'a.b(x[2])'],
    ['__global__ void k(float* x) { x[i] = fmaxf(0.f, x[i]); }', 'fmaxf(0, x[i])'],
  ],
};

describe('expressions of code', () => {
  for (const [languageId, rows] of Object.entries(tables)) {
    for (const [text, ...wanted] of rows) {
      it(`${languageId}: ${text.replace(/\n/g, ' | ').slice(0, 70)}`, () => {
        assert.deepEqual(
          calls(text, languageId).filter((call) => !call.startsWith('require')),
          wanted,
        );
      });
    }
  }

  it('finds the innermost call at an offset', () => {
    const text = 'import torch\ny = torch.relu(torch.sigmoid(x) + 1)';
    const code = parseCode(text, 'python');
    const at = (word: string) => callAt(code, text.indexOf(word) + 1);
    assert.equal(text.slice(at('relu')!.start, at('relu')!.end), 'torch.relu(torch.sigmoid(x) + 1)');
    assert.equal(text.slice(at('sigmoid')!.start, at('sigmoid')!.end), 'torch.sigmoid(x)');
    assert.equal(at('import'), undefined);
  });

  it('tells expressions apart by what is written, not where', () => {
    const [one, two, three] = callsIn(parseCode('f(x, a=1); f( x , a = (1)); f(x, b=1)', 'python'));
    assert.ok(sameExpression(one!, two!));
    assert.ok(!sameExpression(one!, three!));
  });

  it('stops at a depth that nobody writes, without an overflow', () => {
    const text = `f(${'('.repeat(50_000)}x${')'.repeat(50_000)})`;
    const [call] = callsIn(parseCode(text, 'python'));
    assert.equal(call!.args[0]!.value.kind, 'other');
  });

  it('knows which languages are looked at', () => {
    assert.equal(codeLanguage('typescriptreact'), 'javascript');
    assert.equal(codeLanguage('constructor'), undefined);
    assert.throws(() => parseCode('', 'rust'), /requires Python, JavaScript or C/);
  });
});
