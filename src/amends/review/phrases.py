"""Word lists as rules: each `phrases/<name>.yaml` becomes a rule of the same kind as those written in Python.

All lists are searched for in one pass over the letter. Keys of a file: code, name, level, confidence, since,
source, title, help, find (patterns, see `words.py`), fields, signs and weaker-signs (meanings that must meet in a
sentence, see `fields.py`; the weaker speak one level lower; with fields, words in short quotations are not the
seller's own), unless (patterns that excuse the statement), parts (where to look; everywhere when left out), letters
(kinds of letters that it speaks on, see `purpose.py`; all when left out), yields-to (codes beside which this one
keeps silent), message (with {quote}), becomes
(a safe replacement; leave out when there is none), party (who is blamed: also where no pattern says so, see
`blame.py`), bad, good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module

from amends.review.language.words import Lexicon
from amends.review.meaning.fields import Fields
from amends.review.rule import Hit, Rule, short
from amends.typed import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from amends.model import Confidence, Severity
    from amends.review.document import Draft
    from amends.review.letter.pieces import Statement

# A statement, its first word and one past the last, whether a pattern names these very words, whether it is less sure.
_Said = tuple["Statement", int, int, bool, bool]
_Found = dict[str, list[_Said]]
# A mentioned phrase longer than this is masked as a quotation already.
_QUOTED = 80
_BEFORE_QUOTE = " (\n[,:"
_LOWER: dict[str, Severity] = {"error": "warning", "warning": "note", "note": "note"}


def phrase_rules(lists: Sequence[Mapping[str, object]]) -> tuple[Rule, ...]:
    """The rules that word lists make."""
    together = Lexicon(
        tagged=[(pattern, str(entry["code"])) for entry in lists for pattern in cast("list[str]", entry["find"])]
    )
    fields = Fields(lists)

    key = f"phrases {id(together)}"

    def search(draft: Draft) -> _Found:
        if key not in draft.memo:
            found: _Found = {}
            for statement in draft.statements:
                for first, last, code in together.matches(statement.words):
                    found.setdefault(code, []).append((statement, first, last, True, False))
                for met in fields.met(statement):
                    hits = found.setdefault(met.code, [])
                    if not hits or hits[-1][0] is not statement:
                        hits.append((statement, met.first, met.last, False, met.weaker))
            draft.memo[key] = found
        return cast("_Found", draft.memo[key])

    return tuple(_rule(entry, search) for entry in lists)


def _rule(entry: Mapping[str, object], search: Callable[[Draft], _Found]) -> Rule:
    code = str(entry["code"])
    message = str(entry["message"])
    becomes = entry.get("becomes")
    party = str(entry.get("party", ""))
    where = frozenset(cast("list[str]", entry.get("parts", ())))
    unless = Lexicon(*cast("list[str]", entry.get("unless", ())))
    if party:
        # Here and not at the first letter: what these look for is gathered together with all other patterns.
        import_module("amends.review.position.blame")
        import_module("amends.review.meaning.own_gap")
    meant = "fields" in entry
    level = cast("Severity", entry["level"])

    def _stands(draft: Draft, statement: Statement) -> bool:
        return not (where and draft.has_parts and statement.part not in where) and not unless.found(statement.words)

    def check(draft: Draft) -> Iterator[Hit]:
        from amends.model import Fix, Span

        hits = [hit for hit in search(draft).get(code, ()) if _stands(draft, hit[0])]
        for statement, first, last, written, weaker in _with_blame(draft, hits, party) if party else hits:
            start, end = statement.between(first, last)
            if meant and _mentioned(draft.text, statement.start, start):
                continue
            quote = draft.text[start:end]
            fix = None
            if isinstance(becomes, str) and written:
                start, end, text = _replaced(draft.text, start, end, becomes)
                fix = Fix(text)
            place = Span(start, end, draft.text[start:end])
            lower = _LOWER[level] if weaker else None
            yield Hit(place, message.replace("{quote}", short(quote, 48)), fix=fix, level=lower)

    return Rule(
        code,
        str(entry["name"]),
        level=level,
        confidence=cast("Confidence", entry.get("confidence", "high")),
        since=str(entry.get("since", "0.1.0")),
        source=str(entry["source"]),
        bad=tuple(cast("list[str]", entry["bad"])),
        good=tuple(cast("list[str]", entry["good"])),
        manual=f"{entry['title']}\n\n{entry['help']}",
        check=check,
        yields_to=tuple(cast("list[str]", entry.get("yields-to", ()))),
        letters=tuple(cast("list[str]", entry.get("letters", ()))),
    )


def _with_blame(draft: Draft, hits: list[_Said], party: str) -> Iterator[_Said]:
    """The hits of the patterns, and one for each other statement that blames the party."""
    from amends.review.meaning.own_gap import gap_follows, names_own_gap
    from amends.review.position.blame import blames, hints
    from amends.review.position.self_named import names_itself

    kept = [hit for hit in hits if not names_own_gap(hit[0]) and not (party == "staff" and gap_follows(hit[0]))]
    spoken: set[int] = set()
    if party == "supplier":
        sound = [hit for hit in kept if _was_done(draft, hit) or names_itself(draft, hit[0].words[hit[1] : hit[2]])]
        kept = [hit for hit in kept if hit not in sound]
        spoken.update(hit[0].start for hit in sound)
    yield from kept
    spoken.update(hit[0].start for hit in kept)
    for statement, place in blames(draft, party):
        if statement.start not in spoken:
            yield statement, *place, False, False
    for statement, place in hints(draft, party):
        if statement.start not in spoken:
            yield statement, *place, False, True


_HIRED = frozenset(
    "accountant bookkeeper freelancer designer photographer translator developer consultant agency provider".split()
)


def _was_done(draft: Draft, hit: _Said) -> bool:
    """Whether a dated action tells what somebody hired has done: "on 3 May our developer set the feed right"."""
    statement, first = hit[:2]
    done = statement.part in ("corrective-actions", "actions") and bool(draft.dates_in(statement.item or statement))
    return done and statement.words[first] in _HIRED


def _mentioned(text: str, start: int, place: int) -> bool:
    """Whether words stand in a short quotation: they are spoken of, not said."""
    floor = max(start, place - _QUOTED)
    straight = text.rfind('"', floor, place)
    if straight >= 0 and (straight == 0 or text[straight - 1] in _BEFORE_QUOTE):
        return True
    if text.rfind("“", floor, place) > text.rfind("”", floor, place):
        return True
    # An apostrophe stands behind a letter; what opens a quotation stands behind none, and is closed behind one.
    single = max(text.rfind("'", floor, place), text.rfind("‘", floor, place))
    if single < 0 or (single > 0 and text[single - 1] not in _BEFORE_QUOTE):
        return False
    closed = text.find("’" if text[single] == "‘" else "'", place, place + _QUOTED)
    return closed >= 0


def _replaced(text: str, start: int, end: int, becomes: str) -> tuple[int, int, str]:
    """The place and text of a replacement that keeps the capital at the head of a sentence and leaves no double
    space.
    """
    capital = text[start].isupper()
    if becomes:
        return start, end, becomes[0].upper() + becomes[1:] if capital else becomes
    while end < len(text) and text[end] in " ,":
        end += 1
    if capital and end < len(text) and text[end].islower():
        return start, end + 1, text[end].upper()
    return start, end, ""
