"""Which lines of a letter are headings, which part each opens, and labels that open one within a line."""

from __future__ import annotations

import re

from amends.review.language.verbs import is_past
from amends.review.language.words import Lexicon, Reading
from amends.review.letter.amazons import is_amazons
from amends.review.letter.lines import Line
from amends.review.letter.parts import CAUSE, DONE, MEASURES, is_mark, mostly_heading, only_heading_words, part_of
from amends.typed import NamedTuple

_LABEL = re.compile(
    r"(?:\*\*|__)?([^\W\d_][\w ()/&'’,-]{2,70}?)[ \t]*"
    r"(?:(?::(?:\*\*|__)?|(?:\*\*|__):?|[ ](?:--|[-–—]))[ \t]+(?=\S)|[.?](?:\*\*|__)?[ \t]+(?=[A-Z\d(]))"
)
_LONGEST_HEADING, _LONGEST_LINE = 30, 300
_HEADING_END = (":", "：", " -", " –", " —", " --")


def heading(line: Line, reading: Reading, follower: Line | None) -> tuple[str | None, bool]:
    """The part that a line opens, and whether it is a heading at all."""
    body = line.text
    if body[-1:] == "?":
        return _question(line, reading)
    marked = (
        line.level or line.bold or (follower is not None and len(follower.text) >= 3 and not follower.text.strip("="))
    )
    terse = body[-1] == "." and len(body) <= _LONGEST_TERSE
    if not (marked or terse) and body[-1] in ".!?,;" and reading.low.find("detail", line.start, line.end) < 0:
        return None, False
    words: tuple[str, ...] = reading.words(line.start, line.end)
    if not words or len(words) > _LONGEST_HEADING:
        return None, False
    if marked:
        return part_of(_undated(words)), len(words) <= 20
    detailed = words[:2] in (("greater", "detail"), ("more", "detail"))
    if body[-1] in ".!?,;" and not detailed:
        return _stopped(line, words) if body[-1] == "." else (None, False)
    halved = _half(body, line, reading) if len(words) <= _LONGEST_TWIN else None
    if halved:
        return halved, True
    remarked = _remarked(body, line, reading) if line.mark != "bullet" and not detailed else None
    if remarked:
        return remarked, True
    words = _undated(words)
    if detailed:
        return part_of(words), body.endswith(_HEADING_END) or len(words) <= 16
    return _open_ended(line, words)


def _stopped(line: Line, words: tuple[str, ...]) -> tuple[str | None, bool]:
    """What a line opens that ends with a full stop."""
    unlisted = not line.mark or (line.mark == "number" and len(words) <= _SHORT_LABEL)
    if unlisted and len(words) <= _SHORT_TITLE and only_heading_words(words):
        # "Cause." on a line of its own, "4. Steps taken." before points (a) and (b).
        titled = part_of(words)
        asks = words[0] in _ASKS or words[0] in _LEADS
        return titled, bool(titled) and (asks or not _CLAUSE_WORDS.intersection(words))
    announced = not line.mark and ":" not in line.text and len(words) <= _LONGEST_TWIN
    if announced and (words[0] in _ASKS or _leads(words)) and mostly_heading(words):
        # "What is different now.", "Here is what we did about it."
        titled = part_of(words)
        return titled, bool(titled)
    return None, False


def _open_ended(line: Line, words: tuple[str, ...]) -> tuple[str | None, bool]:
    """What a line opens that ends with a word, a colon or a dash; `words` are without the day behind them."""
    body, part = line.text, part_of(words)
    ended = body.endswith(_HEADING_END)
    if ended and part and len(words) > 7 and not mostly_heading(words):
        return None, False
    if ended and part and len(words) <= 16 and (line.mark != "bullet" or only_heading_words(words)):
        return part, not _sentence_like(words) and not _several(body)
    if len(words) <= 10 and "X" * 4 not in body and _in_capitals(body):
        plain = words[1:] if is_mark(words[0]) else words
        return part, line.mark != "bullet" and not any(c.isdigit() for word in plain for c in word)
    if line.mark == "bullet":
        return None, False
    if words[0] in _MATTER and len(words) > 2 and is_mark(words[1]) and len(words) <= 10:
        return part, True
    asks = words[0] in _ASKS and len(words) <= 12
    if part and ((len(words) <= 9 and only_heading_words(words)) or asks or (len(words) <= 14 and _titled(words))):
        return part, True
    return None, ended and not line.mark and len(words) <= 6 and words[0] not in ("dear", "hello", "hi")


