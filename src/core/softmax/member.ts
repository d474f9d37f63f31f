import type { RowFunction } from './alongAxis';
import type { SoftmaxRecord } from './record';
import { stepsOf, type StepPlan } from './steps';

/** What a member tells of itself beside its row and its function. */
type Description = Omit<SoftmaxRecord, 'id' | 'apply' | 'row' | 'steps' | 'exactId'> & {
  readonly exactId?: string;
  readonly plan: StepPlan;
};

/** The record of a member of the family; it is exact itself unless it names another that is. */
export function member(
  row: RowFunction,
  apply: SoftmaxRecord['apply'],
  { plan, ...description }: Description,
): SoftmaxRecord {
  return {
    id: row.id,
    exactId: row.id,
    ...description,
    apply,
    row,
    steps: (array, options) => stepsOf(row.id, apply, plan, array, options),
  };
}
