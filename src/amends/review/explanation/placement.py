"""Which part a paragraph belongs to where no heading says so: no headings at all, closings, turns to prevention."""

from __future__ import annotations

from collections.abc import Iterator

from amends.review.explanation import telling
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Item, Part, Statement

_OFTEN = Lexicon(
    "every|each|daily|weekly|monthly|quarterly|hourly|nightly|yearly|annually",
    "once|twice a|per",
    "monday|mondays|tuesday|tuesdays|wednesday|wednesdays|thursday|thursdays|friday|fridays|saturday|sunday",
)
_ABOVE = Lexicon(
    "responsible|accountable for",
    "owns|answers|own|answer for? all|these|the|them",
    "points|measures|controls|checks|steps are|is|run|runs|apply|applies|began|started",
)


def placed(read: list[Part]) -> list[Part]:
    """The parts as read from the headings, with what stands under none moved by what each sentence says."""
    headed = frozenset(part.id for part in read if part.heading)
    if parts.MIXED in headed and len(headed & _BOTH) == 1:
        # "Actions" beside "Prevention" is what was done, "Measures" beside "Corrective actions" what prevents.
        other = next(iter(_BOTH - headed))
        for part in read:
            part.id = other if part.id == parts.MIXED and part.heading else part.id
        headed = headed - {parts.MIXED} | {other}
    elif not headed & _BOTH:
        # "Actions" and, below it, "Measures": what was done, and what prevents.
        mixed = [part for part in read if part.heading and part.id == parts.MIXED and part.items]
        if len(mixed) == len(_BOTH):
            mixed[0].id, mixed[1].id = parts.DONE, parts.MEASURES
            headed = headed - {parts.MIXED} | _BOTH
    twice = [part for part in read if part.heading and part.id == parts.DONE and part.items]
    if len(twice) > 1 and parts.MEASURES not in headed:
        # "What we did" and, below it, "What we changed".
        twice[-1].id = parts.MEASURES
        headed = headed | {parts.MEASURES}
    settled = telling.told(read)
    ahead, behind = list(settled.values()), ""
    found: list[Part] = []
    for part in read:
        current = Part(part.id, part.heading, part.start, part.end)
        found.append(current)
        for item in part.items:
            before: Item | None = None
            if id(item) in settled:
                behind = ahead.pop(0)
                current = Part(behind, None, item.start, item.end)
                current.items.append(item)
                found.append(current)
                continue
            for piece, cue in _cut(item, part.heading is None, not behind and not any(each.items for each in found)):
                if cue in _THREE and not _between(cue, behind, ahead):
                    cue = None
                target = _target(current.id, cue, piece, headed, part.heading is not None, _heads(current))
                if target == current.id and before is not None and current.items and current.items[-1] is before:
                    _join(before, piece)
                    current.end = piece.end
                    continue
                before = piece
                if target != current.id:
                    current = Part(target, None, piece.start, piece.end)
                    found.append(current)
                current.items.append(piece)
                current.end = piece.end
    found = [part for part in found if part.items or part.heading]
    if not any(part.id == parts.CAUSE for part in found):
        _told(found)
    if not any(part.id == parts.CAUSE for part in found):
        _before_deeds(found)
    if not any(part.id in _DEEDS for part in found):
        _done_above(found)
    _loosen(found)
    _sign(found)
    return found


def _heads(part: Part) -> bool:
    """Whether nothing stands yet below the heading of measures, so that what comes is one of them."""
    return part.id == parts.MEASURES and part.heading is not None and not part.items


def _between(cue: str, behind: str, ahead: list[str]) -> bool:
    """Whether a part may begin between the last paragraph that told its own part and the next that will."""
    rank = telling.RANK
    return rank.get(behind, 0) < rank[cue] and not (ahead and rank[cue] >= rank[ahead[0]])


def _join(before: Item, piece: Item) -> None:
    """Put together what was cut from one paragraph and stays in one part."""
    before.statements += piece.statements
    before.end = piece.end
    for statement in piece.statements:
        statement.item = before


