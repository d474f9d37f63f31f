import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

const { shortenTemplates } = createRequire(import.meta.url)('../../scripts/templates.cjs') as {
  shortenTemplates: (source: string) => string;
};

describe('the templates of a production build', () => {
  it('lose the indentation of HTML, also inside each other', () => {
    assert.equal(
      shortenTemplates('f(html`\n    <p>\n      ${g(html`\n        <b> a </b>`)}\n    </p>`);'),
      'f(html`\n<p>\n${g(html`\n<b> a </b>`)}\n</p>`);',
    );
  });

  it('lose the idle space of CSS', () => {
    assert.equal(shortenTemplates('css`\n  a {\n    top: ${x}px;\n  }\n`'), 'css`a{top:${x}px;}`');
    assert.equal(shortenTemplates('css`\n  a > b {\n    top: 0.5px;\n  }\n`'), 'css`a>b{top:.5px}`');
  });

  it('leave every other text as it is', () => {
    for (const same of ['const text = `\n    a\n  b`;', '  // html`\n  if (a)\n    b("css`  `");', 'plain`\n  a`']) {
      assert.equal(shortenTemplates(same), same);
    }
  });
});
