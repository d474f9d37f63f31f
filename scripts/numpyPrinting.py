#!/usr/bin/env python3
"""Prints random arrays of all kinds with the installed NumPy, for test/unit/core/code/numpy/print.

Usage: /usr/bin/python3 scripts/numpyPrinting.py [count [file]]
"""
import json, os, sys
import numpy as np

count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
place = os.path.join(os.path.dirname(__file__), '..', 'test', 'reference', 'numpy', 'printing.json')
place = sys.argv[2] if len(sys.argv) > 2 else place
r = np.random.RandomState(7)
shapes = [(), (1,), (3,), (7,), (25,), (2, 3), (3, 1), (4, 6), (2, 2, 3), (0,), (2, 0), (1, 1, 2), (2, 2, 2, 2), (5, 12)]


def floats(shape, dtype):
    kind = r.randint(9)
    size = int(np.prod(shape))
    if kind == 0:
        x = r.randn(size)
    elif kind == 1:
        x = r.randn(size) * 10.0 ** r.randint(-12, 12)
    elif kind == 2:
        x = r.randint(-100, 100, size) / 4.0
    elif kind == 3:
        x = r.randn(size) * 10.0 ** r.uniform(-6, 6, size)
    elif kind == 4:
        x = np.round(r.randn(size), r.randint(0, 5))
    elif kind == 5:
        x = r.randint(0, 5, size) * 1.0
        x = x * -1.0 if r.rand() < 0.3 else x
    elif kind == 6:
        x = r.randn(size)
        x[r.rand(size) < 0.3] = np.nan
        x[r.rand(size) < 0.2] = np.inf
        x[r.rand(size) < 0.1] = -np.inf
    elif kind == 7:
        x = r.randint(0, 2 ** 20, size) / 2.0 ** r.randint(8, 30)
    else:
        x = r.rand(size) * 1000
    with np.errstate(over='ignore'):
        return x.astype(dtype).reshape(shape)


rows = []
for i in range(count):
    shape = shapes[r.randint(len(shapes))]
    dtype = ['float64', 'float64', 'float64', 'float32', 'float16', 'int64', 'bool', 'int8'][r.randint(8)]
    if dtype == 'bool':
        a = r.rand(*shape) < 0.5
        a = np.asarray(a)
    elif dtype.startswith('int'):
        top = 10 ** r.randint(1, 18) if dtype == 'int64' else 127
        a = np.asarray(r.randint(-top if r.rand() < 0.5 else 0, top, shape)).astype(dtype)
    else:
        a = np.asarray(floats(shape, dtype))
    options = {}
    if r.rand() < 0.25:
        options = [{'precision': int(r.randint(0, 6))}, {'suppress': True}, {'linewidth': 40},
                   {'threshold': 10, 'edgeitems': 2}, {'precision': 3, 'suppress': True}][r.randint(5)]
    with np.printoptions(**options):
        values = [repr(v) if isinstance(v, float) else str(int(v)) for v in a.ravel().tolist()]
        rows.append([dtype, list(shape), ' '.join(values), options, str(a), repr(a)])
with open(place, 'w') as f:
    f.write('[\n' + ',\n'.join(json.dumps(x, separators=(',', ':')) for x in rows) + '\n]\n')
