"""Imports what a verb always needs in one go, from two parts of the startup snapshot.

For each of some hundred modules Python takes locks, asks its finders, reads and makes the module: a twentieth of a
start. Here they are read a few dozen at a time and run in the order in which importing would have finished them.
Whether each is as it lies there is asked as ever; when one is not, nothing is done here, and each is imported by
itself.
"""

from __future__ import annotations

import marshal
import sys
from types import ModuleType

from amends import snapshot
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.machinery import ModuleSpec
    from types import CodeType


# The names of some modules, and how many bytes their bytecode takes.
Piece = tuple[tuple[str, ...], int]
# Memory for more at once would be new memory each time.
LARGEST_PIECE = 100_000


def parts_of(verb: str) -> tuple[str, str]:
    """The names of the parts of the snapshot with the modules of a verb: the pieces, and the bytecode of all."""
    return f"together/{verb}", f"together/{verb}/code"


def load(verb: str) -> None:
    """Import the modules of a verb that are not imported yet. To be called while there is one thread."""
    head, body = parts_of(verb)
    held, read = snapshot.part(head), snapshot.opened(body)
    if held is None or read is None:
        return
    pieces: tuple[Piece, ...] = marshal.loads(held)
    specs: dict[str, ModuleSpec] = {}
    for name in [name for names, _ in pieces for name in names]:
        if name not in sys.modules:
            spec = snapshot.spec_of(name)
            if spec is None:
                return
            specs[name] = spec
    waiting: set[str] = set()
    start = 0
    try:
        for names, length in pieces:
            codes: tuple[CodeType, ...] = marshal.loads(read(start, start + length))
            start += length
            for name, code in zip(names, codes, strict=True):
                if name in specs and (name in waiting or name not in sys.modules):
                    module = _made(name, specs, waiting)
                    exec(snapshot.at_home(code, str(specs[name].origin)), module.__dict__)
                    waiting.discard(name)
                    above, _, below = name.rpartition(".")
                    setattr(sys.modules[above], below, module)
    finally:
        for name in waiting:
            del sys.modules[name]


def _made(name: str, specs: Mapping[str, ModuleSpec], waiting: set[str]) -> ModuleType:
    """A module that was not run yet, in its place among all others; the packages above it have theirs before."""
    known = sys.modules.get(name)
    if known is not None:
        return known
    above = name.rpartition(".")[0]
    if above in specs:
        _made(above, specs, waiting)
    spec = specs[name]
    module = ModuleType(name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    module.__file__ = spec.origin
    module.__dict__["__cached__"] = spec.cached
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    sys.modules[name] = module
    waiting.add(name)
    return module
