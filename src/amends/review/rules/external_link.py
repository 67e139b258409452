"""EV10: evidence behind a link."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.letter import parts
from amends.review.letter.pieces import Statement
from amends.review.letter.proofs import names_proof
from amends.review.meaning.senses import Spot, senses
from amends.review.rule import Hit, rule, short

_ADDRESS = re.compile(
    r"(?<![\w@.-])(?:https?://|www\.)[^\s<>()\"]{4,200}"
    r"|(?<![\w@./-])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,8}/[^\s<>()\"]{1,200}",
    re.I,
)
_BARE = re.compile(r"(?:https?://)?(?:www\.)?[\w.-]+/?[.,;]?", re.I)
_AMAZONS = re.compile(r"(?:https?://)?(?:[a-z-]+\.)*amazon(?:\.[a-z]{2,3}){1,2}(?:/|$)", re.I)
# "The whole story: kowalshop.pl".
_SITE = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]{2,40}\.){1,3}(?:com|net|org|info|shop|store|online|blog|eu|de|fr|es|it|pl|nl|uk|us|ca|cn|tr|in|example|io|co|me)"
    r"(?!\.?[\w@/-])",
    re.I,
)
_LEADS = Lexicon(
    "story|pictures|photos|video|videos|more|details|everything|whole|proof|proofs|evidence|see|visit|read|watch|look|"
    "everyone|everybody|page|site|website|blog"
)
# "vimeo dot com slash 5529"
_SPELLED = re.compile(
    r"\b[\w-]{2,30} ?(?:\(dot\)|dot|\[dot\]) ?(?:com|net|org|de|fr|es|it|io|co|me|tv|ly|eu|cn)\b|\b\w+ slash \w+", re.I
)
_KEPT = Lexicon(
    "internal|internally|shared_with_our|our_team|keep|kept|stored|archived|our_own|store|saved|save|saves|archive|keeps|"
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
        "Corrective actions: the training of 4 May 2026 may be viewed on our YouTube channel.",
    ),
    good=(
        "We have one more place of sale, our own website torviklamps.example.com. It ships from the same shelf.",
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
            if statement is None or _AMAZONS.match(match.group()) or _only_told(draft, statement):
                continue
            if (
                _BARE.fullmatch(match.group())
                and not _LEADS.found(statement.words)
                and not senses(statement).has("visiting")
            ):
                # "Halden Trade SL, www.halden.example" below a signature.
                continue
            found.add(statement.start)
            yield _hit(Span(match.start(), match.end(), match.group()))
    for match in _SITE.finditer(draft.text):
        statement = draft.statement_at(match.start())
        if statement is None or statement.start in found or _AMAZONS.match(match.group() + "/"):
            continue
        if _only_told(draft, statement) or _own_shop(draft.low, statement, match.start()):
            continue
        if _LEADS.found(statement.words) and not _KEPT.found(statement.words):
            found.add(statement.start)
            yield _hit(Span(match.start(), match.end(), match.group()))
    if any(sign in draft.low for sign in (" dot ", "(dot)", " slash ")):
        for match in _SPELLED.finditer(draft.text):
            statement = draft.statement_at(match.start())
            if statement is not None and statement.start not in found:
                found.add(statement.start)
                yield _hit(Span(match.start(), match.end(), match.group()))
    for statement in draft.statements:
        spot = None if statement.start in found else _elsewhere(draft, statement)
        if spot is not None:
            start, end = statement.between(spot.first, spot.last)
            yield _hit(Span(start, end, draft.text[start:end]))


_PROOF_PARTS = (parts.DOCUMENTS, parts.CONCLUSION, parts.SIGNATURE, parts.OTHER, parts.OPENING)
_PROOFS = frozenset(
    "invoice invoices document documents file files photo photos picture pictures video videos film films report reports "
    "letter certificate certificates contract proof proofs evidence screenshot screenshots exhibit exhibits training sop "
    "procedure log statement record records export count test loa authorisation authorization folder copy scan slides".split()
)
_YOU = frozenset("you your yours amazon investigator reader readers".split())
_MAY = frozenset("may can could might".split())
_ENDED = frozenset(
    "ended removed deleted closed blocked cancelled revoked withdrawn unlinked taken disabled deactivated stripped "
    "named bore carried printed led copied changed reset locked".split()
)


def _only_told(draft: Draft, statement: Statement) -> bool:
    """Whether a web address is what a cause or a deed is about: the insert that bore it, the page that was closed."""
    words = frozenset(statement.words)
    if not _YOU.isdisjoint(words) or statement.words[0] in _BID:
        return False
    told = not _ENDED.isdisjoint(words)
    return told and (statement.part == parts.CAUSE or bool(draft.files_in(statement)))


def _own_shop(low: str, statement: Statement, at: int) -> bool:
    """Whether an address only names another shop of the seller's: "we also sell on our own website torvik.example"."""
    before = low[statement.start : at].split()
    names = before[-1:] != [] and before[-1] in _SHOPS and before[-2:-1] == ["own"]
    words = frozenset(statement.words)
    return names and _PROOFS.isdisjoint(words) and _YOU.isdisjoint(words) and _BID.isdisjoint(words)


_SHOPS = frozenset("website site shop webshop store page".split())


def _elsewhere(draft: Draft, statement: Statement) -> Spot | None:
    """The words for a place on the internet to which a statement sends its reader, or None.

    Among the evidence and at the end, to name such a place and no file is enough; where actions and measures are told
    the reader must be asked there. A cause tells what a link did.
    """
    sense = senses(statement)
    sure = sense.first("online")
    spot = sure or sense.first("online-perhaps")
    words = frozenset(statement.words)
    if spot is None or (_KEPT.found(statement.words) and _YOU.isdisjoint(words)):
        return None
    said = " ".join(statement.words[spot.first : spot.last])
    if said in ("link", "links") and not _ACCOUNTS.isdisjoint(words):
        return None
    asked = sense.has("visiting")
    reader = not _YOU.isdisjoint(words) or bool(words & _MAY and asked)
    bidden = statement.words[0] in _BID or bool(_BID_BEHIND.search(statement.text))
    if (names_proof(draft, statement) or draft.files_in(statement.item or statement)) and not (
        bidden or (sure and asked and reader)
    ):
        return None
    if bidden and asked and (sure or not _PROOFS.isdisjoint(words)):
        return spot
    if not _ENDED.isdisjoint(words) and not reader:
        return None
    if statement.part in _PROOF_PARTS:
        # A link may be one between accounts, a website a line of an address.
        plain = said in _PLAIN
        sent = asked or not _MORE.isdisjoint(words)
        return spot if (sure and (sent or not plain)) or (asked and not _PROOFS.isdisjoint(words)) else None
    if statement.part == parts.CAUSE:
        return None
    return spot if asked and reader and (sure or not _PROOFS.isdisjoint(words)) else None


_PLAIN = frozenset(
    (
        *"link links website websites homepage webpage server register repository channel blog url urls hyperlink".split(),
        *("web site", "home page", "web shop", "web page"),
    )
)
_ACCOUNTS = frozenset("account accounts address between connection relation connected related hold".split())
_MORE = frozenset("more further details everything all rest".split())
_BID = frozenset("see click visit follow scan watch download open view find please kindly voir siehe ver".split())
_BID_BEHIND = re.compile(
    r"(?:[,;:(] ?|please |kindly |and )(?:see|click|visit|follow|scan|watch|download|open|view|find|consult) "
)


def _hit(place: Span) -> Hit:
    return Hit(
        place, f"“{short(place.quote, 48)}”: readers at Amazon do not open links. Attach the file and name it here."
    )
