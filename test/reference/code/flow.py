# assorted flow
class Node:
    __slots__ = ('v', 'n')
    def __init__(self, v, n=None):
        self.v, self.n = v, n
    def __iter__(self):
        c = self
        while c is not None:
            yield c.v
            c = c.n
print(list(Node(1, Node(2))), sum(Node(1, Node(2))))
def deco(fn):
    def wrapper(*a, **k):
        print('call', fn.__name__)
        return fn(*a, **k)
    return wrapper
@deco
def add(a, b=1): return a + b
print(add(2), add(2, b=3))
class Ctx:
    def __enter__(self): print('in'); return self
    def __exit__(self, *a): print('out', a[0] is None); return True
with Ctx() as c: raise ValueError('x')
try:
    try: raise KeyError('k')
    except KeyError as e: raise RuntimeError('wrapped') from e
except RuntimeError as e: print(e)
fns = [lambda x, i=i: x + i for i in range(3)]
print([f(10) for f in fns])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [x for row in matrix for x in row if x % 2])
s = 'The quick brown fox'
print(s[4:9], s[::-1], s.split()[-1], len(s), 'quick' in s, s.count('o'), s.replace('quick', 'slow'))
print(sorted(s.lower().split(), key=len), sorted({'b': 1, 'a': 2}.items(), key=lambda t: t[1]))
print('{0}-{1}-{0}'.format('a', 'b'), '{name!r:>8}'.format(name='x'), '%s %r %%' % ('a', 'b'), '%(k)s' % {'k': 5})
x = 10
def glob():
    global x
    x += 1
glob(); print(x)
a = b = []; a.append(1); print(b, a is b)
print(1e3, 1.5e300 * 1e10, 2 ** 0.5, 10 ** -3, 7 / 2, 7 // 2, 1_000_000, 0xff, 1 + 2j, (1 + 2j) * 2)
print(bool([]), bool('a'), int('12'), int(3.9), int(-3.9), float('1e3'), str(1.0), int(True), list('abc'), tuple([1]), set([1, 1]))
try: assert 1 == 2, 'no'
except AssertionError as e: print('assert', e)
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print('never')
else: print('done')
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
from itertools import islice
print(list(islice(fib(), 10)))
def echo():
    got = yield 1
    print('got', got)
    yield 2
g = echo(); next(g); print(g.send('hi'))
class Meta:
    registry = {}
    def __init_subclass__(cls, **k): Meta.registry[cls.__name__] = cls
print(Meta.registry)
class V:
    def __init__(s, x, y): s.x, s.y = x, y
    def __add__(s, o): return V(s.x + o.x, s.y + o.y)
    def __mul__(s, k): return V(s.x * k, s.y * k)
    __rmul__ = __mul__
    def __neg__(s): return V(-s.x, -s.y)
    def __eq__(s, o): return (s.x, s.y) == (o.x, o.y)
    def __abs__(s): return (s.x ** 2 + s.y ** 2) ** 0.5
    def __bool__(s): return bool(s.x or s.y)
    def __str__(s): return f'V({s.x}, {s.y})'
    def __iadd__(s, o): s.x += o.x; return s
    def __format__(s, spec): return f'<{s.x:{spec}}>'
v = 3 * V(1, 2) + V(1, 1); v += V(1, 0)
print(v, -v, v == V(5, 7), abs(V(3, 4)), bool(V(0, 0)), f'{v:.2f}', str([str(v)]))
d = {'a': {'b': [1, 2, {'c': 3}]}}
print(d['a']['b'][2]['c'], d.get('z', 'none'), list(d), 'a' in d, len(d))
d2 = {**d, 'x': 1}; d2.pop('a'); print(d2, d2 | {'y': 2})
print(*[1, 2, 3], sep=', ', end='!\n')
print("tab\tq'uote", 'a\\b', r'raw\n', """multi
line""", 'uni\u00e9')
print(f"{'nested ' + f'{1 + 1}'}", f"{3:>5}|{3:<5}|{3:^5}|{-3:05d}|{3.14159:8.3f}|{1234.5:,.1f}|{0.5:.0%}|{255:x}|{'s':*^9}")
print(str(None), repr('a\nb'), [None, True, 1.5], {'k': (1, 2)}, (), [], {}, {1: 'a'}, type(1.5), type([]), type(None))
print(max([1, 5, 3], key=lambda q: -q), min({'a': 3, 'b': 1}, key={'a': 3, 'b': 1}.get), sum([[1], [2]], []), any([0, '']), list(map(str, [1, 2])))
print(1 if [] else 2, None or 'default', 0 and 1, not None, 3 > 2 > 1, 1 == 1.0, 'a' < 'b', [1, 2] < [1, 3], (1, 2) == (1, 2))
print(round(3.14159, 3), round(1e20), round(-2.5), 5 % -3, -5 // 3, divmod(7.5, 2), 2 ** 10, pow(2, -1), abs(-7))
i = 5
while i > 0:
    i -= 2
    if i == 1: continue
    print('i', i)
lst = list(range(10)); lst[2:5] = []; lst.insert(0, 'z'); lst.remove(9); print(lst, lst.index(5), lst.pop(), lst.pop(0)); lst.sort(reverse=True); print(lst)
t = (1, [2, 3]); t[1].append(4); print(t)
try: t[0] = 5
except TypeError as e: print(e)
try: 'a' + 1
except TypeError as e: print(e)
try: 1 + 'a'
except TypeError as e: print(e)
try: [1, 2].foo
except AttributeError as e: print(e)
try: undefined_name
except NameError as e: print(e)
try: add(1, 2, 3)
except TypeError as e: print(e)
try: float('abc')
except ValueError as e: print(e)
try: a, b = [1, 2, 3]
except ValueError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: None.x
except AttributeError as e: print(e)
try: [][0]
except IndexError as e: print(e)
try: {}[1, 2]
except KeyError as e: print(e)
def bad(x): return x.shape
try: bad([1])
except AttributeError as e: print(e)
import copy
p = copy.deepcopy(d); p['a']['b'].append(9); print(d, p)
print(isinstance(1, (int, float)), isinstance(True, int), callable(len), hasattr(v, 'x'), getattr(v, 'q', 7), id(v) == id(v))
print('abc'.join('--'), 'a,b,,c'.split(','), ' a b '.split(), 'x=1;y=2'.split(';'), 'AbC'.swapcase(), 'abc'.capitalize(), '12'.isdigit(), 'abc'.endswith(('c', 'd')))
print(list(zip([1, 2], 'ab', [True, False])), dict(zip('ab', [1, 2])), [*range(5)], {*'aa'}, [i for i, c in enumerate('abc') if c != 'b'])
print(list(range(10, 0, -3)), range(5), len(range(0, 10, 3)), 3 in range(5), sum(range(101)), list(range(5))[1:-1:2])
