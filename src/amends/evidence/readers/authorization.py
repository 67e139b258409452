"""Letters of authorisation: from whom, to whom, for which brand and products, where, until when, signed by whom.

What Amazon looks for in one: `docs/sources.md`, letters of authorization.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from amends.evidence.fields import Read
from amends.evidence.page import Page
from amends.evidence.paper import Paper
from amends.evidence.readers._form import (
    Wanted,
    best,
    company,
    contact,
    fields,
    first_day,
    identifiers,
    letterhead,
    matched,
    paper_of,
)
from amends.model.reading import Field

KINDS = ("letter-of-authorization", "brand-authorization", "image-licence", "rights-owner-letter")

_FORM = {
    "issue_date": Wanted("day", "date | date of issue | issue date | issued on | dated | datum | fecha | data | le"),
    "valid_from": Wanted("day", "valid from | effective date | effective from | start date | gultig ab | gueltig ab"),
    "valid_until": Wanted(
        "day",
        "valid until | valid through | valid to | expiry date | expiration date | expires on | expires | "
        "end date | "
        "gultig bis | gueltig bis | valable jusqu'au | valida hasta | valido hasta | valida fino al",
    ),
    "holder_name": Wanted(
        "name",
        "authorized reseller | authorised reseller | authorized retailer | authorized distributor | "
        "authorized dealer | "
        "authorized company | reseller name | reseller | licensee | authorized party | issued to | granted to | "
        "company name | seller name | amazon seller",
    ),
    "issuer_name": Wanted(
        "name", "brand owner | rights owner | trademark owner | licensor | issued by | authorizing party | manufacturer"
    ),
    "brands": Wanted(
        "text",
        "brand | brands | brand name | brand names | trademark | trademarks | authorized brand | authorized brands",
    ),
    "products": Wanted("text", "product | products | authorized products | product line | product lines | items"),
    "marketplaces": Wanted(
        "text", "marketplace | marketplaces | territory | sales channel | sales channels | platform"
    ),
    "signed_by": Wanted("text", "signed by | signed | name | signature | authorized signature | authorized signatory"),
    "document_number": Wanted(
        "id", "authorization no | authorization number | certificate no | letter no | ref no | reference"
    ),
}
_N = r"(?P<name>[^\s].{1,110}?)"
_GRANT = (
    r"(?:to (?:re)?sell|to distribut\w+|to market|to offer|to list|to import|to purchase|to act|as (?:an?|our|the)\b"
    r"|for the (?:sale|resale)|is (?:an?|our)\b|is hereby|the right)"
)
_ACTIVE = r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\ban )(?<!\bour )"
_HOLDER_SAID = rf"""
\b(?:confirms?|certify|certifies|states?|declares?)\b(?: to you)? that\s+{_N},?\s+(?:is|are|has|have|may)\b
{_ACTIVE}\bauthori[sz](?:es?|ed|ing)\b(?: and \w+)?(?: the \w+)?:?\s+{_N},?\s+{_GRANT}
\bappoints?\b\s+{_N},?\s+{_GRANT}
\bgrants?\b(?: to)?\s+{_N},?\s+(?:the|an?)?\s*(?:non-?exclusive |exclusive |limited )*(?:right|licen[cs]e|permission)
\bpermission (?:is (?:hereby )?granted )?to\s+{_N},?\s+to\b
\bthat\s+(?P<name>[^.]{{2,90}}?),?\s+is\s+(?:hereby |an |our |fully )*authori[sz]ed\b
(?:^|[.!?]\s)(?P<name>[A-Z][^.!?]{{2,80}}?),?\s+is\s+(?:hereby |an |our |fully )*authori[sz]ed\b
\bbestätigen wir,? dass\s+{_N},?\s+(?:berechtigt|autorisiert|ermächtigt|befugt|unsere)\b
\b(?:autorisieren|ermächtigen) wir(?: hiermit)?\s+{_N},?\s+(?:zum|die|unsere|den)\b
\bautoris(?:ons|e)(?: par la présente)?\s+{_N},?\s+à\s+(?:re)?vend
\bautoriza(?:mos)?\s+a\s+{_N},?\s+(?:a|para)\s+(?:re)?vend
\bautorizz(?:iamo|a)\s+{_N},?\s+(?:a|alla)\s+(?:ri)?vend
(?:兹|特此|现)?授权(?!书|期|人)\s*(?P<name>.{{2,60}}?)\s*(?:在|于|为|銷售|销售|经销)
"""
_OPENS = r"(?:^|[.:!?]\s+|\d{4}\s+|(?:concern|madam|sir),?\s+)"
_LEGAL = r"(?:, (?:inc|llc|ltd|gmbh|s\.?a\.?s?|corp|co)\b\.?)?"
_OWNS = r"(?:owner|proprietor|holder|manufacturer|producer)"
_ISSUER_SAID = rf"""
\b(?:we|wir|nous soussignés|nous|nosotros|noi),\s+(?!dass\b|that\b|que\b|the undersigned)(?P<name>[^,]{{2,80}}{_LEGAL})
\bon behalf of\s+(?P<name>[^,.]{{2,80}}?{_LEGAL})(?=[,.]|\s+(?:i|we|hereby)\b)
{_OPENS}(?P<name>[A-Z][\w&.,'’ -]{{1,80}}?)\s+(?-i:hereby|herewith)\s+(?:authori|certif|confirm|grant|appoint)
\bi, [^,]{{2,50}}, (?:the )?[\w ]{{2,40}} (?:of|at|for)\s+(?P<name>[^,.]{{2,80}})
\b(?P<name>[A-Z][\w&.' -]{{2,70}}?),? (?:is )?(?:the )?(?:sole |legal |exclusive )*{_OWNS} (?:and \w+ )?of\b
"""
_MARK = r"[A-Z0-9][\w&®™.'-]{1,30}(?:\s[A-Z][\w&®™.'-]{1,30}){0,3}"
_BRAND_SAID = rf"""
(?i:\b{_OWNS} of the (?:registered )?(?:brands?|trade ?marks?|marks?)\s+)[\"“„'«]?\s?(?P<name>{_MARK})
(?i:\b(?:brands?|trade ?marks?|marke|marque|marca)\s+)[\"“„'«]?\s?(?P<name>{_MARK})
(?i:\bauthori[sz]ed (?:re)?\w+ (?:of|for) )(?P<name>[A-Z][A-Z0-9&-]{{2,30}})\b
(?i:\bthe\s)[\"“]?(?P<name>{_MARK})[\"”]?(?i:\s(?:brand|trademark|trade mark)\b)
(?i:\b(?:our|genuine|original|sell|resell)\s)(?P<name>[A-Z][\w&-]{{1,30}})[®™]
销售\s*(?P<name>[A-Z][\w&-]{{1,30}})\s*品牌
"""


def _compiled(said: str, flags: re.RegexFlag = re.NOFLAG) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(line, flags) for line in said.strip().split("\n"))


_HOLDER, _ISSUER = _compiled(_HOLDER_SAID, re.IGNORECASE), _compiled(_ISSUER_SAID, re.IGNORECASE)
_BRAND = _compiled(_BRAND_SAID)
_AMAZON = re.compile(
    r"\bamazon(?:\.(?:com?|ca|de|fr|it|es|nl|se|pl|in|ae|sa|sg|eg)(?:\.[a-z]{2})?|\s(?:US|UK|EU|DE|FR|IT|ES|CA|JP|MX))\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:from|vom|du|del|dal|effective|desde(?: el)?|(?:valid|validity|period|term|gültig):)\s+"
    r"(?P<from>.{6,24}?)\s*(?:,|and)?\s*"
    r"(?:until|through|till|to|bis|au|al|hasta(?: el)?|and)\s+(?P<until>.{6,24})",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|through|till|expir(?:es|ing|y)(?: date)?(?: is)?(?: on)?|bis(?: zum)?|jusqu['’]?\s?au|hasta(?: el)?"
    r"|fino al)[:,]?\s+(?:the\s)?(?P<until>.{6,24})",
    re.IGNORECASE,
)
_EASTERN = re.compile(r"(?P<from>\d{4}年\d{1,2}月\d{1,2}日)\s*(?:至|到|-|~|—)\s*(?P<until>\d{4}年\d{1,2}月\d{1,2}日)")
_CLOSE = re.compile(
    r"\b(?:sincerely(?: yours)?|(?:kind |best |warm )?regards|yours (?:faithfully|truly|sincerely)|respectfully|"
    r"mit freundlichen grüßen|cordialement|atentamente|cordiali saluti|signature|signed)[,:]?\s+"
    r"(?P<name>(?-i:[A-ZÄÖÜÉ][\w.'’-]+(?:\s[A-ZÄÖÜÉ][\w.'’-]*){1,3}))",
    re.IGNORECASE,
)


def read(pages: Sequence[Page]) -> Read:
    """The fields of a letter of authorisation."""
    paper = paper_of(pages)
    labelled = {field.name: field for field in fields(paper, _FORM)}
    found: list[Field | None] = []
    for name, patterns in (("holder_name", _HOLDER), ("issuer_name", _ISSUER), ("brands", _BRAND)):
        said = matched(paper, name, patterns)
        found.append(said or labelled.pop(name, None))
        labelled.pop(name, None)
    if found[1] is None:
        found[1] = _other(letterhead(paper), found[0]) or _other(
            company(paper, "issuer_name", paper.rows[-6:]), found[0]
        )
    found += _term(paper)
    dated = {field.name for field in found if field is not None}
    found += [field for name, field in labelled.items() if name not in dated and name != "signed_by"]
    if "issue_date" not in labelled:
        found.append(_written(paper, found))
    close = _CLOSE.search(paper.text)
    if close and (piece := paper.piece(close.start("name"), close.end("name"))):
        found.append(paper.field("signed_by", close["name"], piece, 0.75))
    elif "signed_by" in labelled:
        found.append(labelled["signed_by"])
    found += identifiers(paper, "asin", "asins")
    found += _stores(paper) if "marketplaces" not in labelled else []
    found += contact(paper)
    return Read(best(found))


def _term(paper: Paper) -> Iterator[Field]:
    """From when until when it holds, where a sentence says so."""
    for pattern in (_EASTERN, _PERIOD, _UNTIL):
        for match in pattern.finditer(paper.text):
            made = []
            for group, name in (("from", "valid_from"), ("until", "valid_until")):
                if group not in match.groupdict():
                    continue
                start = match.start(group)
                field = paper.day_at(name, start, start + 5)
                made += [field] if field else []
            if made and any(field.name == "valid_until" for field in made):
                yield from made
                return


def _other(field: Field | None, holder: Field | None) -> Field | None:
    """A company, unless it is the one that the letter is for."""
    return None if field is None or (holder is not None and field.value == holder.value) else field


def _written(paper: Paper, others: Sequence[Field | None]) -> Field | None:
    field = first_day(paper)
    taken = {(other.place, other.value) for other in others if other is not None}
    return None if field is None or (field.place, field.value) in taken else field


def _stores(paper: Paper) -> Iterator[Field]:
    seen: set[str] = set()
    for match in _AMAZON.finditer(paper.text):
        value = match.group()
        before = paper.text[match.start() - 1 : match.start()]
        if before != "@" and value.lower() not in seen and (piece := paper.piece(match.start(), match.end())):
            seen.add(value.lower())
            yield paper.field("marketplaces", value, piece)
