#!/usr/bin/env python3
"""Works out test/reference/numpy/expressions.txt with the installed NumPy, for test/unit/core/code/numpy.

Each line is a small program; its last expression is the result. Output: one JSON row a program, with its syntax tree,
so that the test needs no Python parser. Scalars are written as NumPy 2 writes them.
Usage: /usr/bin/python3 scripts/numpyExpressions.py
"""
import ast, json, os, sys, warnings
import numpy as np

here = os.path.join(os.path.dirname(__file__), '..', 'test', 'reference', 'numpy')


def tree(node):
    if isinstance(node, ast.Constant):
        v = node.value
        if v is Ellipsis:
            return ['ellipsis']
        if isinstance(v, bool) or v is None or isinstance(v, str):
            return ['constant', v]
        if isinstance(v, int):
            return ['int', str(v)]
        return ['float', repr(v)]
    if isinstance(node, ast.Name):
        return ['name', node.id]
    if isinstance(node, ast.Attribute):
        return ['attribute', tree(node.value), node.attr]
    if isinstance(node, ast.Subscript):
        return ['item', tree(node.value), tree(node.slice)]
    if isinstance(node, ast.Slice):
        return ['slice'] + [tree(x) if x else ['constant', None] for x in (node.lower, node.upper, node.step)]
    if isinstance(node, (ast.Tuple, ast.List)):
        return ['tuple' if isinstance(node, ast.Tuple) else 'list'] + [tree(x) for x in node.elts]
    if isinstance(node, ast.Call):
        return ['call', tree(node.func), [tree(x) for x in node.args], [[k.arg, tree(k.value)] for k in node.keywords]]
    if isinstance(node, ast.BinOp):
        return ['binary', ops[type(node.op)], tree(node.left), tree(node.right)]
    if isinstance(node, ast.Compare):
        return ['binary', ops[type(node.ops[0])], tree(node.left), tree(node.comparators[0])]
    if isinstance(node, ast.UnaryOp):
        return ['unary', ops[type(node.op)], tree(node.operand)]
    if isinstance(node, ast.Lambda):
        return ['lambda', [a.arg for a in node.args.args], tree(node.body)]
    if isinstance(node, ast.Expr):
        return ['expression', tree(node.value)]
    if isinstance(node, ast.Assign):
        return ['assign', tree(node.targets[0]), tree(node.value)]
    if isinstance(node, ast.AugAssign):
        return ['augment', ops[type(node.op)], tree(node.target), tree(node.value)]
    raise ValueError(ast.dump(node))


ops = {ast.Add: '+', ast.Sub: '-', ast.Mult: '*', ast.Div: '/', ast.FloorDiv: '//', ast.Mod: '%', ast.Pow: '**',
       ast.MatMult: '@', ast.BitAnd: '&', ast.BitOr: '|', ast.BitXor: '^', ast.LShift: '<<', ast.RShift: '>>',
       ast.Eq: '==', ast.NotEq: '!=', ast.Lt: '<', ast.LtE: '<=', ast.Gt: '>', ast.GtE: '>=',
       ast.USub: '-', ast.UAdd: '+', ast.Invert: '~'}


def text(v):
    if isinstance(v, np.bool_):
        return 'np.True_' if v else 'np.False_'
    if isinstance(v, np.generic) and not isinstance(v, np.str_):
        return 'np.%s(%s)' % (v.dtype, v)
    if isinstance(v, (tuple, list)):
        inner = ', '.join(text(x) for x in v)
        if isinstance(v, tuple):
            return '(%s%s)' % (inner, ',' if len(v) == 1 else '')
        return '[%s]' % inner
    return repr(v)


# what NumPy 2 changed since 1.24
newer = {
    'np.meshgrid([1, 2, 3], [4, 5])': {'repr': '(array([[1, 2, 3],\n       [1, 2, 3]]), array([[4, 4, 4],\n       [5, 5, 5]]))'},
    "np.meshgrid([1, 2], [3, 4], indexing='ij')": {'repr': '(array([[1, 1],\n       [2, 2]]), array([[3, 4],\n       [3, 4]]))'},
    'np.gradient(np.array([[1.0, 2.0], [4.0, 8.0]]))': {'repr': '(array([[3., 6.],\n       [3., 6.]]), array([[1., 1.],\n       [4., 4.]]))'},
    'np.float32(0.1) * 3': {'repr': 'np.float32(0.3)', 'dtype': 'float32', 'str': '0.3'},
    'np.float32(0.1) * 3.0': {'repr': 'np.float32(0.3)', 'dtype': 'float32', 'str': '0.3'},
    'np.arange(5)[np.array([True, False])]': {'error': ['IndexError', 'boolean index did not match indexed array along axis 0; size of axis is 5 but size of corresponding boolean axis is 2']},
    'np.broadcast_arrays([1, 2], [[1], [2]])': {'repr': '(array([[1, 2],\n       [1, 2]]), array([[1, 1],\n       [2, 2]]))'},
    'np.ogrid[0:2, 0:3]': {'repr': '(array([[0],\n       [1]]), array([[0, 1, 2]]))'},
    'np.trim_zeros([0, 1, 2, 0])': {'repr': '[1, 2]'},
}


def work(code):
    module = ast.parse(code)
    *before, last = module.body
    scope = {'np': np, 'abs': abs}
    row = {'code': code, 'tree': [tree(x) for x in module.body]}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            exec(compile(ast.Module(before, []), 'x', 'exec'), scope)
            v = eval(compile(ast.Expression(last.value), 'x', 'eval'), scope)
            row['repr'] = text(v)
            if isinstance(v, (np.ndarray, np.generic)):
                row['dtype'] = v.dtype.name if v.dtype.kind != 'U' else 'str'
                row['shape'] = list(v.shape)
                row['str'] = str(v)
        except Exception as e:
            row['error'] = [type(e).__name__.lstrip('_'), str(e)]
    row.update(newer.get(code, {}))
    words = sorted({str(w.message) for w in caught if issubclass(w.category, RuntimeWarning)})
    if words:
        row['warnings'] = words
    return row


with open(os.path.join(here, 'expressions.txt')) as f:
    lines = [x.rstrip('\n') for x in f if x.strip() and not x.startswith('#')]
with open(os.path.join(here, 'expressions.json'), 'w') as f:
    f.write('[\n' + ',\n'.join(json.dumps(work(x), separators=(',', ':')) for x in lines) + '\n]\n')
