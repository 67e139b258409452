"""Signals: how a knowledge file says which words of a notice speak for it. Their form, and what is wrong with one.

A signal is a mapping. One of these says what is looked for:

    any: group                       the group stands in a sentence
    near: [group, group, ...]        all groups stand in one sentence, in any order
    field: group, any: group         a labelled line ("Complaint Type: Inauthentic"): the label, and the value behind it
    enforcement: id | id             another enforcement was found (speaks against a more general one)
    sign: name                       something that is not words, see `notice.phishing`

and these say more: `not: group` (the sentence must not hold it), `within: n` (the groups lie within n characters of
each other), `weight: n` (how much it speaks, in natural log-odds; 2 unless told), `level: account|listing|funds` (the
level that follows when nothing else tells), `anywhere: true` (asks only: also where nothing is being requested),
`branch: in-error` (asks only).

A group is a string of alternatives separated by `|`. An alternative is one or more words in a row; a word that
ends in `*` stands for every word that begins so; an alternative that begins with `~` is looked for anywhere, also
inside words (for compounds, and for scripts that do not part words). Case, hyphens,
apostrophes and a possessive s do not matter.

    "drop ship* | dropship*"      matches "Drop-Shipping", "dropshippers"
    "~fälschung"                  matches "Produktfälschungen"
"""

from __future__ import annotations

from collections.abc import Mapping

_KEYS = frozenset("any near field enforcement sign not within weight level anywhere branch".split())
_TYPESET = "‘’‛“”„‐‑‒–—\u00a0"
_LEVELS = frozenset(("account", "listing", "funds"))


def ways(group: str) -> list[str]:
    """The alternatives of a group as they are looked up: lower case, words parted by one blank or more."""
    plain = group.lower()
    if "'" in plain or "-" in plain:
        plain = plain.replace("'s", "").replace("-", " ").replace("'", " ")
    return [way.strip() for way in plain.split("|")]


def faults(entry: Mapping[str, object]) -> list[str]:
    """What is wrong with a signal as it stands in a knowledge file, all at once; empty when it is sound."""
    found = [f"unknown key {key!r}; known are {', '.join(sorted(_KEYS))}" for key in entry if key not in _KEYS]
    if sum(key in entry for key in ("near", "enforcement", "sign")) + ("any" in entry and "near" not in entry) != 1:
        found.append("say exactly one of any, near, enforcement, sign")
    if "field" in entry and "any" not in entry:
        found.append("field needs any: the value behind the label")
    near = entry.get("near", [])
    if not isinstance(near, list) or not all(isinstance(group, str) for group in near):
        found.append("near is a list of groups")
        near = []
    groups = [str(group) for group in (*near, *(entry[key] for key in ("any", "field", "not") if key in entry))]
    found.extend(
        f"an empty alternative in {group!r}"
        for group in groups
        if any(not way.strip("*~ ") or way.split()[0] in ("*", "~") for way in ways(group))
    )
    found.extend(
        f"write plain quotes, hyphens and blanks in {group!r}" for group in groups if set(group) & set(_TYPESET)
    )
    numbers = ("weight", "within")
    found.extend(f"{key} is a number" for key in numbers if not isinstance(entry.get(key, 1), (int, float)))
    if entry.get("level", "account") not in _LEVELS:
        found.append("level is account, listing or funds")
    return found
