"""Plain command lines: names of files and the simplest options, read without `argparse`, which costs a start dearly.

What a verb takes is asked of its own parser once, when the startup snapshot is made. A command line that holds
anything else, or a verb whose file has changed since, goes to that parser as it always did.
"""

from __future__ import annotations

import marshal

from amends import snapshot
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Mapping
    from types import SimpleNamespace

PART = "arguments"

# Of a verb: what its names are kept under, whether it takes several, all options as they are when left out, and where
# an option puts the word behind it, or the fact that it was given.
Taken = tuple[str, bool, dict[str, str | bool | None], dict[str, str], dict[str, str]]


def read(verb: str, words: list[str]) -> SimpleNamespace | None:
    """The options of a command line, as the parser of the verb would give them; None when the parser is to say."""
    kept = snapshot.part(PART)
    if kept is None:
        return None
    verbs: dict[str, Taken] = marshal.loads(kept)
    if verb not in verbs:
        return None
    name, several, options, with_word, alone = verbs[verb]
    given: list[tuple[int, str]] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word in alone:
            options[alone[word]] = True
        elif word in with_word and at + 1 < len(words) and _is_name(words[at + 1]):
            at += 1
            options[with_word[word]] = words[at]
        elif _is_name(word):
            given.append((at, word))
        else:
            return None
        at += 1
    # A parser refuses names that stand in two places.
    if not given or given[-1][0] - given[0][0] >= len(given) or (len(given) > 1 and not several):
        return None
    from types import SimpleNamespace

    names = [word for _, word in given]
    return SimpleNamespace(**options, **{name: names if several else names[0]})


def _is_name(word: str) -> bool:
    return word == "-" or (bool(word.strip()) and not word.startswith("-"))


def kept(parsers: Mapping[str, ArgumentParser]) -> bytes:
    """What `read` needs to know of the verbs that take one kind of names."""
    verbs: dict[str, Taken] = {}
    for verb, parser in parsers.items():
        names = [action for action in parser._actions if not action.option_strings]
        if len(names) != 1 or names[0].nargs not in (None, "+") or names[0].choices or _has_need(parser):
            continue
        options = vars(parser.parse_args(["name"]))
        del options[names[0].dest]
        with_word, alone = _simple(parser)
        verbs[verb] = (names[0].dest, names[0].nargs == "+", options, with_word, alone)
    return marshal.dumps(verbs)


def _has_need(parser: ArgumentParser) -> bool:
    return any(action.required and action.option_strings for action in parser._actions)


def _simple(parser: ArgumentParser) -> tuple[dict[str, str], dict[str, str]]:
    """The options that take one word as it stands, and those that take none, with what they are kept under."""
    with_word: dict[str, str] = {}
    alone: dict[str, str] = {}
    for action in parser._actions:
        kind = type(action).__name__
        if kind == "_StoreTrueAction":
            alone.update((word, action.dest) for word in action.option_strings)
        elif kind == "_StoreAction" and action.nargs is None and action.type is None and action.choices is None:
            with_word.update((word, action.dest) for word in action.option_strings)
    return with_word, alone
