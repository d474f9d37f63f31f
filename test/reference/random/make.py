"""Makes activations.json: values and derivatives at random inputs of all magnitudes, by mpmath, rounded once.

    python3 make.py > activations.json        (mpmath 1.3; half a minute)

Numbers are the 16 hexadecimal digits of a float64. Parameters are taken as the exact float64 that they are; 0.044715
and sqrt(2/pi) exactly. The formulas are the definitions, computed with so many digits that nothing cancels.
"""
import json
import math
import random
import struct
from fractions import Fraction

from mpmath import mp, mpf, exp, expm1, log1p, tanh, sqrt, erfc, pi, fabs

mp.prec = 3600
rng = random.Random(20261123)


def bits(x):
    return struct.pack('>d', x).hex()


def inputs():
    xs = []
    while len(xs) < 70:
        x = struct.unpack('>d', rng.getrandbits(64).to_bytes(8, 'big'))[0]
        if math.isfinite(x):
            xs.append(x)
    xs += [rng.choice([-1, 1]) * 10 ** rng.uniform(-20, 3) for _ in range(60)]
    xs += [rng.uniform(-40, 40) for _ in range(50)]
    xs += [rng.uniform(-4, 4) for _ in range(40)]
    xs += [-rng.uniform(700, 746) for _ in range(10)] + [rng.uniform(700, 720) for _ in range(6)]
    return xs


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x > -1e5 else exp(max(x, -mpf(10) ** 6))


def softplus(x):
    if x > 1e5:
        return x
    return log1p(exp(max(x, -mpf(10) ** 6)))


def tails(x):
    """Standard normal distribution Phi(x) and density phi(x)."""
    if x < -60:
        return mpf(0), mpf(0)
    if x > 60:
        return mpf(1), mpf(0)
    return erfc(-x / sqrt(mpf(2))) / 2, exp(-x * x / 2) / sqrt(2 * pi)


def gelu(x):
    return x * tails(x)[0]


def gelu_d(x):
    cdf, density = tails(x)
    return cdf + x * density


def gelu_tanh_parts(x):
    c = sqrt(2 / pi)
    u = c * (x + mpf('0.044715') * x ** 3)
    return sigmoid(2 * u), 2 * c * (1 + 3 * mpf('0.044715') * x * x)


def gated(x, beta):
    return x * sigmoid(beta * x)


def gated_d(x, beta):
    s = sigmoid(beta * x)
    return s + beta * x * s * sigmoid(-beta * x)


def gelu_tanh_d(x):
    s, du = gelu_tanh_parts(x)
    rest = sigmoid(-2 * sqrt(2 / pi) * (x + mpf('0.044715') * x ** 3))
    return s + x * s * rest * du


def mish_d(x):
    t = tanh(softplus(x))
    return t + x * (1 - t * t) * sigmoid(x)


def hard(x, low, high):
    return min(max(x, low), high)


ALPHA, SCALE = mpf(1.6732632423543772), mpf(1.0507009873554805)
one, zero = mpf(1), mpf(0)


def elu(x, a, s=one):
    return s * (x if x > 0 else a * expm1(max(x, -mpf(10) ** 6)))


def elu_d(x, a, s=one):
    return s * (one if x > 0 else a * exp(max(x, -mpf(10) ** 6)))


def root(x, p):
    return sqrt(x * x + p['b'])


def slope(p):
    return p['negativeSlope'] if 'negativeSlope' in p else p['weight']


def mean(p):
    return mpf(float(p['lower'] + p['upper']) / 2)


