"""Makes softmax-more.json: the softmax family to 400 digits, rounded once to float64. Needs mpmath.

python3 softmax-more.py > softmax-more.json
"""
import json
import random
from fractions import Fraction
from mpmath import mp, mpf, exp, log, sqrt

mp.dps = 400
random.seed(20)


def nearest(value):
    if not value:
        return '0.0'
    sign, mantissa, exponent, _ = value._mpf_
    if exponent + mantissa.bit_length() < -1100:
        return '0.0'
    exact = Fraction(int(mantissa)) * Fraction(2) ** exponent
    try:
        return repr(float(-exact if sign else exact))  # one rounding, subnormal numbers included
    except OverflowError:
        return '-inf' if sign else 'inf'


def threshold(z, power):
    """tau with sum of max(z - tau, 0)^power = 1, by trying every size of the support"""
    ordered = sorted(z, reverse=True)
    for k in range(1, len(z) + 1):
        part = ordered[:k]
        mean = sum(part) / k
        if power == 1:
            tau = mean - mpf(1) / k
        else:
            inside = (1 - sum((p - mean) ** 2 for p in part)) / k
            if inside < 0:
                break
            tau = mean - sqrt(inside)
        if tau < part[-1] and (k == len(z) or tau >= ordered[k]):
            return tau
    raise ValueError(z)


def case(x, temperature):
    z = [mpf(v) / mpf(temperature) for v in x]
    top = max(z)
    e = [exp(v - top) for v in z]
    total = sum(e)
    sparse = threshold([v - top for v in z], 1)
    half = [(v - top) / 2 for v in z]
    ent = threshold(half, 2)
    one = exp(-top) if top > 0 else mpf(1)
    shift = exp(-top) if top > 0 else None
    plus = [exp(v - top) / (shift + total) if shift is not None else exp(v) / (1 + sum(exp(w) for w in z)) for v in z]
    return {
        'x': [repr(v) for v in x],
        'temperature': repr(temperature),
        'softmax': [nearest(v / total) for v in e],
        'logSoftmax': [nearest(v - top - log(total)) for v in z],
        'logSumExp': [nearest(top + log(total))],
        'sparsemax': [nearest(max(v - top - sparse, 0)) for v in z],
        'entmax15': [nearest(max(v - ent, 0) ** 2) for v in half],
        'softmaxPlusOne': [nearest(v) for v in plus],
    }


rows = [
    [0.3, 1.3], [-2.0, 0.0, 0.5], [0.1, 0.2, 0.3, 0.4, 0.5], [1.0, 2.0, 3.0], [0.0, -745.0, -745.2, -740.5, -708.5],
    [1e8, 1e8 + 0.5, 1e8 - 1, 1e8 + 0.3], [1e15, 1e15 + 0.125, 1e15 - 700.375], [-1000.0, -1001.0, -1002.5],
    [5.0], [1e-8, 2e-8, 3e-8, 0.0], [1e-300, 5e-324, 0.0], [3.7] * 7, [0.1, 0.1, 0.1, -0.9], [710.0, 709.5, -3.25],
    [0.7, 0.1], [1 / 3, -2 / 3], [12.0, 11.999999999999998, 11.0, 11.5, 10.7, 11.999], [1e308, 1.5e308],
    [-1e-9, -2.0, -30.0], [0.5, 0.25, 0.125, 0.0625, 0.03125, 0.015625],
]
for n in (2, 3, 5, 9, 30):
    for scale in (1e-3, 0.3, 1, 10, 300, 5000):
        rows.append([random.gauss(0, scale) for _ in range(n)])
cases = []
for x in rows:
    for temperature in (1.0, random.choice([0.07, 0.1, 0.5, 0.7, 1.3, 3.0, 10.0, 1e3])):
        cases.append(case(x, temperature))
for x, temperature in [([1e308, 1.5e308, -1e308], 1e307), ([3e-320, 1e-320], 7e-321), ([1e-305, 2.5e-304], 3e-305),
                       ([4e200, 1e200, 3.9e200], 1e199), ([1.0, 2.0], 1e300), ([1.0, 1.0000000000000002], 1e-16)]:
    cases.append(case(x, temperature))
print(json.dumps({'about': 'softmax family of single rows at a temperature; correctly rounded float64', 'cases': cases}, indent=0))
