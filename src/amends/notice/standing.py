"""Where things stand by the notice's own words: status, level, and what kind of message it is.

Words that are easy to misread: "your listings have been removed" also stands
in account-level notices, so the account wins over listings; a listing that was "edited" or "corrected" is a warning,
not a removal; "remains deactivated" is the refusal of an appeal; a threat ("may be deactivated") is no deactivation.
"""

from __future__ import annotations

from amends.model import Kind, Level, Status
from amends.notice import wording as words
from amends.notice.parts import Place
from amends.notice.passage import Hit, Passage
from amends.notice.signals import Signal, found, near
from amends.typed import NamedTuple


class Standing(NamedTuple):
    """Status, level and what the message shows signs of.

    `trade`: it speaks of selling on Amazon; `foreign`: another company speaks, or the seller to Amazon.
    """

    status: Status | None
    level: Level | None
    reply: bool
    warns: bool
    trade: bool
    foreign: bool = False


def standing(passage: Passage, places: tuple[Place, ...], implied: str) -> Standing:
    """Where things stand. `implied` is the level that the enforcement itself implies, for want of words."""
    conditional = _conditional(passage, places)
    final = any(_hits(passage, words.FINAL, "if | without | unless | until | once | or after"))
    back = any(
        True
        for hit in found(near(words.BACK, words.NOT_YET), passage)
        if places[hit.sentence].part not in ("error", "consequence")
    )
    stopped = [hit for hit in _stopped(passage) if hit.sentence not in conditional]
    pronoun = [hit for hit in found(near(words.IT, words.ASKING), passage) if hit.sentence not in conditional]
    removed = [
        hit
        for groups in ((words.LISTING, words.REMOVED), words.TAKEN_DOWN)
        for hit in found(near(groups, words.ASKING), passage)
    ]
    removed = [
        hit for hit in removed if hit.sentence not in conditional and hit.end - hit.start < 140 and _ours(passage, hit)
    ]
    removed = [
        hit
        for hit in removed
        if not (places[hit.sentence].asks and (places[hit.sentence].listed or passage.has(words.CONFIRM, hit.sentence)))
    ]
    edited = any(_hits(passage, words.EDITED, ""))
    risk = any(_hits(passage, words.RISK, "how do i"))
    funds = any(True for _ in found(near(words.FUNDS), passage))
    level: Level | None = None
    status: Status | None = None
    if stopped or (removed and implied == "account" and not any(_single(passage, hit) for hit in removed)):
        level, status = "account", "deactivated"
    elif removed:
        level, status = "listing", "removed"
    elif pronoun:
        level, status = ("account", "deactivated") if implied == "account" else ("listing", "removed")
    elif edited:
        level, status = "listing", "at-risk" if risk else "active"
    if risk and status is None:
        level, status = ("account", "at-risk")
    if level is None and implied in ("account", "listing", "funds"):
        level = "account" if implied == "account" else "listing" if implied == "listing" else "funds"
    if level is None and funds:
        level, status = "funds", "active"
    if final:
        status = "final"
    elif back and not any(passage.has("remains | stays | still", hit.sentence) for hit in stopped):
        status = "reinstated"
        level = level if level and level != "funds" else ("account" if passage.hits(words.ACCOUNT) else "listing")
    if final and level is None:
        level = "account" if passage.hits("privileges | account") else None
    if implied == "funds" and status != "reinstated":
        level, status = "funds", status or "active"
    reply = any(
        places[hit.sentence].part not in ("consequence", "error", "help")
        for hit in _hits(passage, words.REPLY, words.NOT_A_REPLY) + _hits(passage, words.NO_PROOF, "")
    )
    if level is None:
        level = _hinted(passage)
        if status is None and reply and level is not None and passage.hits(words.COMES_BACK):
            status = "deactivated" if level == "account" else "removed"
    threat = status is None and not passage.hits(words.COMES_BACK) and any(_hits(passage, words.THREATENED, ""))
    warns = any(_hits(passage, words.WARNING, "")) or risk or edited or threat
    if _foreign(passage):
        return Standing(None, None, False, False, False, True)
    return Standing(
        status, level, reply, warns, bool(passage.hits(words.TRADE)) or bool(list(found(near(words.APPEALS), passage)))
    )


