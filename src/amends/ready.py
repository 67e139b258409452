"""Tables that are worked out from words in the code, the same at every start, and so ready in the startup snapshot.

@ready("amends.review.meaning.party_names")
def _two() -> Pages:
    '''What is said of each name of two words.'''
    from amends.review.meaning.party_names import NAMES
    return paged(…)
"""

from __future__ import annotations

import marshal
from functools import cache

from amends import snapshot
from amends.typed import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_T = TypeVar("_T")
_tables: dict[str, Callable[[], Any]] = {}


def ready(*sources: str) -> Callable[[Callable[[], _T]], Callable[[], _T]]:
    """Make of a function without arguments one that works its value out once a process at most.

    The value is of what `marshal` writes (texts, numbers, tuples, dictionaries …) and follows from the module of the
    function, from what that imports, and from the modules named, which are not imported where the value is ready.
    """

    def kept(make: Callable[[], _T]) -> Callable[[], _T]:
        name = f"ready/{make.__module__}.{make.__name__}"

        def table() -> _T:
            held = snapshot.part(name) if all(map(snapshot.holds, sources)) else None
            found: _T = make() if held is None else marshal.loads(held)
            return found

        _tables[name] = make
        return cache(table)

    return kept


def parts() -> dict[str, bytes]:
    """The tables of all modules that were imported, for the startup snapshot."""
    return {name: marshal.dumps(make()) for name, make in sorted(_tables.items())}
