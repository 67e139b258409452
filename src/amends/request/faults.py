"""What is wrong with documents, in the terms in which a letter speaks of it: names of checks, and fields that lack."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from amends.model import Case, Check, Exhibit

_FIELDS = {
    "supplier-incomplete": ("supplier_name", "supplier_address", "supplier_phone", "supplier_website"),
    "authorization-incomplete": ("issuer_name", "holder_name", "brands"),
}
"""Checks that speak of fields that lack; the letter names just those."""


def named(checks: Sequence[Check]) -> list[str]:
    """The names of the checks that found something worth asking about.

    That a field lacks is worth it only when it is sure: the reader may have missed what stands there.
    """
    return [
        check.name
        for check in checks
        if check.level == "error" or (check.level == "warning" and check.name not in _FIELDS)
    ]


def faults_of(
    exhibits: Sequence[Exhibit], checks: Mapping[str, Sequence[Check]], case: Case
) -> dict[str, tuple[str, ...]]:
    """The faults of some documents together: check by check, with the fields that lack where it speaks of fields."""
    found: dict[str, tuple[str, ...]] = {}
    for exhibit in exhibits:
        for name in named(checks.get(exhibit.sha256, ())):
            lacking = _lacking(exhibit, name)
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), *lacking)))
    return found


def _lacking(exhibit: Exhibit, name: str) -> tuple[str, ...]:
    reading = exhibit.reading
    if reading is None:
        return ()
    lacking = [field for field in _FIELDS.get(name, ()) if reading.field(field) is None]
    # The domain of an e-mail address leads to the website as well.
    if "supplier_website" in lacking and reading.field("supplier_email") is not None:
        lacking.remove("supplier_website")
    return tuple(lacking)
