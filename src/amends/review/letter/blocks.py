"""The lines of a letter gathered into blocks: headings, list points, paragraphs, gaps, and what is not the seller's
own.

Works on plain text as sellers paste it, on wrapped e-mail text, and on the Markdown of `plan.md`. Linear in the
length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.review.language.verbs import is_past
from amends.review.language.words import Lexicon, Reading
from amends.review.letter.amazons import is_amazons
from amends.review.letter.inline import is_head, is_row, is_ruled, pieces
from amends.review.letter.parts import CAUSE, DONE, MEASURES, is_mark, mostly_heading, only_heading_words, part_of

_SIGNS = "✅✔✓☑➢➤→►▶★☆●○■□❖✦‣⁃∙♦➔➜"
_MARK = re.compile(
    rf"(?:(--|[-*+•·–—▪◦]|o|[{_SIGNS}]\ufe0f?)"
    r"|(\(?(?:\d{1,2}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})[.):]|\d{1,2}\.\d{1,2}\.?))[ \t]+(?=\S)"
)
_LABEL = re.compile(
    r"(?:\*\*|__)?([^\W\d_][\w ()/&'’,-]{2,70}?)[ \t]*"
    r"(?:(?::(?:\*\*|__)?|(?:\*\*|__):?|[ ](?:--|[-–—]))[ \t]+(?=\S)|[.?](?:\*\*|__)?[ \t]+(?=[A-Z\d(]))"
)
_LAST_FILE = re.compile(r"\.(?:pdf|png|jpe?g|gif|docx?|xlsx?|csv|txt|eml|zip)\)?$", re.I)
# How a draft marks what it lacks, in plain text and in Markdown.
GAPS = ("Missing:", "**Missing:**")
_LONGEST_HEADING, _LONGEST_LINE = 30, 300
_HEADING_END = (":", "：", " -", " –", " —", " --")


class Block:
    """A piece of the letter between `start` and `end` (its content, without list mark or Markdown).

    `kind` is heading, number, bullet, paragraph, gap or quote. `part` is the part that a heading opens, when it
    opens one. `indent` is how far a list mark stands from the left. A label ("Root cause: we …") is a heading
    followed by a paragraph.
    """

    __slots__ = ("end", "indent", "kind", "part", "start")

    def __init__(self, kind: str, start: int, end: int, indent: int = 0, part: str | None = None) -> None:
        self.kind, self.start, self.end, self.indent, self.part = kind, start, end, indent, part


class _Line:
    """One line: where it starts, where its content stands, its list mark and Markdown."""

    __slots__ = ("bold", "end", "indent", "level", "mark", "quote", "row", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        first = start
        while start < end and text[start] in " \t\r\f\v\u00a0\ufeff":
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        self.indent, self.level, self.mark, self.bold = start - first, 0, "", False
        self.row = False
        sign = text[start] if start < end else ""
        # A bar at the head alone marks what is quoted; a row of a table has more of them.
        self.quote = sign == ">" or (
            sign == "|" and text[start + 1 : start + 2] == " " and "|" not in text[start + 1 : end]
        )
        if self.quote:
            start = _skip(text, start + 1, end)
        if sign == "#" or self.quote:
            while start + self.level < end and text[start + self.level] == "#" and self.level < 6:
                self.level += 1
            if self.level and text[start + self.level : start + self.level + 1] in (" ", "\t"):
                start = _skip(text, start + self.level, end)
            else:
                self.level = 0
        if not self.level:
            match = _MARK.match(text, start, end)
            if match and not (match.group(1) == "o" and self.indent == 0 and len(match.group()) < 2):
                start = match.end()
                # A sign before a few words without a full stop adorns a heading.
                adorned = match.group(1) and match.group(1)[0] in _SIGNS and text[end - 1] not in ".!?;,"
                self.mark = "number" if match.group(2) else "" if adorned else "bullet"
        for wrap in ("**", "__") if text[start : start + 2] in ("**", "__") else ():
            if not text.startswith(wrap, start):
                continue
            body = text[start:end].rstrip(":")
            if len(body) > 4 and body.startswith(wrap) and body.endswith(wrap) and wrap not in body[2:-2]:
                self.bold, start = True, start + 2
                end = start + len(body) - 4
        self.start, self.end, self.text = start, end, text[start:end]


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t":
        at += 1
    return at


def blocks(text: str, reading: Reading) -> Iterator[Block]:
    """The blocks of a letter in order; `reading` has its words."""
    lines = _bodied(list(_lines(text, reading)))
    broken = sum(1 for line in lines if 55 <= line.end - line.start <= 100 and line.text[-1] not in ".!?:;")
    wrapped = broken >= 3
    current: Block | None = None
    before: _Line | None = None
    foreign = False
    now: str | None = None
    for at, line in enumerate(lines):
        foreign = foreign or _forwarded(line.text)
        if not line.text or _rule(line.text):
            if current is not None:
                yield current
            current = None
        elif foreign or (line.quote and not line.text.startswith(GAPS) and not _marked_heading(lines, at, reading)):
            if current is not None and current.kind == "quote":
                current.end = line.end
            else:
                if current is not None:
                    yield current
                current = Block("quote", line.start, line.end)
        elif line.quote and line.text.startswith(GAPS):
            if current is not None:
                yield current
            current = Block("gap", line.start, line.end)
        elif line.row:
            if current is not None:
                yield current
            current = Block("bullet", line.start, line.end)
        else:
            follower = lines[at + 1] if at + 1 < len(lines) else None
            part, heading = _heading(line, reading, follower)
            if heading:
                if current is not None:
                    yield current
                if part and _points_back(reading, line.start, line.end, now):
                    part = None
                now = part or now
                yield Block("heading", line.start, line.end, line.indent, part)
                current = None
            elif (
                current is not None
                and not line.mark
                and before is not None
                and _continues(current, before, line, wrapped)
                and not (":" in line.text and _label(text, reading, line))
            ):
                current.end = line.end
            else:
                if current is not None:
                    yield current
                current = Block(line.mark or "paragraph", line.start, line.end, line.indent)
                label = _label(text, reading, line)
                if label and not _points_back(reading, line.start, label[0], now):
                    now = label[2]
                    yield Block("heading", line.start, label[0], line.indent, label[2])
                    current.start = label[1]
        before = line
    if current is not None:
        yield current


def _marked_heading(lines: list[_Line], at: int, reading: Reading) -> bool:
    """Whether a line behind > is a heading so adorned, and no part of a quoted message: it stands alone."""
    beside = [lines[near] for near in (at - 1, at + 1) if 0 <= near < len(lines)]
    line = lines[at]
    if any(near.quote for near in beside) or line.end - line.start > _LONGEST_LINE:
        return False
    words = reading.words(line.start, line.end)
    return 0 < len(words) <= _LONGEST_HEADING and only_heading_words(words) and part_of(words) is not None


def _points_back(reading: Reading, start: int, end: int, now: str | None) -> bool:
    """Whether "Cause A" or "Issue 2" below a heading of actions or measures says which cause they answer."""
    if now not in (DONE, MEASURES):
        return False
    words = reading.words(start, end)
    return (
        len(words) >= 2
        and words[0] in ("cause", "issue", "problem", "complaint", "root")
        and (is_mark(words[-1]) or words[-1] in ("a", "i"))
    )


def _lines(text: str, reading: Reading) -> Iterator[_Line]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        for first, last in pieces(text, start, end, reading):
            yield _Line(text, first, last)
        start = end + 1


def _bodied(lines: list[_Line]) -> list[_Line]:
    """The lines without the heads of tables, which say nothing of their own; the rows below are marked as rows."""
    kept: list[_Line] = []
    inside = False
    for at, line in enumerate(lines):
        follower = lines[at + 1].text if at + 1 < len(lines) else ""
        begins = not inside and is_row(line.text) and is_row(follower)
        inside = begins or (inside and is_row(line.text))
        if inside and (is_ruled(line.text) or is_ruled(follower) or (begins and is_head(line.text))):
            continue
        line.row = inside and not line.mark
        kept.append(line)
    return kept


def _rule(body: str) -> bool:
    return len(body) >= 3 and not body.strip("=-_*~ ")


_BEFORE_FORWARDED = frozenset("-oOfF")


def _forwarded(line: str) -> bool:
    """Whether a mail program put this line above a message that it quotes or forwards."""
    if line[:1] not in _BEFORE_FORWARDED:
        return False
    low = line.lower()
    if low.startswith("---"):
        return "original message" in low or "forwarded message" in low
    if low.startswith("from:"):
        return "@amazon." in low or low[5:].lstrip("\"' *").startswith(("amazon", "seller performance"))
    return low.startswith("on ") and low.endswith(" wrote:")


def _continues(current: Block, before: _Line, line: _Line, wrapped: bool) -> bool:
    """Whether a line without a mark goes on with the block above it rather than beginning a paragraph."""
    if current.kind in ("quote", "gap", "heading"):
        return False
    if current.kind in ("number", "bullet") and line.indent > current.indent:
        return True
    length = before.end - before.start
    ended = before.text[-1] in ".!?:;" or (_LAST_FILE.search(before.text) is not None and "." not in line.text)
    return ((length >= 50 or line.text[0].islower()) and not ended) or (
        wrapped and length >= 55 and before.text[-1] != ":"
    )


def _heading(line: _Line, reading: Reading, follower: _Line | None) -> tuple[str | None, bool]:
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
        unlisted = not line.mark or (line.mark == "number" and len(words) <= _SHORT_LABEL)
        if body[-1] == "." and unlisted and len(words) <= _SHORT_TITLE and only_heading_words(words):
            # "Cause." on a line of its own, "4. Steps taken." before points (a) and (b).
            titled = part_of(words)
            asks = words[0] in _ASKS or words[0] in _LEADS
            return titled, bool(titled) and (asks or not _CLAUSE_WORDS.intersection(words))
        announced = body[-1] == "." and not line.mark and ":" not in body and len(words) <= _LONGEST_TWIN
        if announced and (words[0] in _ASKS or _leads(words)) and mostly_heading(words):
            # "What is different now.", "Here is what we did about it."
            titled = part_of(words)
            return titled, bool(titled)
        return None, False
    halved = _half(body, line, reading) if len(words) <= _LONGEST_TWIN else None
    if halved:
        return halved, True
    words = _undated(words)
    part = part_of(words)
    ended = body.endswith(_HEADING_END)
    if detailed:
        return part, ended or len(words) <= 16
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


def _half(body: str, line: _Line, reading: Reading) -> str | None:
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


def _question(line: _Line, reading: Reading) -> tuple[str | None, bool]:
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


def _label(text: str, reading: Reading, line: _Line) -> tuple[int, int, str] | None:
    """End of the label, start of the text after it, and the part, for "Root cause: we had no …"."""
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
        return (match.end(1), match.end(), part) if part else None
    if _VERB.intersection(words) and words[0] not in ("what", "why", "how"):
        return None
    part = part_of(words)
    return (match.end(1), match.end(), part) if part else None
