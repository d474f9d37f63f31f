/**
 * Loops over memory. `K` is a class of two methods and nothing else, compiled into the loop:
 *
 *   at(x: v128): v128     the function of two numbers at a time
 *   near(x: v128): v128   ones in the lanes that `at` is right for; the others are TypeScript's
 */

/** Ones in every lane. */
@inline
export function everywhere(): v128 {
  return i64x2(-1, -1);
}

/** Ones in the lanes whose size is below `bound`. */
@inline
export function within(x: v128, bound: f64): v128 {
  return f64x2.lt(f64x2.abs(x), f64x2.splat(bound));
}

/**
 * A function over n numbers in place, two vectors a turn: up to 3 numbers behind the end are worked on too. Gives 1
 * when some number is left to TypeScript.
 */
@inline
export function each<K>(p: usize, n: i32): i32 {
  const f = changetype<K>(0);
  const end = p + (<usize>n << 3);
  let near = everywhere();
  while (p < end) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    near = v128.and(near, v128.and(f.near(a), f.near(b)));
    v128.store(p, f.at(a));
    v128.store(p, f.at(b), 16);
    p += 32;
  }
  return i64x2.all_true(near) ? 0 : 1;
}

/** The same one vector a turn, for functions so long that turns cost nothing beside them. */
@inline
export function eachLong<K>(p: usize, n: i32): i32 {
  const f = changetype<K>(0);
  const end = p + (<usize>n << 3);
  let near = everywhere();
  while (p < end) {
    const a = v128.load(p);
    near = v128.and(near, f.near(a));
    v128.store(p, f.at(a));
    p += 16;
  }
  return i64x2.all_true(near) ? 0 : 1;
}
