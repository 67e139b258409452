"""ST08: a blank that was never filled in."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

# Each form is looked for only where one of its signs stands, so that a clean letter costs nothing.
_FORMS = (
    (
        "[",
        (
            r"\[(?!\d{1,3}\]|sic\]|x\]| \]|[\"'“„‘])(?![^\[\]\n]{0,100}\.[a-z]{3,4}\b)"
            r"(?![^\[\]\n]{0,12}(?i:exhibit|annex|enclosure))[^\[\]\n]{1,120}\](?!\()"
        ),
    ),
    ("<", r"<(?!/|https?:|mailto:)[A-Za-z][^<>@\n]{1,50}>"),
    ("{", r"\{\{?[A-Za-z_][^{}\n]{0,50}\}\}?"),
    ("xx", r"(?<![A-Za-z0-9])(?:(?:[A-Z]{0,3}\d{0,4}[#-]?)X{3,}[\dX]*|x{3,})(?![A-Za-z])"),
    ("xx ", r"(?<![\w-])XX(?= [a-z])"),
    ("xx", r"(?<![A-Za-z0-9])[Xx]{2}[./-][Xx]{2}(?:[./-](?:[Xx]{2,4}|\d{2,4}))?"),
    ("***", r"(?<![*\w])(?:B0)?\*{3,}(?![\w*])(?! ?\d{2,4}\b)"),
    ("__", r"(?<!\w)_{3,}(?!\w)"),
    ("__", r"(?<!\w)_{2,}(?:[./-](?:_{2,}|\d{2,4})){1,2}(?!\w)"),
    ("...", r"(?<!\.)\.{5,}"),
    ("(insert |(enter |(fill in |(add ", r"(?i:\((?:insert|enter|fill in|add) [^()\n]{2,40}\))"),
    (
        "name)|date)|amount)|number)|asin)|supplier)|brand)|id)|s)",
        r"(?i:\((?:your |the )?(?:name|date|amount|number|asin|supplier|brand|order id)s?\))",
    ),
    (
        "name of|date of|number of|title of|amount of",
        r"(?<!\w)(?:NAME|DATE|NUMBER|TITLE|AMOUNT) OF (?:THE )?[A-Z]{3,}(?: [A-Z]{3,}){0,2}(?= [a-z])",
    ),
    (
        "dd|yy|mm/|mm.|mm-|tt.mm",
        (
            r"(?<![A-Za-z])(?i:(?:DD|TT|MM|YYYY|JJJJ|AAAA)(?:[./ -](?:DD|MM|YYYY|YY|JJJJ|AAAA|20\d\d|\d\d)){1,2})"
            r"(?![A-Za-z])"
        ),
    ),
    ("dd month|dd monat", r"(?<![A-Za-z])(?i:dd (?:month|monat)(?: (?:yyyy|\d{4}))?)"),
    ("tb", r"(?<![\w.-])(?:TB[ADC]|tb[adc])(?!\w)"),
    (
        "to be ",
        (
            r"(?i:(?<!\w)to be (?:confirmed|inserted|filled in|added|advised|determined|defined|announced|supplied later)"
            r"(?!\w))(?= *[).\]\n]|$)"
        ),
    ),
    ("todo|fixme|to do:", r"(?<!\w)(?:TODO|FIXME|TO DO:|To do:)"),
    ("???", r"\?{3,}"),
    ("?? ", r"(?<=[ \d])\?{2}(?= \d| [a-z])"),
    ("__", r"(?<!\w)_{2,}(?=[,.;: ])"),
    (
        "xx ",
        r"(?<![\w-])(?:XX|xx)(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    ),
    ("n/n|x/x", r"(?<![\w/])(?:n/n|x/x|N/N|X/X)(?![\w/])"),
    (
        "please complete|please fill|please insert|please add",
        r"(?i:please (?:complete|fill in|insert|add)(?= *[.,;)\n]|$))",
    ),
    ("0000", r"(?<![\d.,-])0{3,}[.,]0{2}(?!\d)"),
    ("xx ", r"(?<![\w-])(?:XX|xx)(?= [a-z]{3,})"),
    ("since|on|by", r"(?<=[ \n])(?:NAME|DATE|OWNER|AMOUNT|NUMBER|SUPPLIER|BRAND|EMPLOYEE|PERSON)(?= (?:\(|[a-z]))"),
    ("..", r"(?<=[ \n])\.{2}(?= [A-Za-z])"),
    ("%", r"%[A-Z][A-Z_ ]{1,30}%"),
    ("##", r"#(?<![\w#\n]#)#+(?:[.,]#{1,3})?(?=[ ,.;)])(?!#* [A-Z])"),
    ("${", r"\$\{[A-Za-z_. ]{1,40}\}"),
    ("$|€|£", r"[$€£] ?(?:X{1,4}|x{2,4}|_{2,})(?:[.,](?:XX|xx|__))?(?!\w)"),
    (
        "@domain|@email|@company|@your",
        r"(?i:\b[\w.]{1,30}@(?:domain|email|company|yourcompany|yourdomain|yourstore)(?:\.\w{2,8})?\b)",
    ),
    (" ...| …", r"(?<=[a-z,]) (?:\.{3}|…)(?= [a-z\d])"),
    ("(…)|(...)", r"\((?:…|\.{3,})\)"),
    ("<<", r"<<[^<>\n]{1,60}>>"),
    (
        "(owner)|(name)|(person)|(responsible|(role)|(employee)|(manager)|(date)|(title)",
        (
            r"(?:(?<=\n)|(?<=\. )|(?<=[-*•:] ))\((?i:owner|name|person|responsible(?: person)?|role|date|employee|manager|"
            r"title)\)"
        ),
    ),
    (
        "(here |(insert |(fill |(describe|(explain |(mention |(specify |(name |(state |(list |(put |(give ",
        (
            r"\((?i:here|insert|fill in|describe|explain|mention|put|state|list|name|specify|give) "
            r"(?i:here|in|your|the|a|short|brief|our|how|why|what|which|all|who|when) [^()\n]{3,100}\)"
        ),
    ),
    (
        "fill |delete |replace this|choose one",
        (
            r"(?i:(?<!\w)(?:fill (?:in )?the (?:gap|blank)s?|fill (?:in|out) here|"
            r"delete (?:as|if|where) (?:appropriate|applicable)|replace this|choose one)(?!\w))"
        ),
    ),
    (
        " doe|muster|abc |xyz|acme",
        (
            r"(?<!\w)(?:John Doe|Jane Doe|Max Mustermann|Musterfirma|Mustermann|ACME|"
            r"ABC (?:Company|Ltd|LLC|Inc|Trading|Store)|XYZ(?: (?:Company|Ltd|LLC|Inc|Brand|Store))?)(?!\w)"
        ),
    ),
    ("(company |supplier x|brand x|supplier abc|company abc", r"(?<!\w)(?:Company|Supplier|Brand) (?:ABC|X)(?!\w)"),
    ("b0", r"B0(?<!\w..)C?(?:\.{3,}|…|_{2,}|-{3,}|\?{2,})"),
    ("1234567", r"(?<!\d)(?:123-1234567-1234567|123-4567890-1234567|1234567890)(?!\d)"),
    ("ipsum", r"(?i:lorem ipsum)"),
    ("insert ", r"(?i:(?<!\w)insert (?:your |the )?[a-z ]{2,30} here)"),
    ("(your ", r"(?i:\(your [a-z' ]{3,30}\))"),
    (
        "your |name of",
        (
            r"(?<!\w)(?:Your (?:Name|Company|Store|Business|Title|Signature)|(?:Store|Company|Seller|Supplier) Name"
            r"|Name of (?:the )?(?:Store|Company|Seller|Supplier|Employee|Owner))(?=\W*(?:\n|$|[\"”,]))"
        ),
    ),
    (
        "(check |(verify |(confirm |(ask ",
        r"\((?i:check|verify|confirm|ask) (?:[a-z]+ ){0,4}[a-z]+ ?[!?]+\)",
    ),
    (" NAME", r"(?<!\w)(?:ACCOUNT|STORE|COMPANY|SELLER|YOUR|SUPPLIER|BRAND|CUSTOMER) NAME(?!\w)"),
)

# The signs by their rarest character, each with the number of its form: a letter is looked through only for the signs
# whose rarest character it has. What is not in this row of characters is rarer still.
_COMMON = " etaoinsrhldcumfpgwybvkxjqz0123456789().,/"
_SIGNS: dict[str, list[tuple[str, int]]] = {}
for _at, (_signs, _) in enumerate(_FORMS):
    for _sign in _signs.split("|"):
        _rarest = max(_sign, key=lambda c: (c not in _COMMON, _COMMON.find(c)))
        _SIGNS.setdefault(_rarest, []).append((_sign, _at))

# What a page said is quoted: a bullet point may well have said "insert batteries here".
_QUOTED = re.compile(r"[\"“](?![\[<{])[^\"“”\n\[<{]{3,200}[\"”]")


@rule(
    "ST08",
    "placeholder",
    level="error",
    source="Guide: copied templates are rejected; blanks such as [date], XXXX and B0XXXXXX show one",
    bad=(
        "On [date] we removed ASIN B0XXXXXX.",
        "The supplier <name> delivered PO #XXXX on XX/XX/2026.",
        "ASIN ****** was reported.",
        "We trained 6 packers on DD.MM.2026 and paid EUR ##.## to each.",
    ),
    good=(
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
    for place in _blanks(draft):
        if any(block.start <= place.start < block.end for block in (*draft.foreign, *draft.gaps)):
            continue
        if any(start <= place.start and place.end <= end for start, end in quoted):
            continue
        yield Hit(
            place,
            f"“{short(place.quote, 40)}” was never filled in. Put in what belongs there, or take the sentence out.",
        )


def _blanks(draft: Draft) -> Iterator[Span]:
    end = 0
    low, text = draft.low, draft.text
    there = [mark for mark in _SIGNS if mark in low or mark in text]
    forms = {form for mark in there for sign, form in _SIGNS[mark] if sign in (text if sign.isupper() else low)}
    found = [
        Span(match.start(), match.end(), match.group())
        for form in sorted(forms)
        for match in re.finditer(_FORMS[form][1], draft.text)
    ]
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= end:
            end = place.end
            yield place
