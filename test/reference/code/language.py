import math
from collections import defaultdict, Counter, namedtuple, deque, OrderedDict
from dataclasses import dataclass, field
import itertools, functools, operator, copy, json
from functools import reduce
print(not 1 == 2 and 3, not True or False, not (1 and 2))
print(1 < 2 < 3, 1 < 3 < 2, 5 // -2, -5 % 3, 5.5 // -2, -5.5 % 2, 2 ** -1, 2 ** 100, -7 // 2.0)
print(0.1 + 0.2, 1e16, 1e15, 123456789012345678.0, 1e-5, 0.0001, -0.0, float('inf'), float('nan'))
print([1, 'a', "it's", None, True, (1,), {'a': 1}, {1, 2}, set()])
print('%5.2f|%-8s|%05d|%+d|%x|%e|%g' % (3.14159, 'ab', 42, 7, 255, 12345.678, 0.0001234))
print('{:>8}|{:<8}|{:^8}|{:08.3f}|{:,}|{:.2%}|{:+.1e}|{:b}|{:#x}'.format('a', 'b', 'c', 3.14159, 1234567, 0.256, 12345.6, 10, 255))
x, w = 3.14159, 10
print(f"{x:.2f} {x:>{w}.3f} {x!r} {x=} {x=:.1f} {{}} {'a' + 'b'} {w:04d}")
def f(a, b=2, *args, c=3, **kw):
    """doc"""
    return a, b, args, c, kw
print(f(1), f(1, 2, 3, 4, c=5, d=6), f(*[1, 2], **{'c': 9}), f.__doc__, f.__name__)
def gen(n):
    for i in range(n):
        if i == 3: return
        yield i * i
print(list(gen(10)), sum(gen(3)), [x for x in gen(5) if x])
class A:
    count = 0
    def __init__(self, v): self.v = v; A.count += 1
    @property
    def double(self): return self.v * 2
    @double.setter
    def double(self, x): self.v = x / 2
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def make(cls, v): return cls(v)
    def __repr__(self): return f'A({self.v})'
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __getitem__(self, i): return self.v + i
    def __len__(self): return 3
    def __contains__(self, x): return x == self.v
class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def __call__(self, x): return self.v * x
    def __add__(self, o): return B(self.v + o.v, 0)
b = B(3, 4)
b.double = 10
print(b, b.double, b.s(1), A.make(7), b(2), b + B(1, 1), A.count, len(b), 5.0 in b, b[2], sorted([A(3), A(1)]), max(A(3), A(9)))
print(isinstance(b, A), issubclass(B, A), type(b).__name__, type(3), type('a').__name__)
try:
    1 / 0
except ZeroDivisionError as e:
    print('err', e)
finally:
    print('fin')
try:
    [1][5]
except (IndexError, KeyError) as e: print(type(e).__name__, e)
try: {}['x']
except KeyError as e: print(repr(e), e)
try: int('abc')
except ValueError as e: print(e)
try: raise ValueError('bad', 1)
except Exception as e: print(e, e.args)
class MyErr(Exception):
    pass
try: raise MyErr('oops')
except MyErr as e: print(repr(e))
d = defaultdict(list); d['a'].append(1); print(d, dict(d))
print(Counter('hello').most_common(2))
P = namedtuple('P', 'x y'); p = P(1, 2); print(p, p.x, p[1], *p)
@dataclass
class D:
    a: int
    b: float = 2.0
    c: list = field(default_factory=list)
print(D(1), D(1) == D(1), D(1, c=[1]))
q = deque([1, 2, 3], maxlen=3); q.append(4); print(q, list(q), q[0])
print(list(itertools.product([1, 2], 'ab')), list(itertools.combinations([1, 2, 3], 2)), list(itertools.accumulate([1, 2, 3])), list(itertools.permutations([1,2,3]))[:3])
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.partial(f, 1)(5), list(map(operator.add, [1, 2], [3, 4])))
a, *b2, c = [1, 2, 3, 4]; print(a, b2, c)
l = [0] * 5; l[1:3] = [9, 9, 9]; del l[0]; print(l, l[::-1], l[-2:])
print(round(2.5), round(3.5), round(2.675, 2), round(-0.5), round(1234, -2), round(0.125, 2), divmod(-7, 2), abs(-3.5), pow(2, 10, 1000))
print(math.fsum([0.1] * 10), math.exp(1), math.sqrt(2), math.log(10), math.log2(8), math.pi, math.floor(-2.5), math.ceil(2.1))
print(' '.join(['a', 'b']), 'a,b,c'.split(','), 'Hello'.lower(), 'abc'.upper(), '  x '.strip(), 'abc'.find('c'), 'x'.center(5, '*'), 'ab'.zfill(5), 'a-b'.partition('-'), 'hello world'.title())
print(json.dumps({'a': [1, 2.5, None, True]}), json.loads('{"a": [1, 2.0]}'))
i = 0
while True:
    i += 1
    if i > 5: break
else: print('no')
print(i, [i for i in range(3)], i)
print({k: v for k, v in zip('abc', range(3))}, {x % 2 for x in range(5)}, list(enumerate('ab', 1)), dict(a=1, b=2).items())
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
g = outer(); g(); print(g())
print(any(x > 2 for x in [1, 2, 3]), all([]), min([3, 1, 2]), max('a', 'b'), sorted('bca', reverse=True), list(reversed([1, 2])), list(filter(None, [0, 1])))
match [1, 2, 3]:
    case [1, *rest]: print('rest', rest)
    case _: print('none')
print(f'{1e10:g} {1234567.0:g} {0.00001234:g} {1.0:g} {100:.3g} {1e-10:.3g} {3.0} {12345678.9:,.2f} {True:d} {"x":>5}|{1.5:6}|{42:^10}|')
print((y := 5) + y, [z := 3, z ** 2], 1 if y else 2, sep='-')
