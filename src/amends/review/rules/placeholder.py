"""ST08: a blank that was never filled in."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.rule import Hit, rule, short

# Each form is looked for only where one of its signs stands, so that a clean letter costs nothing; signs in small
# letters may stand there in any case, signs in capitals only so.
_FORMS = (
    ("[", r"\[(?!\d{1,3}\]|sic\]|x\]| \])[^\[\]\n]{1,80}\](?!\()"),
    ("<", r"<(?!/|https?:|mailto:)[A-Za-z][^<>@\n]{1,50}>"),
    ("{", r"\{\{?[A-Za-z_][^{}\n]{0,50}\}\}?"),
    ("xx", r"(?<![A-Za-z0-9])(?:(?:[A-Z]{0,3}\d{0,4}[#-]?)X{3,}[\dX]*|x{3,})(?![A-Za-z])"),
    ("xx ", r"(?<![\w-])XX(?= [a-z])"),
    ("xx", r"(?<![A-Za-z0-9])[Xx]{2}[./-][Xx]{2}(?:[./-](?:[Xx]{2,4}|\d{2,4}))?"),
    ("***", r"(?<![*\w])(?:B0)?\*{3,}(?![\w*])"),
    ("__", r"(?<!\w)_{3,}(?!\w)"),
    ("__", r"(?<!\w)_{2,}(?:[./-](?:_{2,}|\d{2,4})){1,2}(?!\w)"),
    ("...", r"(?<!\.)\.{5,}"),
    ("(insert |(enter |(fill in |(add ", r"(?i:\((?:insert|enter|fill in|add) [^()\n]{2,40}\))"),
    (
        "name)|date)|amount)|number)|asin)|supplier)|brand)|id)|s)",
        r"(?i:\((?:your |the )?(?:name|date|amount|number|asin|supplier|brand|order id)s?\))",
    ),
    (
        "NAME OF|DATE OF|NUMBER OF|TITLE OF|AMOUNT OF",
        r"(?<!\w)(?:NAME|DATE|NUMBER|TITLE|AMOUNT) OF (?:THE )?[A-Z]{3,}(?: [A-Z]{3,}){0,2}(?= [a-z])",
    ),
    ("yyyy", r"(?<![A-Za-z])(?:DD|MM|YYYY)(?:[./ -](?:DD|MM|YYYY|YY)){1,2}(?![A-Za-z])"),
    ("TBD|TBC", r"(?<!\w)TB[DC](?!\w)"),
    ("TODO", r"(?<!\w)TODO(?!\w)"),
    ("ipsum", r"(?i:lorem ipsum)"),
    ("insert ", r"(?i:(?<!\w)insert (?:your |the )?[a-z ]{2,30} here)"),
    ("(your ", r"(?i:\(your [a-z' ]{3,30}\))"),
    (" NAME", r"(?<!\w)(?:ACCOUNT|STORE|COMPANY|SELLER|YOUR|SUPPLIER|BRAND|CUSTOMER) NAME(?!\w)"),
)


@rule(
    "ST08",
    "placeholder",
    level="error",
    source="Guide: copied templates are rejected; blanks such as [date], XXXX and B0XXXXXX show one",
    bad=(
        "On [date] we removed ASIN B0XXXXXX.",
        "The supplier <name> delivered PO #XXXX on XX/XX/2026.",
        "ASIN ****** was reported.",
    ),
    good=("On 3 May 2026 we removed ASIN B0C1234567 in size XXL (see [1]).", "**Root cause**\n\n* We sold 3 units."),
)
def placeholder(draft: Draft) -> Iterator[Hit]:
    """A blank that was not filled in.

    A blank shows a template, and the sentence around it states nothing. Put in the date, number or name, or take
    the sentence out.
    """
    for place in _blanks(draft):
        if any(block.start <= place.start < block.end for block in (*draft.foreign, *draft.gaps)):
            continue
        yield Hit(
            place,
            f"“{short(place.quote, 40)}” was never filled in. Put in what belongs there, or take the sentence out.",
        )


def _blanks(draft: Draft) -> Iterator[Span]:
    end = 0
    found = [
        Span(match.start(), match.end(), match.group())
        for signs, form in _FORMS
        if any(sign in (draft.text if sign.isupper() else draft.low) for sign in signs.split("|"))
        for match in re.finditer(form, draft.text)
    ]
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= end:
            end = place.end
            yield place
