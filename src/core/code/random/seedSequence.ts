const POOL = 4;

/** The words of 32 bits of a number, lowest first; 0 is one word. */
export function wordsOf(seed: bigint): number[] {
  const words: number[] = [];
  for (let rest = seed; rest > 0n || words.length === 0; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words;
}

/**
 * Mixes a seed into as many words of 64 bits as asked for: NumPy's `SeedSequence(entropy).generate_state(count)`.
 *
 * Source: O'Neill, "Developing a seed_seq alternative", pcg-random.org (2015), with NumPy's constants.
 */
export function seedSequence(entropy: readonly number[], count: number): bigint[] {
  const pool = mix(entropy);
  let factor = 0x8b51f9dd;
  const words: number[] = [];
  for (let i = 0; i < 2 * count; i++) {
    let value = pool[i % POOL]! ^ factor;
    factor = Math.imul(factor, 0x58f38ded) >>> 0;
    value = Math.imul(value, factor);
    words.push((value ^ (value >>> 16)) >>> 0);
  }
  return Array.from({ length: count }, (_, i) => BigInt(words[2 * i]!) | (BigInt(words[2 * i + 1]!) << 32n));
}

function mix(entropy: readonly number[]): Uint32Array {
  const pool = new Uint32Array(POOL);
  let factor = 0x43b0d7e5;
  const hash = (word: number) => {
    let value = word ^ factor;
    factor = Math.imul(factor, 0x931e8875) >>> 0;
    value = Math.imul(value, factor);
    return value ^ (value >>> 16);
  };
  const join = (x: number, y: number) => {
    const value = Math.imul(0xca01f9dd, x) - Math.imul(0x4973f715, y);
    return value ^ (value >>> 16);
  };
  for (let i = 0; i < POOL; i++) pool[i] = hash(entropy[i] ?? 0);
  for (let from = 0; from < POOL; from++)
    for (let to = 0; to < POOL; to++) if (from !== to) pool[to] = join(pool[to]!, hash(pool[from]!));
  for (const word of entropy.slice(POOL)) for (let to = 0; to < POOL; to++) pool[to] = join(pool[to]!, hash(word));
  return pool;
}
