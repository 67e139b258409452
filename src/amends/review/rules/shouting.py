"""TO12: capitals and exclamation marks."""

import re
from collections.abc import Iterator

from amends.model import Fix, Span
from amends.review.document import Draft
from amends.review.language.classes import classes_of
from amends.review.letter.pieces import Statement
from amends.review.rule import Hit, rule
from amends.typed import cast

_LOUD = frozenset(
    "never always not no all any every very please immediately only must will important again none "
    "everything nothing sorry urgent help "
    "full nobody single daily same one two three zero nil done already now look see attention "
    "finally happy today stopped stops "
    "each right wrong free too separated separate checked deleted removed fixed solved true false "
    "fact facts guilty innocent "
    "without whole entire both before after exception immediate "
    "stop ever strictly fully completely guarantee promise and".split()
)
# Of these at least one stands in a shouted sentence, and none in a name or a mark.
_SPOKEN = frozenset(
    "we i you he she they it my our your us me did do does is are was were have has had will would can could should "
    "this that these what why who how when the of to from with for but if so because nothing nobody wrong about "
    "wait waiting need want please "
    # The same of other tongues, in which whole sentences are shouted too.
    "le la les des un une est ont été pas nous vous el los las está están todo todos que para por es son no nos der die "
    "das und ist sind nicht wir alles ve bir için çok w z na jest są wszystko il lo gli è sono tutto o os as não é são".split()
)
_FEWEST_SHOUTED = 3
_SHORTEST_STRESSED = 4
_SMALL = re.compile(r"(?<![\w@./-])[a-z]{4,}(?![\w@/-]|\.\w)")
_ENDINGS = (
    "ed",
    "ing",
    "ly",
    "ness",
    "ment",
    "able",
    "ible",
    "ful",
    "less",
    "ous",
    "ive",
    "tion",
    "sion",
    "ence",
    "ance",
)
# What a page, sheet or label shows in capitals is told as it stands there.
_SHOWN = frozenset(
    "column field status button text word words option tab sheet bin label form marked says said "
    "reads read named called flag menu "
    "stamp stamped mark title file folder code condition colour color list setting state line row "
    "cell sign note notice".split()
)
_MONTHS = frozenset("january february march april june july august september october november december".split())
_SENTENCE = re.compile(
    r"[A-ZÀ-ÞŁŚŻİĞŞ](?<![\w-].)[A-ZÀ-ÞŁŚŻİĞŞ]*(?:'[A-ZÀ-ÞŁŚŻİĞŞ]+)?,?\s+(?:(?:[A-ZÀ-ÞŁŚŻİĞŞ]+(?:'[A-ZÀ-ÞŁŚŻİĞŞ]+)?|\d+),?\s+)+"
    r"[A-ZÀ-ÞŁŚŻİĞŞ]{2,}(?![\w-])"
)
_CAPITALS = re.compile(r"[A-Z](?<![\w-].)[A-Z]+(?:\s+[A-Z]{2,})*(?![\w-])")
_TWICE = re.compile(r"\b([A-Za-z]{3,})\W+([A-Z]{3,})\b(?![-\d])")
_MARKS = re.compile(r"[!！]+(?:\?+[!?]*)?|[?？]{2,}!*")
_DRAWN = re.compile(
    r"<{3,}|\b(?:[a-z][A-Z]){2,}|\b(?:[A-Z][ .-]){3,}[A-Z]\b|\b[a-zA-Z]*([a-z])\1{2,}[a-z]*\b|\b[A-Z]{2,}[Ç-ỹ][A-ZÇ-ỹ]*(?:\s[A-ZÇ-ỹ]{2,})+"
)
_DRAWN_AT_ALL = re.compile(r"<<<|[a-z][A-Z][a-z][A-Z]|([a-z])\1\1|[A-Z][ .-][A-Z][ .-][A-Z][ .-]|[A-Z]{2}[Ç-ỹ]")
_TWO = re.compile(r"[A-ZÀ-Þ]{2}")
# A long sentence of which so much is in capitals is shouted, whatever its words.
_MOSTLY, _FEWEST_LETTERS, _FEWEST_WORDS = 0.7, 30, 6
# A company, its kinds and its papers are often written so.
_NAMED = frozenset(
    "gmbh kg ltd llc inc co ag sl srl bv oy ab plc sa spa corp company limited trade trading "
    "exhibit annex invoice declaration "
    "conformity report test certificate letter statement order plan action root cause corrective "
    "preventive actions measures "
    "asin sku upc ean fba lot batch new used like it us uk eu warning keep away children".split()
)


