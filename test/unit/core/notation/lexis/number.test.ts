import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberScanner, parseNumber } from '../../../../../src/core/notation/lexis/number';

function scan(text: string, style = {}): NumberScanner {
  const scanner = new NumberScanner(text, style);
  scanner.scan(0);
  return scanner;
}

describe('NumberScanner', () => {
  const runs = Number(process.env.FUZZ_RUNS ?? 3000);

  it('reads what JavaScript prints, exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const text = String(Math.abs(x));
        assert.equal(scan(text).value, Math.abs(x));
        assert.equal(scan(text).end, text.length);
      }),
      { numRuns: runs },
    );
  });

  it('rounds digits of any number and exponent as Number does', () => {
    const literal = fc.tuple(fc.stringMatching(/^\d{1,25}(\.\d{0,25})?$/), fc.integer({ min: -345, max: 330 }));
    fc.assert(
      fc.property(literal, ([mantissa, exponent]) => {
        const text = `${mantissa}e${exponent}`;
        assert.equal(scan(text).value, Number(text));
      }),
      { numRuns: runs },
    );
  });

  it('rounds midpoints between two doubles, and their neighbours, as Number does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.integer({ min: 1, max: 10 }), (m, shift) => {
        for (const bump of [-1n, 0n, 1n]) {
          const text = String(((2n * m + 1n) << BigInt(shift)) + bump);
          assert.equal(scan(text).value, Number(text), text);
          assert.equal(scan(`${text}e-30`).value, Number(`${text}e-30`), text);
        }
      }),
      { numRuns: runs },
    );
  });

  it('reads hexadecimal floats exactly, subnormals included', () => {
    assert.equal(scan('0x1.8p1f').value, 3);
    assert.equal(scan('0x1.8p1f').dtype, 'float32');
    assert.equal(scan('0x1p-1074').value, 5e-324);
    assert.equal(scan('0x1.fffffffffffffp+1023').value, Number.MAX_VALUE);
    assert.equal(scan('0x0.8p-1074').value, 0);
    assert.equal(scan('0x1.8p-1074').value, 1e-323);
    assert.equal(scan('0x1.00000000000008p0').value, 1);
    assert.equal(scan('0x1.000000000000081p0').value, 1 + 2 ** -52);
    assert.equal(scan('0x1p1024').trouble, 'overflow');
  });

  for (const [text, value] of [
    ['1.', 1],
    ['.5', 0.5],
    ['1_000', 1000],
    ['0x1F', 31],
    ['0b11', 3],
    ['0o17', 15],
    ['1E-3', 1e-3],
    ['2f32', 2],
    ['1.0_f32', 1],
    ['3n', 3],
    ['1e400', Infinity],
  ] as const) {
    it(`reads ${text}`, () => {
      assert.equal(scan(text).value, value);
      assert.equal(scan(text).end, text.length);
    });
  }

  it('keeps digit separators, exponents and kinds of each language apart', () => {
    assert.equal(scan("1'000.5", { apostrophes: true }).value, 1000.5);
    assert.equal(scan('2.5f-1', { exponentF: true }).value, 0.25);
    assert.equal(scan('2.5f-1', { exponentF: true }).dtype, 'float32');
    assert.equal(scan('1.5d0', { exponentD: true }).value, 1.5);
    assert.equal(scan('2.*^-3', { mathematica: true }).value, 0.002);
    assert.equal(scan('0.5`20', { mathematica: true }).value, 0.5);
    assert.equal(scan('1.5_4', { kinds: true }).dtype, 'float32');
  });

  it('counts the digits that were printed', () => {
    assert.deepEqual([scan('0.1235').decimals, scan('0.1235').significant], [4, 4]);
    assert.deepEqual([scan('1.235e-3').decimals, scan('1.235e-3').significant], [6, 4]);
    assert.equal(scan('12e3').decimals, -3);
  });

  it('says what is wrong with 1x, 1j and 1e999', () => {
    assert.equal(scan('1x').trouble, 'bad-number');
    assert.equal(scan('1j').trouble, 'complex');
    assert.equal(scan('1e999').trouble, 'overflow');
  });
});

describe('parseNumber', () => {
  it('reads a whole text with sign and blanks, or answers undefined', () => {
    assert.equal(parseNumber(' -2.5 '), -2.5);
    assert.ok(Object.is(parseNumber('-0.0'), -0));
    assert.equal(parseNumber('\u22121'), -1);
    assert.equal(parseNumber('x'), undefined);
    assert.equal(parseNumber('1 2'), undefined);
    assert.equal(parseNumber(''), undefined);
  });
});
