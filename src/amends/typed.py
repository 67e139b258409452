"""What the code says of types with, without what `typing` costs a start; to a type checker it is `typing` itself.

Annotations stay text here, so a name in one needs to be there and no more. `typing` itself is imported for what is not
below. A `NamedTuple` is made some forty times in a start: `typing` compiles each annotation and each constructor when
the class is made, here a constructor is made when the first tuple of its class is, and seldom compiled.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO as IO
    from typing import Any as Any
    from typing import BinaryIO as BinaryIO
    from typing import Generic as Generic
    from typing import Literal as Literal
    from typing import NamedTuple as NamedTuple
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeVar as TypeVar
    from typing import TypeVarTuple as TypeVarTuple
    from typing import cast as cast
    from typing import get_args as get_args
else:
    from collections import _tuplegetter
    from keyword import iskeyword
    from types import FunctionType, GenericAlias

    class Any:
        """Stands for any type."""

    IO = BinaryIO = TextIO = TypeAlias = Any

    class Protocol:
        """A class of which a type checker alone asks what it has."""

    class Generic:
        """A class with types as parameters."""

        def __class_getitem__(cls, parameters):
            return cls

    class Literal:
        """Some values as a type; `typing.get_args` gives them."""

        def __class_getitem__(cls, values):
            return GenericAlias(cls, values)

    def TypeVar(name, *bounds, **more):  # noqa: N802  as in `typing`
        """A parameter of a `Generic`."""
        return Any

    def TypeVarTuple(name):  # noqa: N802  as in `typing`
        """Any number of parameters."""
        return (Any,)

    def cast(kind, value):
        """The value as it is."""
        return value

    def __getattr__(name):
        if name.startswith("__"):  # `import` asks for some of these
            raise AttributeError(name)
        import typing

        return getattr(typing, name)

    class _Tuple(tuple):
        """What all these classes have in common."""

        __slots__ = ()

        def __new__(cls, /, *given, **named):
            """Compile the constructor of the class in the place of this one, and call it."""
            made_for = next(one for one in cls.__mro__ if "_fields" in vars(one))
            made_for.__new__ = staticmethod(_constructor(made_for))
            return made_for.__new__(cls, *given, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changed):
            made = self._make(map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"Got unexpected field names: {list(changed)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    _new = tuple.__new__
    # Compiled with this module; another class has other names for the same places.
    _CONSTRUCTORS = (
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    )

    def _constructor(cls):
        names = cls._fields
        bad = [name for name in names if not name.isidentifier() or iskeyword(name) or name.startswith("_")]
        if bad:
            raise ValueError(f"no names of fields: {bad}")
        space = {"_new": tuple.__new__, "__name__": f"namedtuple_{cls.__name__}", "__builtins__": {}}
        if 0 < len(names) <= len(_CONSTRUCTORS):
            code = _CONSTRUCTORS[len(names) - 1].__code__
            made = FunctionType(code.replace(co_varnames=("_cls", *names)), space)
        else:
            listed = ", ".join(names)
            made = eval(f"lambda _cls, {listed}: _new(_cls, ({listed}))", space)
        made.__defaults__ = tuple(cls._field_defaults.values())
        made.__name__, made.__qualname__ = "__new__", f"{cls.__qualname__}.__new__"
        return made

    class _Made(type):
        """Makes of `class Place(NamedTuple)` a subclass of `_Tuple` that is of no special type."""

        def __new__(mcs, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default stands behind one with it")
            body.update((field, _tuplegetter(at, None)) for at, field in enumerate(fields))
            body.update(__slots__=(), __match_args__=fields, _fields=fields, _field_defaults=defaults)
            return type(name, (_Tuple,), body)

    NamedTuple = type.__new__(_Made, "NamedTuple", (), {})