@rule(
    "TO12",
    "shouting",
    level="note",
    source="Amazon's guidelines for a plan: facts, no emotion (help G200370560)",
    bad=("We decided NEVER to list it.", "All orders are shipped!", "WE DID NOTHING WRONG. It was late."),
    good=("We closed ASIN B0C1234567 in the US and the UK (UPC 036000291452).",),
)
def shouting(draft: Draft) -> Iterator[Hit]:
    """Capitals and exclamation marks.

    They add no fact and sound excited. Write the word small and end with a full stop.
    """
    drawn = _DRAWN_AT_ALL.search(draft.text) is not None
    for statement in draft.statements:
        if _TWO.search(statement.text) is not None:
            whole = _in_capitals(draft, statement)
            if whole is not None:
                yield Hit(whole, "Capitals shout. Write the sentence small.")
                continue
            yield from _single(draft, statement)
        for match in _DRAWN.finditer(statement.text) if drawn else ():
            start = statement.start + match.start()
            yield Hit(
                Span(start, start + len(match.group()), match.group()), "Stressed like this it shouts. Write it small."
            )
        if "!" in statement.text or "?" in statement.text or "！" in statement.text:
            yield from _marks(statement.text, statement.start)
    for block in draft.headings:
        text = draft.text[block.start : block.end]
        yield from _marks(text, block.start)
        if block.part is None and text.isupper() and not _NAMED.issuperset(text.lower().split()):
            words = text.lower().replace(",", "").split()
            if any(word in _LOUD or word in _SPOKEN for word in words):
                yield Hit(Span(block.start, block.end, text), "Capitals shout. Write the line small.")


def _in_capitals(draft: Draft, statement: Statement) -> Span | None:
    """A sentence, or much of one, in capitals."""
    loud = _mostly_loud(statement.text)
    if loud is not None:
        start = statement.start + loud
        return Span(start, statement.end, draft.text[start : statement.end])
    shouted = _SENTENCE.search(statement.text)
    if shouted is None or not _is_spoken(shouted.group()):
        return None
    start = statement.start + shouted.start()
    return Span(start, start + len(shouted.group()), shouted.group())


def _single(draft: Draft, statement: Statement) -> Iterator[Hit]:
    """Single words in capitals, and words said twice, the second time in capitals."""
    for match in _CAPITALS.finditer(statement.text):
        if _is_emphatic(draft, statement, match) and match.group() not in ("US", "IT", "TRUE", "FALSE"):
            start = statement.start + match.start()
            fix = Fix(match.group().capitalize() if match.start() == 0 else match.group().lower())
            yield Hit(
                Span(start, start + len(match.group()), match.group()), "Capitals shout. Write it small.", fix=fix
            )
    for match in _TWICE.finditer(statement.text):
        if match[1].lower() == match[2].lower() and match[1] != match[2] and match[2].lower() not in _NAMED:
            start = statement.start + match.start(2)
            yield Hit(Span(start, start + len(match[2]), match[2]), "Capitals shout. Write it small, and once.")


def _marks(text: str, start: int) -> Iterator[Hit]:
    """Exclamation marks, and rows of question marks."""
    for match in _MARKS.finditer(text):
        place = Span(start + match.start(), start + match.end(), match.group())
        asks = match.group().strip("?？") == ""
        yield Hit(
            place,
            "One question mark is enough." if asks else "An exclamation mark adds no fact.",
            fix=Fix("?" if asks else "."),
        )


def _mostly_loud(text: str) -> int | None:
    """Where a sentence begins that is in capitals almost throughout; None for any other."""
    if len(text) < _FEWEST_LETTERS or text.count(" ") < _FEWEST_WORDS or text.upper() == text.lower():
        return None
    large, small = sum(map(str.isupper, text)), sum(map(str.islower, text))
    if (
        large < _FEWEST_LETTERS
        or large < _MOSTLY * (large + small)
        or _NAMED.issuperset(re.findall(r"[a-z]+", text.lower()))
    ):
        return None
    return 0 if sum(word in _SPOKEN for word in text.lower().split()) * 5 >= text.count(" ") + 1 else None


def _is_emphatic(draft: Draft, statement: Statement, run: re.Match[str]) -> bool:
    """Whether capitals stress ordinary words: loud ones, or words that the letter or the trade else writes small."""
    words = run.group().lower().split()
    if all(word in _LOUD for word in words):
        return True
    before = statement.text[: run.start()].rstrip(" :'‘“\"(").rpartition(" ")[2].lower()
    behind = statement.text[run.end() : run.end() + 2]
    if _SHOWN.issuperset((before,)) or behind[:1] == ":" or behind[1:].isdigit() or _NAMED.issuperset(words):
        return False
    plain = [word for word in words if word not in _NAMED and _is_ordinary(draft, word)]
    return len(plain) * 2 >= len(words) and any(len(word) >= _SHORTEST_STRESSED for word in plain)


def _is_ordinary(draft: Draft, word: str) -> bool:
    """Whether a word is one of the language rather than a name or an abbreviation."""
    if word in _LOUD or word in _SPOKEN or word in _MONTHS or "@trade" in classes_of(word):
        return True
    if len(word) < _SHORTEST_STRESSED:
        return False
    small = cast("frozenset[str] | None", draft.memo.get("small words"))
    if small is None:
        small = draft.memo["small words"] = frozenset(_SMALL.findall(draft.text))
    return word in small or word.endswith(_ENDINGS)


def _is_spoken(run: str) -> bool:
    """Whether a run of capitals is a sentence, not a name, a mark or a list of abbreviations."""
    words = run.lower().replace(",", "").split()
    return len(words) >= _FEWEST_SHOUTED and sum(word in _SPOKEN for word in words) * 3 >= len(words)
