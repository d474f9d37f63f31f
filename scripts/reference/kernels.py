"""Prints src/core/math/tables.ts: the constants and tables of the numeric kernels, from 400-bit arithmetic (mpmath).

npm run tables formats and keeps what this prints.
"""
import sys

import mpmath as mp

mp.mp.prec = 400


def double(x):
    return float(mp.mpf(x))


def pair(x):
    hi = double(x)
    return hi, double(x - hi)


def text(x):
    return repr(x)


def truncated(x, bits):
    """x cut to `bits` significant bits, so that products with short integers are exact."""
    mantissa, exponent = mp.frexp(x)
    return double(mp.floor(mantissa * mp.mpf(2) ** bits) * mp.mpf(2) ** (exponent - bits))


def tail(a):
    """R(a) = exp(a^2/2) Q(a), Q the upper tail of the standard normal distribution."""
    return mp.erfc(a / mp.sqrt(2)) / 2 * mp.exp(a * a / 2)


def fit(center, half, degree):
    """P with R(c + d) = R(c) + d P(d) for |d| <= half: interpolation at Chebyshev nodes."""
    nodes = [half * mp.cos(mp.pi * (2 * i + 1) / (2 * (degree + 1))) for i in range(degree + 1)]
    values = [(tail(center + d) - tail(center)) / d if d != 0 else tail(center) for d in nodes]
    matrix = mp.matrix(degree + 1, degree + 1)
    for i, d in enumerate(nodes):
        for k in range(degree + 1):
            matrix[i, k] = (d / half) ** k
    solved = mp.lu_solve(matrix, mp.matrix(values))
    return [solved[k] / half**k for k in range(degree + 1)]


N = 128
DEGREE = 11
out = [
    "// Written by scripts/reference/kernels.py from 400-bit arithmetic. Do not edit.",
    "",
    "/** ln 2 / 128: 34 bits, so that products with integers up to 2^18 are exact, and the rest. */",
    f"export const LN2_128_HIGH = {text(truncated(mp.log(2) / N, 34))};",
    f"export const LN2_128_LOW = {text(double(mp.log(2) / N - truncated(mp.log(2) / N, 34)))};",
    f"export const INVERSE_LN2_128 = {text(double(N / mp.log(2)))};",
    "",
    "/** 1/sqrt(2 pi), the density of the standard normal distribution at 0. */",
]
for name, value in (
    ("DENSITY", 1 / mp.sqrt(2 * mp.pi)),
    ("TANH_LINEAR", 2 * mp.sqrt(2 / mp.pi)),
    ("TANH_CUBIC", 2 * mp.sqrt(2 / mp.pi) * mp.mpf("0.044715")),
    ("LN2", mp.log(2)),
):
    hi, lo = pair(value)
    if name == "TANH_LINEAR":
        out += ["", "/** 2 sqrt(2/pi) and 0.044715 times that: GELU's tanh approximation is x times the logistic function of x (linear + cubic x^2). */"]
    if name == "LN2":
        out += ["", "/** ln 2 in two parts. */"]
    out += [f"export const {name}_HIGH = {text(hi)};", f"export const {name}_LOW = {text(lo)};"]

out += ["", "/** 2^(j/128) for j = 0..127, each as a double and the rest that it leaves out. */", "export const EXP_TABLE = Float64Array.of("]
for j in range(N):
    hi, lo = pair(mp.mpf(2) ** (mp.mpf(j) / N))
    out.append(f"  {text(hi)}, {text(lo)},")
out += [");", ""]

bins = [(mp.mpf(i) / 16 + mp.mpf(1) / 32, mp.mpf(1) / 32) for i in range(8)]
for exponent in range(-1, 6):
    width = mp.mpf(2) ** exponent / 8
    bins += [(mp.mpf(2) ** exponent + (i + mp.mpf(1) / 2) * width, width / 2) for i in range(8 if exponent < 5 else 2)]
worst = mp.mpf(0)
rows = []
for center, half in bins:
    coefficients = [double(c) for c in fit(center, half, DEGREE)]
    hi, lo = pair(tail(center))
    for i in range(33):
        d = half * (mp.mpf(i) / 16 - 1)
        value = mp.mpf(hi) + mp.mpf(lo) + d * sum(mp.mpf(c) * d**k for k, c in enumerate(coefficients))
        worst = max(worst, abs(value / tail(center + d) - 1))
    rows.append([double(center), hi, lo, *coefficients])
print("worst relative error of the tail table: 2^%.1f" % mp.log(worst, 2), file=sys.stderr)
out += [
    "/**",
    " * R(a) = exp(a^2/2) Q(a), Q the upper tail of the standard normal distribution, in 58 intervals: 8 of 1/16 up to",
    " * 1/2, then 8 in each power of two up to 40. A row holds the centre c, R(c) in two parts, and the coefficients of P",
    " * in R(c + d) = R(c) + d P(d).",
    " */",
    f"export const TAIL_ROW = {3 + DEGREE + 1};",
    "export const TAIL_TABLE = Float64Array.of(",
]
for row in rows:
    out.append("  " + ", ".join(text(x) for x in row) + ",")
out += [");", ""]

# x - tanh(x) = x^3 S(x^2) for |x| <= 1/2
degree = 12
limit = mp.mpf(1) / 4
nodes = [limit / 2 * (1 + mp.cos(mp.pi * (2 * i + 1) / (2 * (degree + 1)))) for i in range(degree + 1)]
matrix = mp.matrix(degree + 1, degree + 1)
values = []
for i, s in enumerate(nodes):
    x = mp.sqrt(s)
    values.append((x - mp.tanh(x)) / x**3)
    for k in range(degree + 1):
        matrix[i, k] = (s / limit) ** k
solved = mp.lu_solve(matrix, mp.matrix(values))
coefficients = [double(solved[k] / limit**k) for k in range(degree + 1)]
rest = double(solved[0] - coefficients[0])
out += ["/** x - tanh x = x^3 S(x^2) for |x| <= 1/2: the coefficients of S, from the constant on. */", "export const TANH_SHRINK = Float64Array.of("]
out += [f"  {text(c)}," for c in coefficients] + [");", "", "/** What the constant of S leaves out. */", f"export const TANH_SHRINK_LOW = {text(rest)};", ""]
worst = max(abs(x**3 * (mp.mpf(rest) + sum(mp.mpf(c) * x ** (2 * k) for k, c in enumerate(coefficients))) / (x - mp.tanh(x)) - 1) for x in [mp.mpf(i) / 200 for i in range(1, 101)])
print("worst relative error of x - tanh x: 2^%.1f" % mp.log(worst, 2), file=sys.stderr)

print("\n".join(out))
