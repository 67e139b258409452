"""EV10: evidence behind a link."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.rule import Hit, rule, short

_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://|www\.)[^\s<>()\"]{4,200}"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}/[^\s<>()\"]{1,200}",
    re.I,
)
_AMAZONS = re.compile(r"(?:https?://)?(?:[a-z-]+\.)*amazon(?:\.[a-z]{2,3}){1,2}(?:/|$)", re.I)
_SHARED = Lexicon(
    "google drive|docs|photos|sheets",
    "dropbox|wetransfer|onedrive|icloud|imgur|sharepoint|mega_nz|1drv|notion_so|airtable|box_com|pan_baidu|we_transfer",
    "see|click|follow|open|under|at|via|behind|through|use|visit the|this|our|following|below? link|links|url|website|webpage",
    "link|links|url is|are? below|above|here|attached|for",
    "link|links|url to? download|folder|file|files|invoice|invoices|documents|video|proof|listing|drive|cloud|photos|this|that",
    "link|links of .. file|files|folder|document|documents|invoice|invoices|photo|photos|video|proof|evidence",
    "qr code|codes leads|links|below|here|shows|opens|with|to",
    "scan this|the|our qr|code",
    "click here|below|on",
    "download|downloaded|downloadable|viewed|seen|watched|found from|on|at|via|under our|the|my? site|website|page|drive|cloud|channel",
    "youtube|vimeo|tiktok",
    "on|at|in our|my|the? instagram|facebook|pinterest|flickr|telegram|linkedin|vk|blog|homepage|fanpage",
    "on|to|from a|our|the|my server|ftp|cloud|webspace|homepage|nas",
    "password|pass|code|login .. link|drive|folder|cloud|download|dropbox",
    "link|drive|folder|cloud|download|dropbox .. password|pass|code|login",
    "cloud|online|shared folder|storage|drive|album|space|link|disk",
    "youtube|vimeo|tiktok|instagram|facebook video|channel|page|clip|account",
)
# "The whole story: kowalshop.pl".
_SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,3}(?:com|net|org|info|shop|store|online|blog|eu|de|fr|es|it|pl|nl|uk|us|ca|cn|tr|in)"
    r"(?!\.?[\w@/-])",
    re.I,
)
_LEADS = Lexicon(
    "story|pictures|photos|video|videos|more|details|everything|whole|proof|proofs|evidence|see|visit|read|watch|look|"
    "everyone|everybody|page|site|website|blog"
)
_KEPT = Lexicon(
    "internal|internally|shared_with_our|our_team|kept|stored|archived|our_own|store|saved|save|saves|archive|keeps|"
    "took|removed|deleted|copied|closed|off|found_on|copied_from"
)


@rule(
    "EV10",
    "external-link",
    level="warning",
    source="Amazon IP notices: external links are not opened; attach the files",
    bad=(
        "Invoices: https://drive.google.com/file/abc",
        "Please see the link below for the invoices.",
        "More photos are on fb.com/ostseeglas",
    ),
    good=(
        "The invoices are attached as hl-2231.pdf and hl-2240.pdf.",
        "Our account on amazon.co.uk was closed on 3 May 2026 and/or 4 May 2026, see notice.pdf.",
    ),
)
def external_link(draft: Draft) -> Iterator[Hit]:
    """Evidence behind a link.

    Amazon's readers do not open links to file shares and web pages. What is behind one was not submitted. Attach the
    file and name it where it supports a sentence.
    """
    found: set[int] = set()
    if "/" in draft.text or "www." in draft.low:
        for match in _ADDRESS.finditer(draft.text):
            statement = draft.statement_at(match.start())
            if statement is None or _AMAZONS.match(match.group()):
                continue
            found.add(statement.start)
            yield _hit(Span(match.start(), match.end(), match.group()))
    for match in _SITE.finditer(draft.text):
        statement = draft.statement_at(match.start())
        if statement is None or statement.start in found or _AMAZONS.match(match.group() + "/"):
            continue
        if _LEADS.found(statement.words) and not _KEPT.found(statement.words):
            found.add(statement.start)
            yield _hit(Span(match.start(), match.end(), match.group()))
    for statement in draft.statements:
        if statement.start in found or _KEPT.found(statement.words):
            continue
        hit = next(_SHARED.matches(statement.words), None)
        if hit is not None:
            start, end = statement.between(hit[0], hit[1])
            yield _hit(Span(start, end, draft.text[start:end]))


def _hit(place: Span) -> Hit:
    return Hit(
        place, f"“{short(place.quote, 48)}”: readers at Amazon do not open links. Attach the file and name it here."
    )
