"""Whether two names or two addresses mean the same: strict, with a tolerance for abbreviations that is always told.

Amazon compares the buyer on an invoice with the legal name and address of the account (Seller Forums c16ef217). What
is written out on one side and shortened on the other is no difference to a person, but it may be one to a reader in a
hurry, so a match that needed the tolerance says what was taken for equal.
"""

from __future__ import annotations

import unicodedata

from amends.typed import NamedTuple

_FORMS = {
    "limited": "ltd", "incorporated": "inc", "corporation": "corp", "company": "co", "and": "&", "und": "&", "et": "&",
    "street": "st",
    "str": "st", "strasse": "st", "straße": "st", "road": "rd", "avenue": "ave", "av": "ave",
    "boulevard": "blvd", "drive": "dr", "lane": "ln", "court": "ct", "place": "pl", "square": "sq", "highway": "hwy",
    "parkway": "pkwy", "suite": "ste", "unit": "ste", "apartment": "apt", "floor": "fl", "building": "bldg",
    "room": "rm",
    "north": "n", "south": "s", "east": "e", "west": "w", "saint": "st", "mount": "mt", "fort": "ft",
    "gesellschaft": "ges", "brothers": "bros", "international": "intl", "manufacturing": "mfg", "department": "dept",
    "usa": "us", "uk": "gb", "germany": "de", "deutschland": "de",
}  # fmt: skip
_STATES = {
    "alabama": "al", "alaska": "ak", "arizona": "az", "arkansas": "ar", "california": "ca", "colorado": "co",
    "connecticut": "ct", "delaware": "de", "florida": "fl", "georgia": "ga", "hawaii": "hi", "idaho": "id",
    "illinois": "il", "indiana": "in", "iowa": "ia", "kansas": "ks", "kentucky": "ky", "louisiana": "la",
    "maine": "me", "maryland": "md", "massachusetts": "ma", "michigan": "mi", "minnesota": "mn", "mississippi": "ms",
    "missouri": "mo", "montana": "mt", "nebraska": "ne", "nevada": "nv", "ohio": "oh", "oklahoma": "ok", "oregon": "or",
    "pennsylvania": "pa", "tennessee": "tn", "texas": "tx", "utah": "ut", "vermont": "vt", "virginia": "va",
    "washington": "wa", "wisconsin": "wi", "wyoming": "wy",
}  # fmt: skip
_COUNTRIES = frozenset("us gb de fr it es pl nl at ch ie ca mx".split())
_LEGAL = frozenset(
    "llc ltd inc corp co gmbh ug ag kg ohg sarl sas sa srl spa bv nv plc lp llp pty oy ab as sp zoo lda kft".split()
)
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa"})


class Sameness(NamedTuple):
    """How two writings of a name or an address compare.

    `same` is True, False, or None when one has only part of the other. `taken` are the pairs that were taken for
    equal ("Limited" and "Ltd"), `lacking` the words that the first has and the second lacks, `other` the reverse.
    """

    same: bool | None
    taken: tuple[tuple[str, str], ...] = ()
    lacking: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


def same_name(account: str, written: str) -> Sameness:
    """Compare the legal name of an account with a name on a document. The form of the company counts: an LLC is not
    an Inc; a name without its form has only part.
    """
    return _compared(account, written, _LEGAL)


def same_address(account: str, written: str) -> Sameness:
    """Compare the address of an account with one on a document; the country may be left out."""
    return _compared(account, written, _COUNTRIES)


def _compared(account: str, written: str, spare: frozenset[str]) -> Sameness:
    ours, theirs = _words(account), _words(written)
    if not ours or not theirs:
        return Sameness(None)
    left = dict(theirs)
    taken: list[tuple[str, str]] = []
    lacking: list[str] = []
    for key, word in ours.items():
        if key in left:
            other = left.pop(key)
            if _plain(word) != _plain(other):
                taken.append((word, other))
        else:
            lacking.append(word)
    # "B. & F. Trading" and "B & F Trading" differ in marks only; "Wood land" and "Woodland" in a blank.
    if (lacking or left) and "".join(ours) == "".join(theirs):
        return Sameness(True, ((account, written),))
    missed = [word for word in lacking if _key(word) not in spare]
    extra = [word for key, word in left.items() if key not in spare]
    if not missed and not extra:
        whole = not lacking and not left
        return Sameness(True if whole else None, tuple(taken), tuple(lacking), tuple(left.values()))
    if len(missed) == len(extra) and {_umlaut(w) for w in missed} == {_umlaut(w) for w in extra}:
        pairs = tuple(zip(sorted(missed), sorted(extra), strict=True))
        return Sameness(True, (*taken, *pairs))
    return Sameness(False, tuple(taken), tuple(lacking), tuple(left.values()))


def _words(text: str) -> dict[str, str]:
    """The words of a name by what they are compared by, in order."""
    found: dict[str, str] = {}
    shown = unicodedata.normalize("NFKC", text[:400])
    spaced = "".join(c if c.isalnum() or c == "&" or c in ".'’" else " " for c in shown.replace("&", " & "))
    for word in spaced.split():
        bare = word.strip(".'’")
        if bare and (key := _key(bare)):
            found.setdefault(key, bare)
    return found


def _key(word: str) -> str:
    plain = "".join(c for c in _plain(word) if c.isalnum() or c == "&")
    return _FORMS.get(plain) or _STATES.get(plain) or plain


def _plain(word: str) -> str:
    lowered = word.casefold().translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def _umlaut(word: str) -> str:
    return _plain(word.casefold().translate(_UMLAUTS)).replace("ue", "u").replace("oe", "o").replace("ae", "a")
