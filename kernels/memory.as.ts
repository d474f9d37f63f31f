/**
 * Where tables and buffers lie. The tables are the TypeScript kernels' own, written here by src/core/kernels when the
 * module starts: no number stands in two places. All begin at multiples of 16 bytes.
 */

/** 2^(j/128), each as a double and the rest: 256 numbers. */
export const EXP: usize = 1024;

/** Rows of log(1 + e): 9 numbers and one unused. */
export const LOG1P: usize = EXP + 256 * 8;
export const LOG1P_ROW: usize = 10 * 8;

/** Rows of the dips of GELU and of its tanh approximation, 16 numbers each. */
export const GELU_DIP: usize = LOG1P + 129 * LOG1P_ROW;
export const DIP_ROW: usize = 16 * 8;
export const GELU_TANH_DIP: usize = GELU_DIP + 257 * DIP_ROW;

/** Rows of Mills' ratio: 15 numbers and one unused. */
export const TAIL: usize = GELU_TANH_DIP + 257 * DIP_ROW;
export const TAIL_ROW: usize = 16 * 8;

/** The 13 coefficients of S in x - tanh x = x^3 S(x^2), and a place unused. */
export const SHRINK: usize = TAIL + 58 * TAIL_ROW;

/** Where free memory begins: callers lay their buffers from here on. */
export const FREE: usize = 2 * 65536;