def _remarked(body: str, line: Line, reading: Reading) -> str | None:
    """The part of a heading with a remark: "D. Measures (each answers one cause)", "Prevention, since 4 May"."""
    cut = body.find(" (")
    if cut >= 0 and (not body.rstrip(" :").endswith(")") or ". " in body[cut:]):
        return None
    if cut < 0:
        cut = body.find(", ")
        behind = reading.words(line.start + cut, line.end) if cut >= 0 else ()
        if len(behind) > _LONGEST_REMARK or _BEFORE_DAY.isdisjoint(behind[:-1]):
            return None
    words = reading.words(line.start, line.start + cut)
    return part_of(words) if words and only_heading_words(words) else None


_LONGEST_REMARK = 7


def _in_capitals(body: str) -> bool:
    letters = "".join(filter(str.isalpha, body))
    return len(letters) >= 6 and letters.isupper()


_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_OF_NOTICE = frozenset(
    "notice notification message email e-mail mail letter warning dated received following after upon on "
    "in response to "
    "your the amazon's".split()
)
_BEFORE_DAY = frozenset("since from as of on until by at in".split())


def _undated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a heading without the day that it ends with: "Measures in force since August 7, 2026"."""
    end = len(words)
    while end and (words[end - 1][0].isdigit() or words[end - 1] in _MONTHS):
        end -= 1
    if end == len(words) or not end:
        return words
    while end > 1 and words[end - 1] in _BEFORE_DAY and words[end - 2 : end] != ("now", "on"):
        end -= 1
    # "Corrective actions (notice received 5 June 2026)": what the day is of.
    while end > 2 and words[end - 1] in _OF_NOTICE and words[end - 2 : end] != ("now", "on"):
        end -= 1
    return words[:end]


def _half(body: str, line: Line, reading: Reading) -> str | None:
    """The part that a heading in two languages opens: "Ações corretivas / actions taken"."""
    cut = body.find(" / ")
    if cut < 0:
        return None
    middle = line.start + cut
    for start, end in ((line.start, middle), (middle + 3, line.end)):
        words = reading.words(start, end)
        if words and only_heading_words(words) and part_of(words):
            return part_of(words)
    return None


_LEADS = frozenset(("here", "this"))


def _leads(words: tuple[str, ...]) -> bool:
    """Whether a line announces what stands below it: "And here is what we did", "This is how it runs now"."""
    words = words[1:] if words[0] in ("and", "so", "now") else words
    return words[:1] != () and words[0] in _LEADS and not _ASKS.isdisjoint(words[1:4])


_SHORT_TITLE, _SHORT_LABEL, _LONGEST_TERSE, _LONGEST_TWIN = 4, 3, 48, 10
_CLAUSE_WORDS = frozenset("was were is are we i it have has had".split())
_MATTER = frozenset(("issue", "problem", "complaint", "violation"))
_ASKS = frozenset(("what", "how", "why", "where"))


def _question(line: Line, reading: Reading) -> tuple[str | None, bool]:
    """The part that one of Amazon's questions opens when the seller copied it above the answer."""
    words: tuple[str, ...] = reading.words(line.start, line.end)
    while words and (is_mark(words[0]) or words[0] in _FORM or _NUMBERED.fullmatch(words[0])):
        words = words[1:]
    if not words or len(words) > _LONGEST_QUESTION or (is_amazons(words) and words[:2] != _BOTH_ASK):
        return None, False
    part = part_of(words)
    short = len(words) <= (8 if part == CAUSE else _LONGEST_OWN)
    if len(words) <= _SHORT_TITLE and part and only_heading_words(words):
        # "2) Actions?", as a form asks it.
        return part, True
    asks = words[0] in _ASKS and (short or "you" in words or mostly_heading(words))
    return part, bool(part) and (line.level > 0 or line.bold or asks)


