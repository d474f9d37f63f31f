import { entmax15Record } from './entmax15';
import { hardmaxRecord } from './hardmax';
import { logShiftedSoftmaxRecord } from './logShiftedSoftmax';
import { logSoftmaxRecord } from './logSoftmax';
import { logSumExpRecord } from './logSumExp';
import { naiveSoftmaxRecord } from './naiveSoftmax';
import { softmaxPlusOneRecord } from './softmaxPlusOne';
import { softmaxRecord } from './softmax';
import { softminRecord } from './softmin';
import { sparsemaxRecord } from './sparsemax';
import type { SoftmaxRecord } from './record';

/** Every member of the softmax family, in the order in which menus and tables show them. One line each. */
const records: readonly SoftmaxRecord[] = [
  softmaxRecord,
  logSoftmaxRecord,
  softminRecord,
  sparsemaxRecord,
  entmax15Record,
  hardmaxRecord,
  softmaxPlusOneRecord,
  logSumExpRecord,
  naiveSoftmaxRecord,
  logShiftedSoftmaxRecord,
];

/** Every member of the softmax family by its id. */
export const softmaxFamily: ReadonlyMap<string, SoftmaxRecord> = new Map(records.map((entry) => [entry.id, entry]));
