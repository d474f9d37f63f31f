/** The losses of a training, thinned so that it may run for days: one of every `stride` steps. */
export interface LossLog {
  readonly values: Float64Array;
  readonly stride: number;
  /** steps that were taken */
  readonly steps: number;
}

/** Most losses that are kept. */
export const mostLosses = 1024;

export const noLosses: LossLog = { values: new Float64Array(0), stride: 1, steps: 0 };

/**
 * The log with the losses of further steps, in order. When there are more than `mostLosses`, every second goes and the
 * stride doubles.
 *
 * @example withLosses(noLosses, [0.7, 0.6]).steps // 2
 */
export function withLosses(log: LossLog, losses: readonly number[]): LossLog {
  let { stride } = log;
  let values = [...log.values];
  losses.forEach((loss, i) => {
    if ((log.steps + i) % stride !== 0) return;
    values.push(loss);
    if (values.length <= mostLosses) return;
    values = values.filter((_, place) => place % 2 === 0);
    stride *= 2;
  });
  return { values: Float64Array.from(values), stride, steps: log.steps + losses.length };
}