# "Answer 1: What was the cause?" is a question of the form, whoever's word stands before it.
_NUMBERED = re.compile(r"[qa]\d{1,2}")
_FORM = frozenset("q question ans answer answers reply response item field box".split())
# "Why did this happen?" heads Amazon's explanation, and as often the seller's.
_BOTH_ASK = ("why", "did")
_LONGEST_QUESTION, _LONGEST_OWN = 20, 12
_TITLE = Lexicon("the? root cause|causes s? of|for|that", "the? actions|steps|measures we|i|you have? taken|took")
_VERB = frozenset("was were is are had has did".split())


def _titled(words: tuple[str, ...]) -> bool:
    """Whether a line without a full stop is one of Amazon's headings with the violation's name in it."""
    first = next(_TITLE.matches(words), None)
    return first is not None and first[0] == 0 and not _VERB.intersection(words)


_CLAUSE = Lexicon(
    "we|i will|shall|now|do the? following",
    "we|i have taken|done|made the following",
    "if you",
    "here is|are",
    "you|they asked|are|requested",
)


def _sentence_like(words: tuple[str, ...]) -> bool:
    """Whether words before a colon lead in a list as a sentence does; such a line keeps its place in the text."""
    return len(words) > 7 and _CLAUSE.found(words)


def _several(body: str) -> bool:
    """Whether a line holds more than one sentence, and so is no heading."""
    at = body.find(". ")
    return at > 12 and body[at + 2 : at + 3].isupper()


class Label(NamedTuple):
    """A part opened within a line, "Root cause: we had no …": where the label ends, where the text behind it begins."""

    end: int
    behind: int
    part: str


def label(text: str, reading: Reading, line: Line) -> Label | None:
    """The label that a line begins with, if it does."""
    first = reading.first(line.start)
    if first != "list" and not only_heading_words((first,)):
        return None
    match = _LABEL.match(text, line.start, min(line.end, line.start + 90))
    if not match:
        return None
    words = tuple(word for word in reading.words(match.start(1), match.end(1)) if not is_mark(word))
    asks = text[match.end(1) : match.end(1) + 1] == "?" and words[:1] != () and words[0] in (*_ASKS, "when")
    titled = 1 < len(words) <= _SHORT_LABEL and mostly_heading(words) and not is_past(words[-1])
    if not words or len(words) > 9 or not (only_heading_words(words) or (asks and mostly_heading(words)) or titled):
        return None
    if asks:
        part = part_of(words)
        return Label(match.end(1), match.end(), part) if part else None
    if _VERB.intersection(words) and words[0] not in ("what", "why", "how"):
        return None
    if not _PLAN.isdisjoint(words) and _names_matter(reading.words(match.end(), line.end)):
        # "Plan of action: items not as described, notice of 3 May 2026" is the subject of the letter.
        return None
    part = part_of(words)
    return Label(match.end(1), match.end(), part) if part else None


_PLAN, _SAYS = frozenset(("plan", "poa")), frozenset(("we", "i", "our", "my"))
_SUBJECT_OF = frozenset("notice notification deactivation removal asin asins policy complaint complaints case".split())


def _names_matter(words: tuple[str, ...]) -> bool:
    """Whether words behind "Plan of action:" name what the letter answers, and tell of nothing done."""
    return not _SUBJECT_OF.isdisjoint(words) and _SAYS.isdisjoint(words)


def stands_alone(lines: list[Line], at: int, reading: Reading) -> bool:
    """Whether a line behind > is a heading so adorned, and no part of a quoted message: it stands alone."""
    beside = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    line = lines[at]
    if any(near.quote for near in beside) or line.end - line.start > _LONGEST_LINE:
        return False
    words = reading.words(line.start, line.end)
    return 0 < len(words) <= _LONGEST_HEADING and only_heading_words(words) and part_of(words) is not None


def points_back(reading: Reading, start: int, end: int, now: str | None) -> bool:
    """Whether "Cause A" or "Issue 2" below a heading of actions or measures says which cause they answer."""
    if now not in (DONE, MEASURES):
        return False
    words = reading.words(start, end)
    return (
        len(words) >= 2
        and words[0] in ("cause", "issue", "problem", "complaint", "root")
        and (is_mark(words[-1]) or words[-1] in ("a", "i"))
    )