F = {
    'identity': (lambda x, p: x, lambda x, p: one, [{}]),
    'step': (lambda x, p: one if x > 0 else zero, lambda x, p: zero, [{}]),
    'sigmoid': (lambda x, p: sigmoid(x), lambda x, p: sigmoid(x) * sigmoid(-x), [{}]),
    'hardSigmoid': (lambda x, p: hard(p['alpha'] * x + p['beta'], zero, one),
                    lambda x, p: p['alpha'] if 0 < p['alpha'] * x + p['beta'] < 1 else zero,
                    [{'alpha': 1 / 6, 'beta': 0.5}, {'alpha': 0.2, 'beta': 0.5}, {'alpha': 0.37, 'beta': 0.1}]),
    'logSigmoid': (lambda x, p: -softplus(-x), lambda x, p: sigmoid(-x), [{}]),
    'tanh': (lambda x, p: tanh(x) if fabs(x) < 1e5 else mpf(1 if x > 0 else -1),
             lambda x, p: 4 * sigmoid(2 * x) * sigmoid(-2 * x), [{}]),
    'hardTanh': (lambda x, p: hard(x, p['min'], p['max']), lambda x, p: one if p['min'] < x < p['max'] else zero,
                 [{'min': -1.0, 'max': 1.0}, {'min': -0.3, 'max': 7.5}]),
    'relu': (lambda x, p: max(x, zero), lambda x, p: one if x > 0 else zero, [{}]),
    'relu6': (lambda x, p: hard(x, zero, mpf(6)), lambda x, p: one if 0 < x < 6 else zero, [{}]),
    'squaredRelu': (lambda x, p: max(x, zero) ** 2, lambda x, p: 2 * max(x, zero), [{}]),
    'leakyRelu': (lambda x, p: x if x > 0 else slope(p) * x, lambda x, p: one if x > 0 else slope(p),
                  [{'negativeSlope': 0.01}, {'negativeSlope': 0.3}, {'negativeSlope': -0.7}]),
    'prelu': (lambda x, p: x if x > 0 else slope(p) * x, lambda x, p: one if x > 0 else slope(p),
              [{'weight': 0.25}, {'weight': 1.3}]),
    'rrelu': (lambda x, p: x if x > 0 else mean(p) * x, lambda x, p: one if x > 0 else mean(p),
              [{'lower': 0.125, 'upper': 1 / 3}, {'lower': 0.1, 'upper': 0.3}]),
    'elu': (lambda x, p: elu(x, p['alpha']), lambda x, p: elu_d(x, p['alpha']), [{'alpha': 1.0}, {'alpha': 0.3}]),
    'selu': (lambda x, p: elu(x, ALPHA, SCALE), lambda x, p: elu_d(x, ALPHA, SCALE), [{}]),
    'celu': (lambda x, p: x if x > 0 else elu(x / p['alpha'], p['alpha']),
             lambda x, p: one if x > 0 else elu_d(x / p['alpha'], one), [{'alpha': 1.0}, {'alpha': 0.3}]),
    'gelu': (lambda x, p: gelu(x), lambda x, p: gelu_d(x), [{}]),
    'geluTanh': (lambda x, p: x * gelu_tanh_parts(x)[0], lambda x, p: gelu_tanh_d(x), [{}]),
    'quickGelu': (lambda x, p: gated(x, mpf(1.702)), lambda x, p: gated_d(x, mpf(1.702)), [{}]),
    'silu': (lambda x, p: gated(x, one), lambda x, p: gated_d(x, one), [{}]),
    'swish': (lambda x, p: gated(x, p['beta']), lambda x, p: gated_d(x, p['beta']), [{'beta': 1.0}, {'beta': 0.3}]),
    'hardSwish': (lambda x, p: x * hard(x + 3, zero, mpf(6)) / 6,
                  lambda x, p: zero if x <= -3 else one if x >= 3 else (2 * x + 3) / 6, [{}]),
    'mish': (lambda x, p: x * tanh(softplus(x)) if x < 1e4 else x, lambda x, p: mish_d(x) if x < 1e4 else one, [{}]),
    'softplus': (lambda x, p: softplus(p['beta'] * x) / p['beta'], lambda x, p: sigmoid(p['beta'] * x),
                 [{'beta': 1.0}, {'beta': 0.3}]),
    'softsign': (lambda x, p: x / (1 + fabs(x)), lambda x, p: 1 / (1 + fabs(x)) ** 2, [{}]),
    'softshrink': (lambda x, p: x - hard(x, -p['lambda'], p['lambda']),
                   lambda x, p: one if fabs(x) > p['lambda'] else zero, [{'lambda': 0.5}, {'lambda': 1.3}]),
    'hardShrink': (lambda x, p: x if fabs(x) > p['lambda'] else zero,
                   lambda x, p: one if fabs(x) > p['lambda'] else zero, [{'lambda': 0.5}, {'lambda': 1.3}]),
    'tanhShrink': (lambda x, p: x - tanh(x) if fabs(x) < 1e5 else x - (1 if x > 0 else -1),
                   lambda x, p: tanh(x) ** 2 if fabs(x) < 1e5 else one, [{}]),
    'threshold': (lambda x, p: x if x > p['threshold'] else p['value'], lambda x, p: one if x > p['threshold'] else zero,
                  [{'threshold': 1.0, 'value': 0.0}, {'threshold': -0.1, 'value': 20.0}]),
    'thresholdedRelu': (lambda x, p: x if x > p['alpha'] else zero, lambda x, p: one if x > p['alpha'] else zero,
                        [{'alpha': 1.0}, {'alpha': 0.3}]),
    'squareplus': (lambda x, p: (x + root(x, p)) / 2, lambda x, p: (1 + x / root(x, p)) / 2,
                   [{'b': 4.0}, {'b': 0.3}, {'b': 1e-12}, {'b': 1e10}]),
    'sparsePlus': (lambda x, p: zero if x <= -1 else x if x >= 1 else (x + 1) ** 2 / 4,
                   lambda x, p: hard((x + 1) / 2, zero, one), [{}]),
    'sparseSigmoid': (lambda x, p: hard((x + 1) / 2, zero, one), lambda x, p: one / 2 if -1 < x < 1 else zero, [{}]),
    'exponential': (lambda x, p: exp(hard(x, -mpf(10) ** 6, mpf(10) ** 6)),
                    lambda x, p: exp(hard(x, -mpf(10) ** 6, mpf(10) ** 6)), [{}]),
}


def rounded(value):
    """One rounding to the nearest float64, ties to even, subnormals included (float(mpf) rounds those twice)."""
    sign, mantissa, exponent, count = value._mpf_
    if mantissa == 0 or exponent + count < -1100:
        return bits(0.0)
    try:
        return bits(float(Fraction(-mantissa if sign else mantissa) * Fraction(2) ** exponent))
    except OverflowError:
        return bits(-math.inf if sign else math.inf)


xs = inputs()
cases = []
for name, (value, derivative, parameters) in F.items():
    for written in parameters:
        p = {key: mpf(number) for key, number in written.items()}
        cases.append({
            'fn': name,
            'params': written,
            'value': [rounded(value(mpf(x), p)) for x in xs],
            'derivative': [rounded(derivative(mpf(x), p)) for x in xs],
        })
lines = ',\n'.join(json.dumps(case) for case in cases)
print('{"x": %s,\n"cases": [\n%s\n]}' % (json.dumps([bits(x) for x in xs]), lines))
