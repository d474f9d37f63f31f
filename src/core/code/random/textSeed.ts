const ALL = 0xffffffffffffffffn;

/** The first 64 bits of the fractional parts of roots of the first primes: square roots and cube roots. */
function primeRoots(count: number, cube: boolean): bigint[] {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) {
    let prime = true;
    for (let d = 2n; d * d <= n && prime; d++) prime = n % d !== 0n;
    if (prime) found.push(root(n << (cube ? 192n : 128n), cube) & ALL);
  }
  return found;
}

/** The whole part of a square or cube root, by halving. */
function root(n: bigint, cube: boolean): bigint {
  let low = 0n;
  let high = 1n << 80n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if ((cube ? middle * middle * middle : middle * middle) <= n) low = middle;
    else high = middle;
  }
  return low;
}

const turn = (x: bigint, by: bigint): bigint => ((x >> by) | (x << (64n - by))) & ALL;

/** SHA-512. Source: FIPS 180-4. */
function sha512(bytes: readonly number[]): number[] {
  const state = primeRoots(8, false);
  const constants = primeRoots(80, true);
  const padded = [...bytes, 0x80];
  while (padded.length % 128 !== 112) padded.push(0);
  for (let i = 15n; i >= 0n; i--) padded.push(Number((BigInt(bytes.length * 8) >> (8n * i)) & 0xffn));
  for (let at = 0; at < padded.length; at += 128) {
    const words: bigint[] = [];
    for (let i = 0; i < 16; i++) {
      words.push(padded.slice(at + 8 * i, at + 8 * i + 8).reduce((word, byte) => (word << 8n) | BigInt(byte), 0n));
    }
    for (let i = 16; i < 80; i++) {
      const [x, y] = [words[i - 15]!, words[i - 2]!];
      const one = turn(x, 1n) ^ turn(x, 8n) ^ (x >> 7n);
      const other = turn(y, 19n) ^ turn(y, 61n) ^ (y >> 6n);
      words.push((words[i - 16]! + one + words[i - 7]! + other) & ALL);
    }
    let [a, b, c, d, e, f, g, h] = state as [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];
    for (let i = 0; i < 80; i++) {
      const mixed = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const first = h + mixed + ((e & f) ^ (~e & ALL & g)) + constants[i]! + words[i]!;
      const second = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) & ALL, c, b, a, (first + second) & ALL];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i]! + word) & ALL));
  }
  return state.flatMap((word) => Array.from({ length: 8 }, (_, i) => Number((word >> BigInt(56 - 8 * i)) & 0xffn)));
}

/** What Python seeds its generator with for a text: the UTF-8 bytes and their SHA-512, as one number. */
export function textSeed(text: string): bigint {
  const escaped = encodeURIComponent(text).replace(/%(..)/g, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  const bytes = Array.from(escaped, (letter) => letter.charCodeAt(0));
  return [...bytes, ...sha512(bytes)].reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);
}