def _told(read: list[Part]) -> None:
    """Where nothing is called the cause, it is the first paragraph before the actions that tells what was lacking."""
    from amends.review.meaning.missing_step import misses_step
    from amends.review.meaning.own_gap import names_own_step
    from amends.review.meaning.senses import Senses

    deeds = any(part.heading is not None and part.id in _DEEDS for part in read)
    for place, part in enumerate(read):
        if part.id in (parts.DONE, parts.MEASURES, parts.MIXED):
            return
        if part.id != parts.OPENING or part.heading is not None:
            continue
        for at, item in enumerate(part.items):
            if len(item.words) >= (_SOME_WORDS if at else _A_STORY) and any(
                misses_step(Senses(s.words), s.words)
                or _LACKS.found(s.words)
                or (at and deeds and names_own_step(s) and Senses(s.words).has("process"))
                for s in item.statements
            ):
                cause = Part(parts.CAUSE, None, item.start, part.end)
                cause.items, part.items = part.items[at:], part.items[:at]
                part.end = part.items[-1].end if part.items else item.start
                read[place : place + 1] = [part, cause] if part.items else [cause]
                return


def _done_above(read: list[Part]) -> None:
    """Where nothing is said to be done, it is what the paragraph below "What we changed" begins with."""
    place, part = next(((at, part) for at, part in enumerate(read) if part.id == parts.MEASURES), (0, None))
    item = part.items[0] if part is not None and part.heading is not None and part.items else None
    if part is None or item is None or item.kind != "paragraph":
        return
    count = next((at for at, row in enumerate(item.statements) if not telling.deed(row)), 0)
    if not count:
        return
    done = Item(item.kind, item.start, item.statements[count - 1].end)
    done.statements, item.statements = item.statements[:count], item.statements[count:]
    for statement in done.statements:
        statement.item = done
    item.start = item.statements[0].start
    part.start = item.start
    above = Part(parts.DONE, None, done.start, done.end)
    above.items.append(done)
    read.insert(place, above)


def _before_deeds(read: list[Part]) -> None:
    """Where still nothing is the cause: the last paragraph right before the deeds that says why, in whatever words."""
    at = next((at for at, part in enumerate(read) if part.id in _DEEDS), 0)
    above = read[at - 1] if at else None
    if above is None or above.id != parts.OPENING or above.heading is not None or read[at].heading is not None:
        return
    item = above.items[-1] if above.items else None
    if item is None or item.kind != "paragraph" or len(item.words) < _SOME_WORDS or _WHENCE.isdisjoint(item.words):
        return
    cause = Part(parts.CAUSE, None, item.start, above.end)
    cause.items = [item]
    above.items = above.items[:-1]
    above.end = above.items[-1].end if above.items else item.start
    read[at - 1 : at] = [above, cause] if above.items else [cause]


_SOME_WORDS = 15
_WHENCE = frozenset(
    "because since as for when due so reason reasons cause caused which whose without only never".split()
)
_A_STORY = 25
_LACKS = Lexicon(
    "there was|were|is no",
    "does|do|did not appear|exist|ask|include|contain|cover|list|name|say|show|call",
    "no line|field|step|column|check|rule|instruction|place|entry|record|list",
)


def _loosen(read: list[Part]) -> None:
    """Paragraphs behind the list of the last measures belong to no part, unless one tells of a measure itself."""
    place = next((at for at in range(len(read) - 1, -1, -1) if read[at].id in (parts.MEASURES, parts.MIXED)), -1)
    if place < 0:
        return
    last = read[place]
    at = len(last.items)
    while at and last.items[at - 1].kind == "paragraph" and not _of_a_measure(last.items[at - 1]):
        at -= 1
    if not at or at == len(last.items):
        return
    if last.items[at - 1].kind == "paragraph" and last.items[at].start - last.items[at - 1].end < _BLANK_LINE:
        # Line below line, without a blank one: measures that are not marked as a list.
        return
    loose = Part(parts.OTHER, None, last.items[at].start, last.end)
    loose.items = last.items[at:]
    last.items = last.items[:at]
    last.end = last.items[-1].end
    read.insert(place + 1, loose)


_BLANK_LINE = 2


def _of_a_measure(item: Item) -> bool:
    """Whether a paragraph says how often something is done, or what all the points above have in common."""
    return any(
        _OFTEN.found(statement.words) and not any(clause.past for clause in statement.clauses)
        for statement in item.statements[:1]
    ) or _ABOVE.found(item.words)


def _sign(read: list[Part]) -> None:
    """Lines at the very end that name who signs, and when, are moved out of the part above them."""
    if len(read) > 1 and read[-1].id == parts.DOCUMENTS:
        # The name may stand above the list of files.
        _sign_off(read, len(read) - 2)
    if read:
        _sign_off(read, len(read) - 1)


