"""Prints arrays as NumPy prints them, with the values that the printed digits mean: numpy-texts.json.

Run: python3 numpy-texts.py > numpy-texts.json
Values are what Python's own float() reads from the printed text, so the reader is held to the text, not to digits
that the print left out.
"""
import json
import re
import numpy as np

rng = np.random.default_rng(7)
cases = []


def add(text, array):
    printed = re.sub(r'dtype=\w+|shape=\([\d, ]*\)|np\.\w+\(|array\(', '', text)
    values = [float(t) for t in re.findall(r'-?(?:nan|inf|\d+\.?\d*(?:e[+-]?\d+)?)', printed)]
    assert len(values) == array.size, (text, values)
    dtype = str(array.dtype) if str(array.dtype) in ('float32', 'float16') and 'dtype=' in text else 'float64'
    if dtype != 'float64':
        values = [float(getattr(np, dtype)(v)) for v in values]
    spelled = [repr(v) for v in values]
    cases.append({'text': text, 'shape': list(array.shape), 'dtype': dtype, 'values': spelled})


shapes = [(1,), (5,), (30,), (2, 3), (3, 1), (4, 12), (2, 2, 2), (1, 2, 3, 2)]
for shape in shapes:
    for dtype in ('float64', 'float32', 'float16', 'int64'):
        scale = 10.0 ** rng.integers(-6, 5)
        if dtype == 'int64':
            array = rng.integers(-1000, 1000, shape)
        else:
            array = (rng.normal(size=shape) * min(scale, 1000 if dtype == 'float16' else scale)).astype(dtype)
        add(repr(array), array)
        add(str(array), array)
        with np.printoptions(precision=4, suppress=True, linewidth=40, sign=' '):
            add(repr(array), array)
            add(str(array), array)
        with np.printoptions(floatmode='fixed', precision=8, sign='-'):
            add(str(array), array)
special = np.array([[np.nan, np.inf], [-np.inf, -0.0]])
add(repr(special), special)
add(str(special), special)
add(repr(np.array(3.5)), np.array(3.5))
scalars = [np.float64(0.1), np.float64(-2.0), np.float64(1e-300)]
cases.append({'text': repr(scalars), 'shape': [3], 'dtype': 'float64', 'values': ['0.1', '-2.0', '1e-300']})
print(json.dumps(cases, indent=0))
