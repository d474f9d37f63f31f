import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openMarked } from './util/lens';
import { until } from './util/until';

async function hoverTexts(marked: string, language = 'python'): Promise<string> {
  const { document, selection } = await openMarked(marked, language);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    selection.active,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content as vscode.MarkdownString).value)
    .join('\n');
}

describe('the hover over code', () => {
  afterEach(closeAll);

  it('shows the card of a call with these arguments, whatever the import is called', async () => {
    const text = await hoverTexts('import torch.nn.functional as Q\ny = Q.leaky_|relu(x, 0.3)\n');
    assert.match(text, /\*\*Leaky ReLU\*\* · PyTorch/);
    assert.match(text, /negativeSlope = 0\.3/);
    assert.match(text, /data:image\/svg\+xml/);
  });

  it('takes the function that an argument makes of a call', async () => {
    const text = await hoverTexts("import torch.nn.functional as F\ny = F.ge|lu(x, approximate='tanh')\n");
    assert.match(text, /\*\*GELU.*tanh/i);
  });

  it('shows cards in JavaScript and C++, and none over other calls', async () => {
    assert.match(
      await hoverTexts("import * as tf from '@tensorflow/tfjs';\ntf.re|lu(x);\n", 'javascript'),
      /\*\*ReLU\*\*/,
    );
    assert.match(await hoverTexts('auto y = at::sig|moid(x);\n', 'cpp'), /\*\*Sigmoid\*\*/);
    assert.doesNotMatch(await hoverTexts('y = my_fun|ction(x)\n'), /Activation Lens/);
  });

  it('works out the value of a name in Python', async () => {
    const program = 'import numpy as np\nW = np.array([[1.0, 2.0], [3.0, 4.0]])\ny| = np.array([1.0, 1.0]) @ W\n';
    const text = await until('a value', async () => {
      const found = await hoverTexts(program);
      return found.includes('Worked out') ? found : undefined;
    });
    assert.match(text, /`float64` `\[2\]`/);
    assert.match(text, /4 {2}6/);
    assert.match(text, /line 3/);
  });

  it('says why a value cannot be known', async () => {
    assert.match(await hoverTexts('x| = input()\n'), /not known/);
  });
});
