"""Makes src/core/code/random/zigguratTables.ts: the layers of the ziggurat for normal and exponential numbers.

Source: Marsaglia and Tsang, "The ziggurat method for generating random variables", J. Stat. Soft. 5(8), 2000: 256
layers of equal area, found here to 60 digits. Needs mpmath: python3 scripts/reference/ziggurat.py > FILE
"""
import math

from mpmath import mp, mpf, exp, log, sqrt, erfc, findroot, pi, floor

mp.dps = 60
LAYERS = 256

# By how many units in the last place the right ends in NumPy's normal table differ from these: that table was made in
# double precision. Measured on a million numbers of numpy.random.Generator, each end being the only one that fits.
NORMAL_DEPARTURE = [
    -9, -60, -18, -16, -14, -15, -16, -13, -13, -7, -7, -6, -5, -5, -5, -5, -5, -6, -5, -6, -7, -7, -6, -7, -7,
    -6, -6, -5, -6, -6, -7, -5, -6, -6, -6, -6, -6, -7, -5, -5, -4, -3, -4, -5, -3, -4, -4, -4, -4, -4, -4, -5,
    -2, -3, -3, -4, -4, -3, -4, -4, -3, -3, -2, -2, -3, -3, -4, -3, -4, -3, -3, -3, -2, -2, -1, -2, -2, -3, -3,
    -3, -2, -2, -3, -3, -3, -2, -2, -2, -2, -1, -2, -1, -1, -1, -1, -1, -2, -1, -1, -1, -1, -1, -2, -1, -1, -2,
    -2, -2, -2, -2, -2, -2, -2, -2, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, -1, -1, -1, -2, -1, -1, -1, -1, -2, -2,
    -2, -1, -1, -2, -2, -2, -3, -3, -4, -3, -3, -3, -2, -2, -1, -2, -1, -1, -1, -1, -1, -1, 0, 0, 1, 0, 0, -1, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 3, 3, 3, 2, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1,
    -1, -1, -2, -1, -2, -2, -2, -2, -2, -2, -1, -1, -1, -1, 0, 0, -1, -1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, -1, 0, -1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 0,
]


def layers(density, inverse, tail, guess):
    """Right ends x[1] < ... < x[255] = r of the layers, x[0] = area / density(r), such that the top one closes."""

    def walk(r):
        area = r * density(r) + tail(r)
        x = [mpf(0)] * LAYERS
        x[LAYERS - 1] = r
        for i in range(LAYERS - 2, 0, -1):
            x[i] = inverse(area / x[i + 1] + density(x[i + 1]))
        return x, area

    def gap(r):
        x, area = walk(r)
        return area / x[1] + density(x[1]) - 1

    r = findroot(gap, (mpf(guess), mpf(guess) + mpf("1e-9")), tol=mpf("1e-50"))
    x, area = walk(r)
    x[0] = area / density(r)
    return x, r


def show(name, doc, values):
    print(f"\n/** {doc} */\nexport const {name} = Float64Array.of(")
    for i in range(0, len(values), 4):
        print("  " + ", ".join(values[i : i + 4]) + ",")
    print(");")


def table(prefix, what, density, inverse, tail, guess, bits, departure):
    x, r = layers(density, inverse, tail, guess)
    x = [mpf(float(v) + d * math.ulp(float(v))) for v, d in zip(x, departure)]
    show(f"{prefix}_ENDS", f"Right ends of the layers of the {what} density; [0] is the base's area over its height.", [repr(float(v)) for v in x])
    heights = [mpf(1)] + [density(v) for v in x[1:]]
    show(f"{prefix}_HEIGHTS", "The density at the right ends; [0] is its top.", [repr(float(v)) for v in heights])
    shares = [r / x[0], mpf(0)] + [x[i - 1] / x[i] for i in range(2, LAYERS)]
    show(f"{prefix}_INSIDE", f"Below it, of 2^{bits}, a point of the layer lies wholly under the density.", [str(int(floor(s * mpf(2) ** bits))) for s in shares])
    show(f"{prefix}_INSIDE_SINGLE", "The same of 2^23, for single precision.", [str(int(floor(s * mpf(2) ** 23))) for s in shares])
    print(f"\n/** Where the {what} tail begins. */\nexport const {prefix}_TAIL = {float(r)!r};")


print("/* Made by scripts/reference/ziggurat.py. */")
table("NORMAL", "normal", lambda x: exp(-x * x / 2), lambda y: sqrt(-2 * log(y)), lambda r: sqrt(pi / 2) * erfc(r / sqrt(2)), "3.6541528853610088", 52, NORMAL_DEPARTURE)
table("EXPONENTIAL", "exponential", lambda x: exp(-x), lambda y: -log(y), lambda r: exp(-r), "7.69711747013104972", 53, [0] * LAYERS)
