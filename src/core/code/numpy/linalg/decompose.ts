/** A square matrix or a tall one, row by row. */
export type Rows = Float64Array[];

export function rowsOf(data: Float64Array, n: number, m: number): Rows {
  return Array.from({ length: n }, (_, i) => data.slice(i * m, (i + 1) * m));
}

/** Gaussian elimination with partial pivots on copies; undefined where the matrix is singular, with the determinant. */
export function eliminate(given: Rows, right: Rows): { solution: Rows | undefined; determinant: number } {
  const a = given.map((row) => row.slice());
  const b = right.map((row) => row.slice());
  const n = a.length;
  let determinant = 1;
  for (let k = 0; k < n; k++) {
    let p = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(a[i]![k]!) > Math.abs(a[p]![k]!)) p = i;
    if (a[p]![k] === 0) return { solution: undefined, determinant: 0 };
    if (p !== k) {
      [a[p], a[k]] = [a[k]!, a[p]!];
      [b[p], b[k]] = [b[k]!, b[p]!];
      determinant = -determinant;
    }
    determinant *= a[k]![k]!;
    for (let i = k + 1; i < n; i++) {
      const f = a[i]![k]! / a[k]![k]!;
      if (f === 0) continue;
      for (let j = k; j < n; j++) a[i]![j]! -= f * a[k]![j]!;
      for (let j = 0; j < b[i]!.length; j++) b[i]![j]! -= f * b[k]![j]!;
    }
  }
  for (let k = n - 1; k >= 0; k--) {
    for (let j = 0; j < b[k]!.length; j++) {
      let x = b[k]![j]!;
      for (let l = k + 1; l < n; l++) x -= a[k]![l]! * b[l]![j]!;
      b[k]![j] = x / a[k]![k]!;
    }
  }
  return { solution: b, determinant };
}

/** Lower triangle L with A = L Lᵀ; undefined for a matrix that is not positive definite. */
export function cholesky(a: Rows): Rows | undefined {
  const n = a.length;
  const l = Array.from({ length: n }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i === j) {
        if (!(sum > 0)) return undefined;
        l[i]![i] = Math.sqrt(sum);
      } else l[i]![j] = sum / l[j]![j]!;
    }
  }
  return l;
}

/** Eigenvalues in rising order and eigenvectors as columns of a symmetric matrix, by Jacobi's rotations. */
export function symmetricEigen(given: Rows): { values: Float64Array; vectors: Rows } {
  const a = given.map((row) => row.slice());
  const n = a.length;
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_x, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) off += a[i]![j]! ** 2;
    if (off === 0) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        const apq = a[p]![q]!;
        if (apq === 0) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[k]![p]!, a[k]![q]!];
          a[k]![p] = c * x - s * y;
          a[k]![q] = s * x + c * y;
        }
        for (let k = 0; k < n; k++) {
          const [x, y] = [a[p]![k]!, a[q]![k]!];
          a[p]![k] = c * x - s * y;
          a[q]![k] = s * x + c * y;
          const [f, g] = [v[k]![p]!, v[k]![q]!];
          v[k]![p] = c * f - s * g;
          v[k]![q] = s * f + c * g;
        }
        a[p]![q] = 0;
        a[q]![p] = 0;
      }
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((x, y) => a[x]![x]! - a[y]![y]!);
  return {
    values: Float64Array.from(order, (i) => a[i]![i]!),
    vectors: v.map((row) => Float64Array.from(order, (i) => row[i]!)),
  };
}

/**
 * Thin singular value decomposition of a matrix at least as tall as wide, by one-sided Jacobi rotations: columns of u,
 * falling singular values, columns of v.
 */
export function singular(given: Rows): { u: Rows; values: Float64Array; v: Rows } {
  const a = given.map((row) => row.slice());
  const n = a[0]?.length ?? 0;
  const v = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_x, j) => (i === j ? 1 : 0)));
  for (let sweep = 0, turned = true; sweep < 60 && turned; sweep++) {
    turned = false;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        let [pp, qq, pq] = [0, 0, 0];
        for (const row of a) {
          pp += row[p]! * row[p]!;
          qq += row[q]! * row[q]!;
          pq += row[p]! * row[q]!;
        }
        if (Math.abs(pq) <= 1e-16 * Math.sqrt(pp * qq)) continue;
        turned = true;
        const theta = (qq - pp) / (2 * pq);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (const rows of [a, v]) {
          for (const row of rows) {
            const [x, y] = [row[p]!, row[q]!];
            row[p] = c * x - s * y;
            row[q] = s * x + c * y;
          }
        }
      }
    }
  }
  const lengths = Array.from({ length: n }, (_, j) => Math.hypot(...a.map((row) => row[j]!)));
  const order = lengths.map((_, j) => j).sort((x, y) => lengths[y]! - lengths[x]!);
  return {
    u: a.map((row) => Float64Array.from(order, (j) => (lengths[j] === 0 ? 0 : row[j]! / lengths[j]!))),
    values: Float64Array.from(order, (j) => lengths[j]!),
    v: v.map((row) => Float64Array.from(order, (j) => row[j]!)),
  };
}
