"""Where a statement lays the cause on somebody else: who is spoken of, what is said of them, and whether the seller's
own gap is named beside it.

What a third party did is a fact of the story. It becomes blame when the sentence says something bad of them, or makes
them answer for it, and names nothing of the seller's own. Worded in a thousand ways, it is read from three things:
the party, the words around it, and the subjects of the other clauses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from amends.review import parts
from amends.review.own_gap import names_own_gap
from amends.review.parties import Party, parties
from amends.review.verbs import is_past
from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

_BAD_STEMS = (
    "abus", "bad", "badly", "blam", "bother", "brok", "burn", "careless", "cheat", "clums", "contradict", "corrupt",
    "counterfeit", "damag", "deceiv", "deceit", "defect", "delay", "destroy", "dishonest", "disregard", "dishonor",
    "drunk", "fabricat", "fail", "fake", "false", "fault", "flood", "forg", "fraud", "hijack", "idle", "ignor", "refurbish", "stuff", "nonsens", "chaos", "wrongful", "unauthor", "bungl", "botch", "blunder", "exaggerat",
    "incompeten", "incorrect", "inferior", "infring", "innocen", "irresponsib", "jealous", "lagg", "late", "laz",
    "lied", "lies", "lost", "lying", "malicious", "mess", "misdirect", "mishandl", "mislabel", "mislaid", "mislead",
    "misled", "misplac", "misread", "misrout", "miss", "mistak", "misus", "mix", "neglect", "negligen", "overlook",
    "overwhelm", "overwrit", "overwrot", "poor", "punish", "refus", "ridicul", "rogue", "rude", "sabotag", "scam",
    "sloppy", "slow", "smash", "soak", "spoil", "steal", "stol", "strike", "stupid", "swap", "swindl", "tamper",
    "thiev", "threw", "thrown", "torn", "trick", "unable", "unclear", "unfair", "unhelp", "unjust", "unprofession",
    "unreasonab", "unreliab", "untrain", "vanish", "victim", "violat", "worse", "wrong",
)  # fmt: skip
_BAD = frozenset(
    "down kept keeps garbage rubbish junk trash chaos mess crooked faked greve grève streik dropped left sat stuck nothing without anymore plainly unable "
    "impatient lame useless shortcuts guilty culprit".split()
)
_BAD_OF_BUYERS = (
    "abus", "bad", "blam", "careless", "cheat", "confus", "insist", "refus", "exagger", "impuls", "regrett", "forg", "lost", "broke", "deceiv", "dishonest", "extort", "fabricat",
    "fake", "false", "forg", "fraud", "greed", "ignor", "impatien", "jealous", "laz", "lied", "lies", "lying",
    "malicious", "misread", "mistak", "misunderst", "misus", "neglig", "over-react", "picky", "ridicul", "sabotag",
    "scam", "simply", "steal", "stol", "stupid", "swap", "threaten", "trick", "unfair", "unjust", "unreasonab",
    "unrealis", "unrealiz", "wrong", "wore", "wear", "worn",
)  # fmt: skip
_NEUTRAL = frozenset(
    "delivered delivers deliver sent sends send shipped ships ship issued issues invoiced invoices confirmed confirms "
    "answered answers replied replies named names listed lists showed shows show stated states wrote writes written "
    "supplied supplies sold sells charged charges arrived arrives collected collects collect returned returns ordered "
    "orders received receives complained complains reported reports asked asks is are was were has have had will can "
    "signed signs checked checks informed told tells works worked started began joined left opened opens trained "
    "bought buys paid pays requested requests wanted wants removed suspended deactivated closed notified warned "
    "changed agreed agrees accepts accepted offers offered gives gave uses made makes does did do may need needs holds "
    "held keeps kept stays stayed said says found entered enters packed packs put puts printed prints took takes "
    "uploaded uploads listed posted counted counts scanned scans labelled labeled handed hands "
    "produced produces based registered located owns owned".split()
)
_NEGATIONS = frozenset("not never no nor neither refuses refused refuse unable failed nothing hardly".split())
_PREPOSITIONS = frozenset("to for with against about over under into onto than".split())
_AGENT = frozenset("by of at from in inside".split())
_RESPONSIBLE = Lexicon(
    "responsible|liable|accountable|answerable|culpable|culprit|guilty",
    "to blame",
    "blame|fault|guilt|responsibility .. lies|lie|rests|rest|is|falls|goes|belongs|stays|with|on|at|to|of",
    "blame for|the|on|should|goes|lies|must",
    "answer|answers|pay for",
    "bears|bear|carries|carry the|sole|full? responsibility|blame",
    "fault|mistake|error|failure|doing|negligence|deed of|was|is|lies|by",
    "his|her|their own? fault|mistake|error|doing|negligence",
    "at fault",
    "mistake|error|fault|blame|responsibility|guilt rests|rest|sits|sit|belongs|lies|lie with|on|at|to",
    "is|was|are|were the|a one|ones|person|people|man|woman who|that|behind",
    "it is|was him|her|them|he|she|they you|who|that",
    "direct|address|send|put|raise|ask .. question|questions|complaint|complaints|matter .. to|with",
    "down to|solely",
    "doing of",
    "all|entirely|solely|purely .. doing|work|fault|making",
    "who did it|this|that|so",
    "can only|solely? be? explained|blamed|attributed by|on|to",
    "brought|brings this|it|that on|upon|about",
    "looked|sought|found for? inside|with|at",
    "must|should|can not be? charged to|against",
    "should|must|ought have? been? asking|asked|ask",
)
_NOT_US = Lexicon(
    "not us|ours",
    "not our|my|of|on|in|by|ourselves our|my? own? fault|mistake|making|doing|side|responsibility|error|failure|hands",
    "not to|be? blame|charged|attributed|blamed",
    "nothing to do with us|me|our",
    "out|outside|beyond of? our|my control|hands|power|influence|reach|scope",
    "without our|my knowledge|consent|permission|approval|asking|telling|informing",
    "without one|a|any word|asking|telling|informing|notice",
    "left|leaves our|my hands|warehouse|control",
    "we|i merely|only|just pass*|passed|forward*|resell|resold|sell|sold",
    "not be? held|hold|be|made|can|could liable|responsible|blamed|accountable|answerable",
    "no fault|part|hand|say|influence|control|blame of|in|over|on",
    "innocent|victim|victims|scapegoat|scapegoats",
    "we|i never|not told|asked|allowed|authorised|authorized|instructed|wanted|ordered|agreed",
    "pay|paying|paid|suffer|punished|bear|answer for the? mistakes|sins|errors|failures|failings|chaos of|others|others'",
    "everything|all right|correct|correctly|properly|by_the_book on|at|from|by our|my",
    "we|i did everything|all|our",
    "on our side",
    "set up to fail",
    "on his|its|their own accord|initiative",
    "acting|acted without authority|authorization|authorisation|permission",
    "by itself",
)
_WOULD = frozenset("would could might".split())
_CAUSAL = Lexicon(
    "hence|therefore|thus|consequently|thereby|whereby",
    "that|this|which is why",
    "that's why",
    "so our|the|we|my|buyers|customers|parcels|orders|it",
    "this|that is the? reason",
    "and so",
    "as a? result|consequence",
    "for that|this reason",
    "then|now we|it",
)
_JUDGED = (parts.CAUSE, parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE)
_REACH = 14
_ARTICLES = frozenset("the a an our my your this that these those one some such same certain any each every".split())
# What is said of a person's or firm's character, not of what happened.
_SCORN = (
    "sloppi", "sloppy", "careless", "laz", "dishonest", "incompeten", "useless", "unreliab", "irresponsib", "stupid",
    "crook", "swindl", "cheat", "liar", "lied", "lying", "scam", "thiev", "betray", "untrustworth", "unprofession",
    "negligen", "greed", "malicious", "rogue", "jealous", "clums", "idiot", "clueless", "hopeless", "ridicul",
    "shameless", "fraudster", "saboteur", "notorious", "amateur", "scoundrel", "villain",
)  # fmt: skip
_BECAUSE = frozenset("because since as".split())
_SHORT = frozenset("he she they him them his her their".split())
_TOLD = frozenset(
    "got get gets received receive receives found finds saw sees said says wrote writes reported reports complained "
    "complains returned asked asks noticed measured showed noted contacted informed ordered mentioned".split()
)
_DECEIT = ("lied", "lying", "false", "fake", "malic", "cheat", "dishonest", "fabricat", "baseless", "unfair", "ridicul")
_DEEDS = (
    "forg", "lied", "lying", "cheat", "ignor", "neglect", "miss", "mess", "mistak", "wrong", "fail", "overlook", "steal", "stol",
    "damag", "destroy", "mix", "swap", "refus", "mislabel", "refurbish", "fake", "fals", "counterfeit", "broke", "lost", "careless",
    "misus", "blam", "dropp", "threw", "spoil", "delay", "deceiv", "mislead", "misled", "betray", "late", "negligen", "laz", "bad",
)  # fmt: skip
_SCORNED = Lexicon(
    "without one|a|any? single? word to|from",
    "without asking|telling|informing|notifying|consulting|warning us|me",
    "behind our|my back",
    "not|never be? relied|trusted|trust|rely upon|on|with|them|him|her|to",
    "not|never to be? trusted|relied",
    "tends|tend|likes|like|loves|love|seems|seem to forget|lose|ignore|break|throw|delay|do_nothing|leave|lie|sleep",
    "landed|dropped|put|got|left|brought|dragged us|me in|into|with this|a|the mess|trouble|situation|lurch|problem|position",
    "at fault",
    "should have known|looked|checked|read|told|asked|seen|been",
    "usual|typical|as_usual|as_always|once_again|yet_again|for_a_change of|for|sloppiness|chaos|mess|manner|slowness",
    "claim|claims|claimed|say|says .. never|for_everything|everything|all_the_time|anything",
    "no|any business|manners|decency being|to|of|in",
    "with every|each|all|other seller|sellers|shop",
    "decent|normal|honest|sensible|reasonable person|people|buyer|customer|human|company|courier|supplier would|should|could",
    "could not be? bothered|care|less",
    "has|have no idea|clue|morals|shame|conscience|respect",
    "took|takes|take the? lazy|easy|short way|route|cut",
    "whenever|as|when it|he|she|they feels|felt|pleases|pleased|likes|liked|wants|wanted",
)
_PERSONAL = Lexicon(
    "person|somebody|someone|people|man|woman|guy|else|source|elsewhere|one who|at|of|on",
    "not us|ours|our|me|my|mine",
    "lies|lay|rests|rested|belongs|is|was elsewhere|upstream|outside|abroad|there",
)


def blamed(draft: Draft, statement: Statement) -> dict[str, tuple[int, int]]:
    """Whom a statement blames, each with the words that do it."""
    if "blame" not in draft.memo:
        found: dict[int, dict[str, tuple[int, int]]] = {}
        last = ""
        for each in draft.statements:
            named = parties(each, last)
            last = named[-1].kind if named else last
            found[each.start] = _blamed(each, named, strict=draft.has_parts and each.part not in _JUDGED)
        draft.memo["blame"] = found
    return cast("dict[int, dict[str, tuple[int, int]]]", draft.memo["blame"]).get(statement.start, {})


def _blamed(statement: Statement, named: list[Party], *, strict: bool) -> dict[str, tuple[int, int]]:
    words = statement.words
    answers = [(first, last) for first, last, _ in _RESPONSIBLE.matches(words)]
    if not named:
        if answers and not strict and not _ours(words, answers) and _PERSONAL.found(words):
            return {"staff": answers[0]}
        return {}
    found: dict[str, tuple[int, int]] = {}
    gap = names_own_gap(statement)
    shifted = _NOT_US.found(words)
    causal = _CAUSAL.found(words)
    for party in named:
        if party.kind in found:
            continue
        if _scorned(words, party) or (not strict and _blames(words, party, gap, shifted, causal, answers)):
            found[party.kind] = (party.first, min(len(words), max(party.last + 4, party.first + 6)))
    return found


def _scorned(words: tuple[str, ...], party: Party) -> bool:
    """Whether the character of a party is spoken ill of; this is blame wherever it stands."""
    around = words[max(0, party.first - 6) : party.last + 13]
    if any(word.startswith(_SCORN) for word in around):
        return True
    return any(start - 6 <= party.first <= end + 6 for start, end, _ in _SCORNED.matches(words))


def _blames(
    words: tuple[str, ...], party: Party, gap: bool, shifted: bool, causal: bool, answers: list[tuple[int, int]]
) -> bool:
    before = _bared(words[max(0, party.first - 6) : party.first])
    zone = _zone(words, party.last)
    last = before[-1] if before else ""
    if any(start - 8 <= party.first <= end + 10 for start, end in answers) and not _ours(words, answers):
        return True
    if shifted and not gap and not party.vague:
        return True
    if _WOULD.intersection(words) and (
        {"if", "had", "unless", "without", "rather"}.intersection(before[-2:])
        or (not gap and {"if", "had", "without", "unless", "rather"}.intersection(zone))
    ):
        return True
    if gap and not (
        before[-1:] and before[-1] in _BECAUSE and not _we_did_not(words) and _NEGATIONS.intersection(zone[:4])
    ):
        return False
    if {"should", "could", "ought"}.intersection(zone[:5]) and "have" in zone[1:9] and words[party.first] not in _SHORT:
        return True
    if zone[:1] == ("own",) and not any(_is_bad(word, _BAD_STEMS) for word in zone):
        return False
    if zone[:2] and {"will", "shall"}.intersection(zone[:2]):
        return False
    if party.kind == "buyers" and _TOLD.intersection(zone[:7]):
        return any(word.startswith(_DECEIT) for word in zone)
    if party.vague and party.kind in ("staff", "supplier"):
        return any(word.startswith(_DEEDS) for word in zone[:9])
    bad = _BAD_OF_BUYERS if party.kind == "buyers" else _BAD_STEMS
    agent = last in _AGENT or (len(before) > 1 and before[-2] in _AGENT)
    if agent and any(_is_bad(word, bad) for word in before[:-1]):
        return True
    if last in _PREPOSITIONS or {"we", "i"}.intersection(before[-3:]):
        return False
    if any(_is_bad(word, bad) for word in zone) or (
        party.kind != "buyers" and any(_is_bad(word, bad) for word in before[-2:])
    ):
        return True
    if party.vague:
        return False
    if _NEGATIONS.intersection(zone[:6]):
        return True
    if party.kind in ("buyers", "staff"):
        return False
    return (causal and not agent) or (not agent and _acts(zone))


def _we_did_not(words: tuple[str, ...]) -> bool:
    """Whether the seller says of themselves what they did not do."""
    return any(word in ("we", "i") and _NEGATIONS.intersection(words[at + 1 : at + 4]) for at, word in enumerate(words))


def _bared(before: tuple[str, ...]) -> tuple[str, ...]:
    """The words before a party without the article, owner and adjective that belong to it."""
    end = len(before)
    if (
        end > 1
        and before[end - 2] in _ARTICLES
        and before[end - 1] not in _ARTICLES
        and not _is_bad(before[end - 1], _BAD_STEMS)
    ):
        end -= 1
    while end and before[end - 1] in _ARTICLES:
        end -= 1
    return before[:end]


def _acts(zone: tuple[str, ...]) -> bool:
    """Whether the party does something out of the ordinary course of trade."""
    verb = next((word for word in zone[:5] if word in _NEUTRAL or is_past(word)), "")
    return bool(verb) and verb not in _NEUTRAL


def _zone(words: tuple[str, ...], start: int) -> tuple[str, ...]:
    """The words behind a party up to where the seller becomes the subject."""
    end = min(len(words), start + _REACH)
    for at in range(start, end):
        if words[at] in ("we", "i") and words[at + 1 : at + 2] not in (
            ("feel",),
            ("think",),
            ("suppose",),
            ("believe",),
        ):
            return words[start:at]
    return words[start:end]


def _is_bad(word: str, stems: tuple[str, ...]) -> bool:
    return word in _BAD or word.startswith(stems)


def _ours(words: tuple[str, ...], answers: list[tuple[int, int]]) -> bool:
    """Whether the words of responsibility speak of the seller: "the error was ours", "we are responsible"."""
    return any({"ours", "we", "i", "mine", "us"}.intersection(words[max(0, s - 3) : e + 3]) for s, e in answers) and (
        not {"not", "never", "neither", "nor"}.intersection(words)
    )
