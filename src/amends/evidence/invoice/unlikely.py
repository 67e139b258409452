"""What stands where a name or an address is looked for and is none: labels, sentences, numbers with what they are.

A value that looks like one of these is never sure: better missing than wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from amends.evidence.invoice.lexicon import Lexicon, plain
from amends.evidence.page import Word

_COLONS = (":", "：")
_LABEL_WORDS = 5
_SENTENCE = 5
_LONG_NUMBER = 8
_SMALL, _TELLING = 0.6, 2
# Words of a sentence that no address has: "near the mall and market" is a line of one.
_RUNNING = frozenset(
    "or to us your you our we is are be if this with please visit about by not will any it that have has can may for "
    "vous votre nous est pour que qui sont avec cette sie ihre ihr wir ist sind bitte wird werden diese para por que "
    "su se es con per che si sono non".split()
)
_NO_ADDRESS = ("fields:", "weak:", "contact:company", "columns:", "sums:")
# The end of a word that a narrow cell broke: "Estat" over "e, Andheri East".
_BROKEN = re.compile(r"[a-z]{1,2},")
_BARE_POSTCODE = re.compile(r"\d{4,5}")


def is_sentence(words: Sequence[Word]) -> bool:
    """Whether words are a part of a sentence: many, none with a digit, most of them without a capital."""
    if len(words) < _SENTENCE or any(c.isdigit() for word in words for c in word.text):
        return False
    small = [word.text.strip(",.;").lower() for word in words if word.text[:1].islower()]
    return len(small) >= _SMALL * len(words) and sum(text in _RUNNING for text in small) >= _TELLING


def is_label(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words only say what stands elsewhere: "Account number:", "Trade name"."""
    if not words:
        return False
    if words[-1].text.endswith(_COLONS):
        return True
    plains = [plain(word.text) for word in words]
    size, ids = lexicon.match(plains, 0) if plains[0] in lexicon.phrases else (0, ())
    return size == len(plains) > 1 and any(name.startswith(_NO_ADDRESS) for name in ids)


def is_bare_number(words: Sequence[Word]) -> bool:
    """Whether words are a long number and no more: of a telephone, a company, a tax office. No post code has as many
    digits, but for those that a hyphen parts.
    """
    if not words[-1].text[-1].isdigit():
        return False
    text = "".join(word.text for word in words)
    if "-" in text or not text.isascii() or sum(map(str.isdigit, text)) < _LONG_NUMBER:
        return False
    return len(words) == 1 or not any(c.isalpha() for c in text)


def says_what_it_is(words: Sequence[Word]) -> bool:
    """Whether words are a label that is not known and its value: "Condición IVA: Responsable Inscripto"."""
    return any(word.text.endswith(_COLONS) for word in words[: min(_LABEL_WORDS, len(words) - 1)])


def is_named_number(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words begin with what a number is: "SIREN : 123 456 782", "ID : 123 - GLN : 3012345678900".

    "Unit: 4" and "Plot No: 12" are parts of an address.
    """
    for at, word in enumerate(words[:_LABEL_WORDS]):
        if word.text.endswith(_COLONS):
            named = [plain(one.text) for one in words[: at + 1] if plain(one.text)]
            behind = words[at + 1 :]
            return (
                bool(named)
                and not any(c.isdigit() for c in "".join(named))
                and lexicon.streets.isdisjoint(named)
                and any(c.isdigit() for one in behind for c in one.text)
            )
    return False


def is_street(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words are the line of an address where a name is looked for: "31 Tanyard Street"."""
    plains = [plain(word.text) for word in words]
    if lexicon.has_legal_form(plains):
        return False
    if words[0].text[:1].islower() and words[-1].text.isdigit():
        # "line 3" of a form.
        return True
    numbered = any(c.isdigit() for word in words[1:] for c in word.text)
    return (words[0].text[:1].isdigit() and not lexicon.streets.isdisjoint(plains[1:])) or (
        numbered and plains[0] in lexicon.streets
    )


def _is_numbered_line(line: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words are "line 3" of a form, not "ul. Leśna 5"."""
    first = line[0].text
    return (
        len(line) == 2
        and first.islower()
        and first.isalpha()
        and line[1].text.isdigit()
        and (plain(first) not in lexicon.streets)
    )


def is_no_address(lines: Sequence[Sequence[Word]], name: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the lines of an address cannot be one, or not all of it: a label or a sentence is among them, nothing in
    them is a number, a street or a country, they end with the code of a town that is not named.
    """
    if any(is_sentence(line) or is_label(line, lexicon) for line in lines):
        return True
    if any(_BROKEN.fullmatch(line[0].text) for line in lines[1:]):
        return True
    if any(_is_numbered_line(line, lexicon) for line in lines):
        return True
    words = [word for line in lines for word in line]
    plains = [plain(word.text) for word in words]
    if [plain(word.text) for word in name] == plains or not any(c.isalpha() for text in plains for c in text):
        return True
    listed = not (lexicon.streets.isdisjoint(plains) and lexicon.countries.keys().isdisjoint(plains))
    if not listed and not any(c.isdigit() or ord(c) > 0x2E80 for word in words for c in word.text):
        return True
    bare = len(words) > 2 and _BARE_POSTCODE.fullmatch(plains[-1]) is not None
    return bare and not words[-2].text.strip(",.").isupper() and lexicon.countries.keys().isdisjoint(plains)
