"""Makes streams.json: draws of numpy.random (1.24, frozen streams) and of Python's random (3.11).

`sha256` is that of the draws' bytes as little-endian float64; `first` are the first draws, for people.
"""
import hashlib
import json
import random

import numpy as np

COUNT = 20000
rows = []


def row(source, seed, name, args, values):
    values = np.ascontiguousarray(np.ravel(values), dtype="<f8")
    rows.append(
        {
            "source": source,
            "seed": seed,
            "name": name,
            "args": args,
            "count": len(values),
            "first": values[:3].tolist(),
            "sha256": hashlib.sha256(values.tobytes()).hexdigest(),
            "sum": float(np.sum(values)),
        }
    )


for seed in (0, 1, 42, 4294967295):
    legacy = lambda: np.random.RandomState(seed)
    modern = lambda: np.random.default_rng(seed)
    row("legacy", seed, "uniform", [], legacy().random_sample(COUNT))
    row("modern", seed, "uniform", [], modern().random(COUNT))
    row("modern", seed, "normal", [], modern().standard_normal(COUNT))
    row("modern", seed, "exponential", [], modern().standard_exponential(COUNT))
    row("modern", seed, "normalSingle", [], modern().standard_normal(COUNT, dtype=np.float32))
    row("modern", seed, "multiplied", [999], modern().integers(0, 1000, COUNT))
    row("modern", seed, "multiplied", [2**50 - 1], modern().integers(0, 2**50, COUNT))
    row("legacy", seed, "masked", [999], legacy().randint(0, 1000, COUNT))
    row("legacy", seed, "masked", [2**50 - 1], legacy().randint(0, 2**50, COUNT))
    row("legacy", seed, "normal", [], legacy().standard_normal(COUNT))
    row("legacy", seed, "exponential", [], legacy().standard_exponential(COUNT))

for source, make in (("legacy", lambda: np.random.RandomState(5)), ("modern", lambda: np.random.default_rng(5))):
    for name, args in (
        [("standardGamma", [a]) for a in (0.3, 1, 2.5, 40)]
        + [("beta", a) for a in ([0.5, 0.5], [2, 3])]
        + [("chiSquare", [3]), ("standardT", [4]), ("standardCauchy", []), ("laplace", [1, 2]), ("logistic", [1, 2])]
        + [("gumbel", [1, 2]), ("rayleigh", [2]), ("weibull", [1.5]), ("pareto", [3]), ("power", [3])]
        + [("triangular", [-1, 0, 3])]
        + [("poisson", [m]) for m in (0.5, 7, 10, 60)]
        + [("binomial", a) for a in ([10, 0.3], [10, 0.7], [1, 0.5], [1000, 0.4], [200, 0.9])]
        + [("geometric", [p]) for p in (0.05, 0.2, 0.5)]
    ):
        method = {"standardGamma": "standard_gamma", "chiSquare": "chisquare", "standardT": "standard_t", "standardCauchy": "standard_cauchy"}.get(name, name)
        row(source, 5, name, args, getattr(make(), method)(*args, 4000))

for seed in (0, 7, -3, 2**40 + 9):
    make = lambda: random.Random(seed)
    for name, args in (("random", []), ("uniform", [-1, 1]), ("gauss", [0, 1]), ("normalvariate", [1, 2]), ("expovariate", [0.5]), ("triangular", [0, 1, 0.2])):
        source = make()
        row("python", seed, name, args, [getattr(source, name)(*args) for _ in range(4000)])
    source = make()
    row("python", seed, "below", [6], [source.randrange(6) for _ in range(4000)])
    source = make()
    row("python", seed, "below", [10**12], [source.randrange(10**12) for _ in range(4000)])
    items = list(range(50))
    source = make()
    source.shuffle(items)
    row("python", seed, "shuffle", [50], items)
    source = make()
    source = make()
    row("python", seed, "sample", [10, 4], [source.sample(range(10), 4) for _ in range(100)])
    source = make()
    row("python", seed, "sample", [1000, 8], [source.sample(range(1000), 8) for _ in range(100)])
    source = make()
    row("python", seed, "weighted", [1, 2, 3.5], [source.choices(range(3), [1, 2, 3.5])[0] for _ in range(1000)])

print(json.dumps(rows, indent=0))
