"""Regular expressions of the startup snapshot, given to `re` in the form in which its engine takes them."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]  # the engine of `re`
import marshal

from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# What `re` keeps one by: the type of the pattern, the pattern, the flags.
Key = tuple[type, str | bytes, int]


class Forms(dict[Key, object]):
    """What `re` keeps of compiled regular expressions, with those of the snapshot, each made when it is asked for.

    Some versions of Python look a form up, some take it out.
    """

    def __init__(self, kept: dict[tuple[str | bytes, int], bytes], known: Mapping[Key, object]) -> None:
        super().__init__(known)
        self._kept = kept

    def __missing__(self, key: Key) -> object:
        made = self[key] = self._made(key)
        return made

    def pop(self, key: Key, *other: object) -> object:
        """The form of a key, which is kept no longer."""
        try:
            return self._made(key)
        except KeyError:
            return super().pop(key, *other)

    def _made(self, key: Key) -> object:
        pattern, flags, code, *more = marshal.loads(self._kept.pop(key[1:]))
        return _sre.compile(pattern, flags, memoryview(code).cast("I").tolist(), *more)
