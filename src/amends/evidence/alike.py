"""Whether a document is there already in another form: saved again, or in another version. Told from its reading."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from amends.text import normal
from amends.typed import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from amends.model import Exhibit
    from amends.model.reading import Reading

_LEAST_TEXT = 40
_OTHERS = frozenset(("order_number", "customer_number", "account_number", "phone_number"))
_PARTIES = ("supplier_name", "issuer", "laboratory", "holder")


class Alike(NamedTuple):
    """An exhibit that a document resembles: the same words in other bytes, or a version of the same paper."""

    exhibit: Exhibit
    how: Literal["same", "version"]
    number: str = ""


def alike(reading: Reading, exhibits: Iterable[Exhibit]) -> Alike | None:
    """The exhibit that a new document repeats, or None.

    Equal words make it the same document. An equal number of its own (of the invoice, the report, the certificate) from
    the same party makes it another version.
    """
    words = _words(reading.text)
    version: Alike | None = None
    for exhibit in exhibits:
        other = exhibit.reading
        if other is None:
            continue
        if words and words == _words(other.text):
            return Alike(exhibit, "same")
        if version is None and reading.kind == other.kind and (number := _shared_number(reading, other)):
            version = Alike(exhibit, "version", number)
    return version


@lru_cache(maxsize=4096)
def _words(text: str) -> bytes:
    """What stands for the words of a document, whatever blanks and letter cases they have; nothing for too few."""
    words = normal(text)
    return sha256(words.encode()).digest() if len(words) >= _LEAST_TEXT else b""


def _shared_number(one: Reading, other: Reading) -> str:
    if any(
        (mine := normal(one.value(party))) and (theirs := normal(other.value(party))) and mine != theirs
        for party in _PARTIES
    ):
        return ""
    for name in {field.name for field in one.fields}:
        mine_field, their_field = one.field(name), other.field(name)
        if (
            name.endswith("_number")
            and name not in _OTHERS
            and mine_field is not None
            and their_field is not None
            and mine_field.sure
            and their_field.sure
            and normal(mine_field.value) == normal(their_field.value)
        ):
            return mine_field.value
    return ""
