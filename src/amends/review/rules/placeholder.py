"""ST08: a blank that was never filled in."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.letter import parts
from amends.review.letter.blanks import blanks
from amends.review.letter.pieces import Statement
from amends.review.rule import Hit, rule, short

# What a page said is quoted: a bullet point may well have said "insert batteries here".
_QUOTED = re.compile(r"[\"“](?![\[<{])[^\"“”\n\[<{]{3,200}[\"”]")


@rule(
    "ST08",
    "placeholder",
    level="error",
    source="Guide: copied templates are rejected; blanks such as [date], XXXX and B0XXXXXX show one",
    bad=(
        "xx/11/2026: 30 labels replaced, SUPPLIER_NAME informed (label.jpg).",
        "On [date] we removed ASIN B0XXXXXX.",
        "The supplier <name> delivered PO #XXXX on XX/XX/2026.",
        "ASIN ****** was reported.",
        "Le JJ/MM/2026 our accountant repaid four clients (remb.pdf).",
        "(name of employee) scans each return from 16 November 2026; above Y percent the offer is paused.",
        "We trained 6 packers on DD.MM.2026 and paid EUR ##.## to each.",
    ),
    good=(
        "The date format on the page was changed from MM/DD/YYYY on 3 May 2026; the sheet asks for [date] on each line.",
        "The account on the statement is XXXX XXXX XXXX 4471.",
        'The card ending **** 4471 paid for 60 units [Exhibit A: invoice.pdf] of ["Norlund"].',
        "On 3 May 2026 we removed ASIN B0C1234567 in size XXL (see [1]).",
        "**Root cause**\n\n* We sold 3 units.",
    ),
)
def placeholder(draft: Draft) -> Iterator[Hit]:
    """A blank that was not filled in.

    A blank shows a template, and the sentence around it states nothing. Put in the date, number or name, or take
    the sentence out.
    """
    quoted = [match.span() for match in _QUOTED.finditer(draft.text)] if '"' in draft.text or "“" in draft.text else []
    for place in blanks(draft.text, draft.low):
        if any(block.start <= place.start < block.end for block in (*draft.foreign, *draft.gaps)):
            continue
        if any(start <= place.start and place.end <= end for start, end in quoted):
            continue
        if _told(draft, place) or _labels(draft, place):
            continue
        yield Hit(
            place,
            level=None if _sure(place.quote) else "warning",
            message=f"“{short(place.quote, 40)}” was never filled in. Put in what belongs there, or take the sentence out.",
        )


def _labels(draft: Draft, place: Span) -> bool:
    """Whether brackets at the head of a line name the part that stands behind or below them: "[Reason]"."""
    text = draft.text
    if text[place.start] not in "[(" or text[text.rfind("\n", 0, place.start) + 1 : place.start].strip():
        return False
    words = tuple(re.findall(r"[a-z'’]+", place.quote.lower()))
    if not words or not _TO_WRITER.isdisjoint(words) or parts.part_of(words) is None:
        return False
    below = text[place.end : place.end + _BELOW].lstrip(" :\n")
    return len(below.split("\n", 1)[0]) >= _SENTENCE and below[:1] not in "[("


_BELOW, _SENTENCE = 200, 40
_TO_WRITER = frozenset(
    "describe insert explain your here add enter state name list provide write fill put give specify x xx".split()
)


def _sure(quote: str) -> bool:
    """Whether nothing but a blank looks so: brackets hold the name of a thing or a word to the writer."""
    if quote[:1] in "[<{(" and quote[:2] not in ("{{", "<<"):
        return _NAMES_THING.search(quote) is not None and _SOFT.match(quote) is None
    return _SOFT.match(quote) is None


_NAMES_THING = re.compile(
    r"(?i)\b(?:names?|dates?|days?|month|year|amount|number|no\.|figure|quantity|qty|title|role|position|person|employee"
    r"|asins?|order|order id|tracking|supplier|brand|company|address|city|reason|percentage|file|exhibit|link|product"
    r"|department|invoice|lot|time|place|responsible|staff|frequency|interval|threshold|period|weekday|url|price|sum"
    r"|currency|country|reference|contact|details|text|screenshot|document|insert|enter|add|fill|your|here|describe"
    r"|explain|state|list|mention|specify|choose|select|delete|who|what|when|how|tb[acd]|x+|n|placeholder"
    r"|fecha|nombre|cantidad|importe|proveedor|marca|datum|anzahl|betrag|lieferant|nom|montant|fournisseur|tarih|isim"
    r"|adet|tên|ngày|số|nome|data|quantità|importo|imię|ilość|kwota)\b|[?#_…]|\.\.|^\W*$"
)
# What may be a question or a slip of the pen rather than a blank: "(which?)", "()", "I/we", "date to follow", "…".
_SOFT = re.compile(
    r"\((?![#N?]\))[^()]*\?[^()]*\)|\( *,? *\)|\"\" ?|“ ?”|\"? *\"?$|\w+\.?/\w+\.?$|[—–]{2,}|(?:\.\.\.?|…)$| +,?$|\d?\?\d?$"
    r"|.*\b(?:to follow|follows|will follow|later|look(?:ed)? (?:it )?up|not yet known|still missing|missing|still open"
    r"|will be added|to add|(?:comes?|goes?|belongs?) here|before (?:sending|submi\w+|you send|we send|uploading))\)?$"
    r"|\((?:ask|check|verify|confirm)\b|note to\b|[xX]-?[xX]?$|[A-Z] ?$|#|=|(?:null|nan|undefined)$|[○●×△□■▢◯]+$"
    r"|(?:po|invoice|order|no\.?|number|lot|id|contract) ?[:#]? ?\d+$|(?:sample|example|demo|test|template|dummy) \w+$"
    r"|\.+$|(?:eur|usd|gbp|[$€£]) ?-|[A-Z]+ OF (?:THE )?[A-Z ]+$|insert .* here$|(?:hh|xx):|[a-z]+_[a-z]+$|[xn] of [ynm]$"
    r"|(?:date|day|month|amount|name|number|person) [A-Z]$",
    re.I | re.S,
)

# "'[insert benefit]' in the fifth bullet was replaced": the blank is what the sentence tells of.
_TELLS = frozenset(
    "placeholder placeholders template templates specimen specimens sample samples field fields held text texts replaced "
    "contained contains read reads removed deleted showed shows left dummy default word words bullet bullets personalised "
    "personalized entry entries value values printed notice quote quoted".split()
)
_TEMPLATE = frozenset("placeholder placeholders template templates merge".split())
_SAID = frozenset("said read held contained showed still carried printed replaced".split())
_MARKS = "'\"‘’“”„«»"
_NEAR = 40
# What was left out of a quotation.
_OMITTED = ("[...]", "[…]", "[..]", "(...)", "(…)")


# "The date format DD/MM/YYYY", "the sheet asks for [date]", "column D reads =SUM(B2:B40)".
_FORMED = frozenset(
    "format formats field fields form column columns variable variables cell cells stamp stamps boxes checklist mark "
    "formula asks pattern syntax".split()
)
_DRAWN = re.compile(r"[\W_xX\d]+$")
_FORMED_WITHIN = 9


def _formed(statement: Statement, place: Span) -> bool:
    """Whether a blank is how a form or a page writes something: a word for that stands before it."""
    before = [word for word, (start, _) in zip(statement.words, statement.at, strict=True) if start < place.start]
    return not _FORMED.isdisjoint(before[-_FORMED_WITHIN:]) and not _DRAWN.match(place.quote)


def _told(draft: Draft, place: Span) -> bool:
    """Whether a sentence tells of a blank: of a form that has it, or in quotation marks of a text that had it."""
    statement = draft.statement_at(place.start)
    if statement is not None and _TEMPLATE.intersection(statement.words) and _SAID.intersection(statement.words):
        return True
    if statement is not None and _formed(statement, place):
        return True
    omitted = place.quote in _OMITTED
    if statement is None or not (omitted or _TELLS.intersection(statement.words)):
        return False
    before = draft.text[max(0, place.start - _NEAR) : place.start].rpartition("\n")[2]
    behind = draft.text[place.end : place.end + _NEAR].partition("\n")[0]
    return any(mark in behind for mark in _MARKS if mark) and any(mark in before for mark in _MARKS)
