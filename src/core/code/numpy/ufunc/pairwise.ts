type Round = (x: number) => number;

const exact: Round = (x) => x;

/**
 * NumPy's pairwise sum of `n` numbers from `start`: blocks of up to 128 in eight running sums, halves beyond. Each
 * addition is rounded to the dtype.
 */
export function pairwise(a: Float64Array, start: number, n: number, round: Round = exact): number {
  if (n < 8) {
    let sum = n === 0 ? 0 : a[start]!;
    for (let i = 1; i < n; i++) sum = round(sum + a[start + i]!);
    return sum;
  }
  if (n > 128) {
    let half = n >> 1;
    half -= half % 8;
    return round(pairwise(a, start, half, round) + pairwise(a, start + half, n - half, round));
  }
  let [s0, s1, s2, s3] = [a[start]!, a[start + 1]!, a[start + 2]!, a[start + 3]!];
  let [s4, s5, s6, s7] = [a[start + 4]!, a[start + 5]!, a[start + 6]!, a[start + 7]!];
  const whole = n - (n % 8);
  for (let i = start + 8; i < start + whole; i += 8) {
    s0 = round(s0 + a[i]!);
    s1 = round(s1 + a[i + 1]!);
    s2 = round(s2 + a[i + 2]!);
    s3 = round(s3 + a[i + 3]!);
    s4 = round(s4 + a[i + 4]!);
    s5 = round(s5 + a[i + 5]!);
    s6 = round(s6 + a[i + 6]!);
    s7 = round(s7 + a[i + 7]!);
  }
  const left = round(round(s0 + s1) + round(s2 + s3));
  let sum = round(left + round(round(s4 + s5) + round(s6 + s7)));
  for (let i = start + whole; i < start + n; i++) sum = round(sum + a[i]!);
  return sum;
}
