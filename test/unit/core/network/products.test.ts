import assert from 'node:assert/strict';
import { useKernels } from '../../../../src/core';
import { engine } from '../../../../src/core/kernels/slot';
import { dot } from '../../../../src/core/network/dot';
import { products } from '../../../../src/core/network/products';
import { difference, inputs, kernelBytes, random } from '../kernels/support';

describe('products', () => {
  before(async () => {
    useKernels(await kernelBytes());
    assert.ok(engine());
  });
  after(() => {
    useKernels(undefined);
  });

  /** One dot product after the other. */
  function expected(x: Float64Array, y: Float64Array, rows: number, count: number, columns: number, b?: Float64Array) {
    return Float64Array.from({ length: rows * columns }, (_, i) => {
      const [row, column] = [Math.floor(i / columns), i % columns];
      const left = { data: x, start: row * count, step: 1 };
      return dot(left, { data: y, start: column, step: columns }, count, b?.[column]);
    });
  }

  for (const [rows, count, columns] of [
    ...[
      [4, 4096, 1],
      [5, 300, 7],
      [64, 33, 4],
      [600, 8, 5],
      [1100, 1, 9],
      [7, 4096, 3],
      [4, 5000, 2],
      [300, 20, 1],
    ],
    ...[
      [3, 3, 3],
      [0, 4, 4],
      [4, 0, 4],
    ],
  ] as [number, number, number][]) {
    it(`of [${rows}, ${count}] and [${count}, ${columns}] have the bits of one dot product after the other`, () => {
      const next = random(rows + count);
      for (const special of [false, true]) {
        const numbers = (n: number, seed: number): Float64Array =>
          special
            ? inputs(n, seed)
                .slice(-n || 0, undefined)
                .slice(0, n)
            : Float64Array.from({ length: n }, () => next() - 0.5);
        const x = numbers(rows * count, 3);
        const y = numbers(count * columns, 4);
        const bias = numbers(columns, 5);
        const sizes = [rows, count, columns] as const;
        const [left, right] = [
          { data: x, step: count, along: 1 },
          { data: y, step: columns, along: 1 },
        ];
        assert.equal(
          difference(products(left, right, sizes, bias), expected(x, y, rows, count, columns, bias)).count,
          0,
        );
        assert.equal(difference(products(left, right, sizes), expected(x, y, rows, count, columns)).count, 0);
        // both turned on their sides: the same entries, other steps
        const turn = (data: Float64Array, height: number, width: number): Float64Array =>
          Float64Array.from(data, (_, i) => data[(i % height) * width + Math.floor(i / height)]!);
        const turned = products(
          { data: turn(x, rows, count), step: 1, along: rows },
          { data: turn(y, count, columns), step: 1, along: count },
          sizes,
          bias,
        );
        assert.equal(difference(turned, expected(x, y, rows, count, columns, bias)).count, 0, 'turned');
      }
    });
  }
});
