"""Writes test/reference/accuracy.json: exact values and derivatives of the smooth activations.

Inputs are random bit patterns of all magnitudes, dense random ones where the functions bend, and both sides of every
cancellation; each expected number is computed with 2400 bits (mpmath) and rounded once to float64.

Run: python3 scripts/reference/accuracy.py
"""
import json
import math
import random
import struct
from pathlib import Path

import mpmath as mp

mp.mp.prec = 2400
random.seed(20250)

half = mp.mpf(1) / 2
SELU_A, SELU_L = mp.mpf(1.6732632423543772), mp.mpf(1.0507009873554805)


def sigma(t):
    return 1 / (1 + mp.exp(-t))


def sigma1(t):
    e = mp.exp(-abs(t))
    return e / (1 + e) ** 2


def phi(x):
    return mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)


def big_phi(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


C1 = 2 * mp.sqrt(2 / mp.pi)
C3 = C1 * mp.mpf("0.044715")


def tanh(x):
    return mp.tanh(x)


def mish(x):
    return x * tanh(mp.log1p(mp.exp(x)))


def mish1(x):
    w = mp.exp(x)
    n = w * (w + 2)
    return n / (n + 2) + 4 * x * w * (w + 1) / (n + 2) ** 2


def gate1(t, w):
    return sigma(t) + w * sigma1(t)


FUNCTIONS = {
    "sigmoid": (lambda x, p: sigma(x), lambda x, p: sigma1(x), [{}]),
    "logSigmoid": (lambda x, p: -mp.log1p(mp.exp(-x)), lambda x, p: sigma(-x), [{}]),
    "tanh": (lambda x, p: tanh(x), lambda x, p: 1 / mp.cosh(x) ** 2, [{}]),
    "tanhShrink": (lambda x, p: x - tanh(x), lambda x, p: tanh(x) ** 2, [{}]),
    "exponential": (lambda x, p: mp.exp(x), lambda x, p: mp.exp(x), [{}]),
    "elu": (
        lambda x, p: x if x > 0 else p["alpha"] * mp.expm1(x),
        lambda x, p: mp.mpf(1) if x > 0 else p["alpha"] * mp.exp(x),
        [{"alpha": 1.0}, {"alpha": 0.3}, {"alpha": 7.25}],
    ),
    "selu": (
        lambda x, p: SELU_L * x if x > 0 else SELU_L * SELU_A * mp.expm1(x),
        lambda x, p: SELU_L if x > 0 else SELU_L * SELU_A * mp.exp(x),
        [{}],
    ),
    "celu": (
        lambda x, p: x if x > 0 else p["alpha"] * mp.expm1(x / p["alpha"]),
        lambda x, p: mp.mpf(1) if x > 0 else mp.exp(x / p["alpha"]),
        [{"alpha": 1.0}, {"alpha": 0.3}, {"alpha": 2.7}],
    ),
    "gelu": (lambda x, p: x * big_phi(x), lambda x, p: big_phi(x) + x * phi(x), [{}]),
    "geluTanh": (
        lambda x, p: x * sigma(x * (C1 + C3 * x * x)),
        lambda x, p: gate1(x * (C1 + C3 * x * x), x * (C1 + 3 * C3 * x * x)),
        [{}],
    ),
    "quickGelu": (lambda x, p: x * sigma(mp.mpf(1.702) * x), lambda x, p: gate1(mp.mpf(1.702) * x, mp.mpf(1.702) * x), [{}]),
    "silu": (lambda x, p: x * sigma(x), lambda x, p: gate1(x, x), [{}]),
    "swish": (
        lambda x, p: x * sigma(p["beta"] * x),
        lambda x, p: gate1(p["beta"] * x, p["beta"] * x),
        [{"beta": 1.0}, {"beta": 0.1}, {"beta": 1.702}, {"beta": 33.3}],
    ),
    "mish": (lambda x, p: mish(x), lambda x, p: mish1(x), [{}]),
    "softplus": (
        lambda x, p: mp.log1p(mp.exp(p["beta"] * x)) / p["beta"],
        lambda x, p: sigma(p["beta"] * x),
        [{"beta": 1.0}, {"beta": 2.0}, {"beta": 0.37}, {"beta": 41.0}],
    ),
}


def random_bits():
    while True:
        x = struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]
        if math.isfinite(x):
            return x


def inputs():
    xs = [0.0, 5e-324, -5e-324, 2.2250738585072014e-308, -2.2250738585072014e-308]
    xs += [random_bits() for _ in range(60)]
    xs += [random.choice((-1, 1)) * 10 ** random.uniform(-20, 3.5) for _ in range(120)]
    xs += [random.uniform(-3, 3) for _ in range(110)]
    xs += [random.uniform(-40, 40) for _ in range(90)]
    xs += [random.uniform(-760, 760) for _ in range(60)]
    xs += [random.uniform(-746, -700) for _ in range(20)]
    xs += [-36.8, -37.5, 36.8, 709.5, 710.2, -709.5, -710.2, -745.0, -745.3, 0.5, -0.5, 22.0, -22.0, 38.0, -38.4]
    return xs


def rounded(value):
    if not mp.isfinite(value):
        return str(float(value))
    # one rounding, subnormals included: cut to the bits that the result has
    if value == 0:
        return "0.0"
    _, exponent = mp.frexp(value)
    bits = min(53, int(exponent) + 1074)
    if bits <= 0:
        tiny = abs(value) > mp.ldexp(1, -1075)
        return repr(math.copysign(5e-324 if tiny else 0.0, float(mp.sign(value))))
    unit = mp.ldexp(1, int(exponent) - bits)
    return repr(float(mp.nint(value / unit) * unit))


def far(x, p, function, value):
    """Out there 2400 bits do not help but cost seconds: the limits and asymptotes are exact after rounding."""
    scale = p.get("beta", 1) if "beta" in p else 1 / p.get("alpha", 1) if function == "celu" else 1
    return abs(x * scale) > 1500


cases = []
for name, (value, slope, parameters) in FUNCTIONS.items():
    for params in parameters:
        p = {key: mp.mpf(v) for key, v in params.items()}
        rows = [x for x in inputs() if not far(x, params, name, value)]
        cases.append(
            {
                "fn": name,
                "params": params,
                "x": [repr(x) for x in rows],
                "value": [rounded(value(mp.mpf(x), p)) for x in rows],
                "derivative": [rounded(slope(mp.mpf(x), p)) for x in rows],
            }
        )
        print(name, params, len(rows))

path = Path(__file__).resolve().parents[2] / "test" / "reference" / "accuracy.json"
about = "smooth activations: x -> value, derivative; exact to 2400 bits (mpmath), rounded once; scripts/reference/accuracy.py"
path.write_text(json.dumps({"about": about, "cases": cases}, separators=(",", ":")).replace('{"fn"', '\n{"fn"') + "\n")