def kind(standing: Standing, fraud: bool, known: bool, asked: bool, informs: bool) -> Kind:
    """What kind of message it is.

    `known`: an enforcement was told by its signals; `asked`: something is requested; `informs`: all that was told is of
    a kind that Amazon only informs about.
    """
    if fraud:
        return "not-amazon"
    if standing.foreign or (not standing.trade and not known and not (standing.reply and asked)):
        return "unknown"
    if standing.reply or standing.status in ("final", "reinstated"):
        return "reply"
    if standing.status in ("deactivated", "removed") and standing.level != "funds":
        return "enforcement"
    if standing.level == "funds":
        return "enforcement" if asked else "information"
    if known and informs and not asked and standing.status != "at-risk":
        return "information"
    if standing.warns:
        return "warning"
    if known:
        return "enforcement"
    return "information" if standing.trade else "unknown"


def _hits(passage: Passage, rules: tuple[tuple[str, ...], ...], unless: str) -> list[Hit]:
    return [hit for groups in rules for hit in found(near(groups, unless), passage)]


def _conditional(passage: Passage, places: tuple[Place, ...]) -> set[int]:
    """Sentences that say what may happen, what to do, or ask a question: no statement of what was done."""
    threats = {hit.sentence for hit in passage.hits(words.THREAT)} | {
        hit.sentence for hit in passage.hits(words.ASKING)
    }
    threats.update(hit.sentence for hit in _hits(passage, words.THREATENED, ""))
    for at, place in enumerate(places):
        if (
            place.part in ("consequence", "error", "help", "own")
            or passage.sentences[at].quote.endswith(("?", "？"))
            or (place.heading and not passage.has("deactivated | removed | suspended | inactive", at))
        ):
            threats.add(at)
    return threats


def _stopped(passage: Passage) -> list[Hit]:
    hits = [hit for hit in found(near((words.MAY_NOT_SELL,), words.ASKING), passage) if not _of_a_product(passage, hit)]
    hits.extend(found(near(words.AUTHORITY, words.ASKING), passage))
    signal = Signal(
        groups=(words.ACCOUNT, words.STOPPED), unless=f"{words.ASKING} | bank account | credit card", within=110
    )
    return hits + [hit for hit in found(signal, passage) if _of_account(passage, hit)]


def _of_a_product(passage: Passage, hit: Hit) -> bool:
    """Whether "you may not sell" goes on with a product, as in "you may not sell this item again"."""
    following = passage.word_range(hit.end, hit.end + 20)
    word = passage.words[following.start] if following else ""
    return word in ("this", "these", "it", "them", "those", "that", "the") or word.startswith("b0")


def _of_account(passage: Passage, hit: Hit) -> bool:
    """Not "we removed listings from your account": there the listings are what was stopped."""
    if not passage.has("remov* | delet* | restrict* | inactive | closed | lost | cancel*", hit.sentence):
        return True
    return passage.has(
        "privileges | deactivat* | suspend* | disabl* | terminat* | blocked", hit.sentence
    ) or not passage.has(words.LISTING, hit.sentence)


def _foreign(passage: Passage) -> bool:
    """Whether another company writes, or the seller writes to Amazon."""
    return to_amazon(passage) or (bool(passage.hits(words.OTHER_SHOPS)) and not passage.hits(words.OURS))


def to_amazon(passage: Passage) -> bool:
    """Whether the text is a letter to Amazon, for instance a plan given in place of the notice."""
    return any(hit.start < 200 for hit in passage.hits(words.TO_AMAZON))


def _ours(passage: Passage, hit: Hit) -> bool:
    """Not what the seller is told to remove."""
    return not passage.has(
        "please remove | you must remove | remove any | remove all | you should remove | you can remove | to remove",
        hit.sentence,
    )


def _single(passage: Passage, hit: Hit) -> bool:
    """Whether certain listings are meant and not, by the way, all of a closed account."""
    singles = passage.hits(
        "b0* | some | one | below | listed | following | this asin | this listing | this item | this offer | "
        "this product | this page | this detail | this image | these | image* | it | asin* | the listing | the offer"
    )
    return any(word.sentence == hit.sentence and hit.start - 25 < word.start < hit.end + 15 for word in singles)


def _hinted(passage: Passage) -> Level | None:
    """The level by what the notice offers to bring back, when it does not say what was taken."""
    for level, groups in words.WANTED_BACK:
        if any(True for _ in found(near(groups, "bank account"), passage)):
            return "account" if level == "account" else "listing"
    account, listing = passage.hits(words.WHOLE_ACCOUNT), passage.hits(words.ONE_LISTING)
    if bool(account) == bool(listing):
        return None
    return "account" if account else "listing"