def _sign_off(read: list[Part], place: int) -> None:
    """The same for one part; what it ends with becomes a part of its own behind it."""
    last = read[place]
    if last.id in (parts.SIGNATURE, parts.OPENING):
        return
    at = len(last.items)
    while at and _signs(last.items[at - 1]):
        at -= 1
    if not at and last.id == parts.OTHER and last.heading is None:
        last.id = parts.SIGNATURE
    if not at or at == len(last.items):
        return
    signed = Part(parts.SIGNATURE, None, last.items[at].start, last.end)
    signed.items = last.items[at:]
    last.items = last.items[:at]
    last.end = last.items[-1].end
    read.insert(place + 1, signed)


def _signs(item: Item) -> bool:
    """Whether a paragraph is only a name, a role, a firm, a place or a day: "Curtis Bohannon, January 16, 2026"."""
    # The initial of "P. Oakhanger, 15 January 2026" is taken for the letter of a list.
    if item.kind not in ("paragraph", "number") or len(item.statements) != 1:
        return False
    statement = item.statements[0]
    if item.kind == "number" and ("," not in statement.text or not any(word[0].isdigit() for word in statement.words)):
        return False
    words = statement.words
    if len(words) > _LONGEST_SIGNATURE or statement.text[-1] in "!?:;" or "_" in statement.text:
        return False
    if words[0] not in _SIGNED and any(c.past or c.future or c.maybe for c in statement.clauses):
        return False
    named = sum(statement.text[start - statement.start].isupper() for start, _ in statement.at)
    small = [
        word
        for word, (start, _) in zip(words, statement.at, strict=True)
        if statement.text[start - statement.start].islower() and word not in _SMALL
    ]
    return named > 0 and (not small or ("," in statement.text and len(small) <= 2 and named > 1))


_SIGNED = frozenset("signed dated submitted written done".split())
_LONGEST_SIGNATURE = 10
_SMALL = frozenset("of and the for de la di da von van der e & y und".split())


def _deed(item: Item) -> bool:
    """Whether an item begins with a day and what the seller did on it: "On 21 April 2026 we closed the listing"."""
    first = item.statements[0]
    day = any(word[0].isdigit() for word in first.words[:4])
    return day and bool(first.clauses) and any(c.past and c.we and not c.dependent for c in first.clauses[:2])


def _tells_before(item: Item) -> bool:
    """Whether a sentence in the past, of the seller's, or a word for the cause begins an item."""
    first = item.statements[0]
    return any(clause.past and not clause.dependent for clause in first.clauses) or not _WHY.isdisjoint(first.words)


_WHY = frozenset("cause reason because".split())


def _leads(item: Item) -> bool:
    """Whether a paragraph only leads in a list: "On 5 May 2026 we did the following:"."""
    return item.kind == "paragraph" and len(item.statements) == 1 and item.statements[0].text.endswith(":")


_DEEDS = frozenset((parts.DONE, parts.MIXED))
_BOTH = frozenset((parts.DONE, parts.MEASURES))
_THREE = frozenset((parts.CAUSE, parts.DONE, parts.MEASURES, parts.MIXED))


def _target(now: str, cue: str | None, item: Item, headed: frozenset[str], below: bool, first: bool) -> str:
    """The part that an item goes to: what it says against the heading it stands below (`below`), or first below."""
    if cue is None or now == parts.SIGNATURE:
        return now
    if cue in (parts.CONCLUSION, parts.SIGNATURE):
        closing = item.kind == "paragraph" and now not in (parts.OPENING, parts.DOCUMENTS) and not first
        return cue if closing or cue == parts.SIGNATURE else now
    if not headed & _THREE:
        if now == parts.MEASURES and cue in (parts.CAUSE, parts.DONE) and not _tells_before(item):
            # "One line wrong and the offer is closed" belongs to the measure.
            return now
        return now if below else cue
    if not below:
        if cue == parts.CAUSE:
            return cue if cue not in headed and now == parts.OPENING else now
        return cue if cue == parts.DONE and not headed & _DEEDS and _deed(item) else now
    if cue == parts.DONE and now == parts.CAUSE and not headed & _DEEDS and _leads(item):
        return cue
    strong = item.kind == "paragraph" and cue == parts.MEASURES and cue not in headed and parts.MIXED not in headed
    return cue if strong and now in (parts.CAUSE, parts.DONE) and parts.turns_to_prevention(item.words) else now


def _runs_since(statement: Statement) -> bool:
    """Whether a sentence tells what goes on from a day: "Since 8 December Moira Tennant measures the lead of …"."""
    words = statement.words
    if words[0] not in ("since", "from", "as") or not any(word[0].isdigit() for word in words[1:4]):
        return False
    main = [clause for clause in statement.clauses if clause.first < _HEAD]
    return (
        not any(clause.past or clause.future for clause in main)
        and "to" not in words[2:8]
        and "until" not in words[:_HEAD]
    )


