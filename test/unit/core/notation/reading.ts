import assert from 'node:assert/strict';
import type { AxisLabels, DType } from '../../../../src/core/array/numericArray';
import type { NotationId } from '../../../../src/core/notation/notation';
import { readArray } from '../../../../src/core/notation/readArray';

/** One text and what it must mean. Values are in row-major order. */
export interface Case {
  readonly text: string;
  readonly values: readonly number[];
  /** one dimension of all values unless given */
  readonly shape?: readonly number[];
  readonly dtype?: DType;
  readonly notation?: NotationId;
  readonly language?: string;
  /** labels along each axis; none unless given */
  readonly labels?: AxisLabels;
  /** codes of the warnings */
  readonly warnings?: readonly string[];
  /** the literal within the text; all of it unless given */
  readonly literal?: string;
}

/** One text that is no array, and where the first problem lies. */
export interface WrongCase {
  readonly text: string;
  readonly code: string;
  /** the part of the text that the problem points at */
  readonly at?: string;
  readonly details?: Readonly<Record<string, string | number>>;
  readonly language?: string;
}

const title = (text: string): string => JSON.stringify(text.length > 90 ? `${text.slice(0, 90)}…` : text);

/** Defines a test for each text. */
export function reads(cases: readonly Case[]): void {
  for (const one of cases) {
    const language = one.language === undefined ? '' : ` in ${one.language}`;
    it(`reads ${title(one.text)}${language}`, () => {
      const hint = one.language === undefined ? {} : { languageId: one.language };
      const result = readArray(one.text, hint);
      assert.ok(result.ok, JSON.stringify(result.problems));
      assert.deepEqual([...result.array.data], [...one.values]);
      assert.deepEqual(result.array.shape, one.shape ?? [one.values.length]);
      if (one.dtype !== undefined) assert.equal(result.array.dtype, one.dtype);
      if (one.notation !== undefined) assert.equal(result.notation, one.notation);
      assert.deepEqual(result.array.labels, one.labels);
      assert.deepEqual(
        result.problems.map((problem) => problem.code),
        one.warnings ?? [],
      );
      if (one.literal !== undefined) assert.equal(one.text.slice(result.start, result.end), one.literal);
    });
  }
}

/** Defines a test for each text that must be refused. */
export function refuses(cases: readonly WrongCase[]): void {
  for (const one of cases) {
    const language = one.language === undefined ? '' : ` in ${one.language}`;
    it(`says ${one.code} of ${title(one.text)}${language}`, () => {
      const hint = one.language === undefined ? {} : { languageId: one.language };
      const result = readArray(one.text, hint);
      assert.equal(result.ok, false);
      const first = result.problems.find((problem) => problem.severity === 'error')!;
      assert.equal(first.code, one.code, JSON.stringify(result.problems));
      if (one.at !== undefined) assert.equal(one.text.slice(first.offset, first.offset + first.length), one.at);
      for (const [key, value] of Object.entries(one.details ?? {})) assert.equal(first.details?.[key], value);
      assert.ok(first.message.length > 0);
    });
  }
}
