"""What was worked out for the things met last, so that it need not be worked out again; in bounded memory."""

from __future__ import annotations

from amends.typed import Generic, TypeVar

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Values by their keys: the last `most` that were asked for, and up to as many more.

    What was asked for since the last turn is young, the rest old; when there are `most` young ones, the old are
    forgotten and the young grow old. So what comes up again and again stays, without a list of who came when.
    """

    __slots__ = ("_most", "_old", "_young")

    def __init__(self, most: int) -> None:
        self._most = most
        self._young: dict[_Key, _Value] = {}
        self._old: dict[_Key, _Value] = {}

    def get(self, key: _Key) -> _Value | None:
        """The value of a key, or None where there is none any more."""
        value = self._young.get(key)
        if value is None:
            value = self._old.get(key)
            if value is not None:
                self[key] = value
        return value

    def __setitem__(self, key: _Key, value: _Value) -> None:
        if len(self._young) >= self._most:
            self._old, self._young = self._young, {}
        self._young[key] = value