def _dated_deed(statement: Statement) -> bool:
    """Whether a sentence behind the cause begins with a day and tells what was done: "On 5 March 2026 I counted"."""
    words = statement.words
    if words[0] != "on" or not any(word[0].isdigit() for word in words[1:4]) or _of_amazon(statement):
        return False
    main = [clause for clause in statement.clauses if clause.first < _HEAD and not clause.dependent]
    return any(clause.past for clause in main) and not any(clause.negated or clause.future for clause in main)


def _is_date(statement: Statement) -> bool:
    """Whether nothing but a day stands here."""
    return len(statement.words) <= _LONGEST_DATE and all(
        word[0].isdigit() or word in _MONTHS or word in ("on", "the", "of") for word in statement.words
    )


_LONGEST_DATE = 4
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)


def _of_amazon(statement: Statement) -> bool:
    """Whether a sentence begins with what Amazon did: "On 2 December 2025 you removed our listing"."""
    first = statement.clauses[0]
    return not first.we and bool({"you", "amazon"}.intersection(statement.words[first.first : max(first.verb, 0)]))


_HEAD = 12


def _cut(item: Item, split: bool, first: bool) -> Iterator[tuple[Item, str | None]]:
    """An item with its cue; a paragraph under no heading is cut where its sentences turn to another part."""
    if not split or item.kind != "paragraph":
        head = item.statements[0] if item.statements else None
        yield item, parts.DONE if head and split and _deed(item) else parts.cue_of(head.words) if head else None
        return
    piece: Item | None = None
    current: str | None = None
    for statement, cue in zip(item.statements, _cues(item.statements, first), strict=True):
        if piece is not None and current is None and all(_is_date(one) for one in piece.statements):
            # "April 7. Dana pulled all 63 units": the day belongs to what follows.
            current = cue
        elif piece is None or (cue is not None and cue != current):
            if piece is not None:
                yield piece, current
            piece, current = Item(item.kind, statement.start, statement.end), cue
        piece.statements.append(statement)
        piece.end = statement.end
        statement.item = piece
    if piece is not None:
        yield piece, current


def _cues(rows: list[Statement], first: bool) -> list[str | None]:
    """The part that each sentence of a paragraph points to; `first` says that no paragraph stands before it.

    The parts follow each other as Amazon's questions do. Where sentences bear labels ("Actions: …"), these alone cut.
    """
    labels = [telling.labelled(row, rows) for row in rows]
    alone = parts.DONE in labels[1:]
    found: list[str | None] = []
    current: str | None = None
    for row, label in zip(rows, labels, strict=True):
        cue = (label if found else None) or _cue(row, current)
        if label is None and alone and cue == parts.DONE:
            cue = None
        if cue == parts.CAUSE and _WHY.isdisjoint(row.words) and any(map(telling.shown, rows[: len(found)])):
            cue = None
        if cue in _THREE and current in _THREE and telling.RANK[cue] < telling.RANK[current]:
            cue = cue if not _WHY.isdisjoint(row.words) and current == parts.DONE else None
        if cue == parts.CAUSE and current is None:
            begins = _begins(rows[: len(found)], first)
            found[begins:] = [cue] * (len(found) - begins)
        found.append(cue)
        current = cue or current
    return found


def _cue(statement: Statement, current: str | None) -> str | None:
    """The part that a sentence points to by itself, behind one of the part `current`."""
    if _runs_since(statement):
        return parts.MEASURES
    cue = parts.cue_of(statement.words)
    if cue == parts.DONE and _of_amazon(statement):
        return None
    return parts.DONE if cue is None and current == parts.CAUSE and _dated_deed(statement) else cue


def _begins(rows: list[Statement], first: bool) -> int:
    """With which of the sentences before it a cause begins: behind the last that speaks of the notice."""
    ahead = next((at + 1 for at in range(len(rows) - 1, -1, -1) if _opens(rows[at])), 0)
    return max(ahead, 1) if first and rows else ahead


def _opens(statement: Statement) -> bool:
    """Whether a sentence only says what the letter is about."""
    return not _OPENING.isdisjoint(statement.words) or statement.text[-1] in "?:"


_OPENING = frozenset(
    "you your amazon notice notification mail message email e-mail letter decision dear subject re plan answer write "
    "writing sorry apologise apologize regret thank rate odr".split()
)
