"""Which part of a plan a heading opens, however the seller words it.

Sources: Amazon's three questions and its follow-up headings ("greater detail on ..."), Amazon help G200370560; the
headings that sellers and guides use for them.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon, Words

OPENING, CAUSE, DONE, MEASURES = "opening", "root-cause", "corrective-actions", "preventive-measures"
MIXED, CONCLUSION, DOCUMENTS, SIGNATURE, OTHER = "actions", "conclusion", "documentation", "signature", "other"

NAMES = {
    OPENING: "opening",
    CAUSE: "root cause",
    DONE: "corrective actions",
    MEASURES: "preventive measures",
    MIXED: "actions",
    CONCLUSION: "conclusion",
    DOCUMENTS: "documentation",
    SIGNATURE: "signature",
    OTHER: "text",
}

_FIRST = Lexicon(
    tagged=[
        ("root cause*", CAUSE),
        ("why", CAUSE),
        ("done", DONE),
        ("underlying cause*", CAUSE),
        ("ursache*|grundursache*|hauptursache*|causa|causas", CAUSE),
        ("reason* for|of|why", CAUSE),
        ("when", CONCLUSION),
        ("corrective and|& preventive|preventative", MIXED),
        ("actions|steps|measures taken? to? resolve|correct|fix and|& prevent", MIXED),
    ]
)
_HEADING = Lexicon(
    tagged=[
        ("prevent*", MEASURES),
        ("preventative", MEASURES),
        ("long-term", MEASURES),
        ("long term", MEASURES),
        ("future", MEASURES),
        ("going forward", MEASURES),
        ("from here on|onwards?", MEASURES),
        ("from today on|onwards?", MEASURES),
        ("safeguard*", MEASURES),
        ("controls|control|procedure|procedures|process|routine|routines", MEASURES),
        ("new|ongoing|permanent|lasting|regular|standing|daily checks|check|changes|measures|rules|steps", MEASURES),
        ("systemic|structural|permanent|lasting|long-lasting changes|improvements|solution|solutions", MEASURES),
        ("stops|stop|stopping .. repeat|it|this|recurring|happening", MEASURES),
        ("keep|keeps .. so|it|right|fixed|from", MEASURES),
        ("stays|stay|remains fixed|solved|so|right", MEASURES),
        ("what is? different|new", MEASURES),
        ("not|never .. repeat|repeats|repeated|happen|recur|occur|return|come_back", MEASURES),
        ("now in place", MEASURES),
        ("in place since|now|from", MEASURES),
        ("vorbeugung|vorbeugende|präventivmaßnahmen|zukünftige|künftig|prävention", MEASURES),
        ("preventivas|preventivi|prevención|prevenzione|préventives|prévention|zapobieganie|zapobiegawcze", MEASURES),
        ("önleyici|önlemler|preventieve|medidas_preventivas|mesures_préventives|misure_preventive", MEASURES),
        ("from now on", MEASURES),
        ("recurrence", MEASURES),
        ("not come|comes back", MEASURES),
        ("come|comes|coming|returns|returning back|again", MEASURES),
        ("later|afterwards|hereafter|henceforth|thereafter we|i?", MEASURES),
        ("make|makes|making|to_be sure", MEASURES),
        ("in force|use|operation", MEASURES),
        ("recur*", MEASURES),
        ("again", MEASURES),
        ("avoid*", MEASURES),
        ("guard|guards|watch|protection", MEASURES),
        ("what|how|that .. runs|run|works|work now?", MEASURES),
        ("running|runs", MEASURES),
        ("we|i run", MEASURES),
        ("in place", MEASURES),
        ("kept|keeping up|so", MEASURES),
        ("against .. repeat|repeats|repetition|recurrence", MEASURES),
        ("what .. was|were missing|lacking", CAUSE),
        ("what we|i lacked|missed|overlooked", CAUSE),
        ("what let|allowed|enabled|broke|failed", CAUSE),
        ("weak point|spot|link", CAUSE),
        ("hole|flaw|leak", CAUSE),
        ("tidied|cleared|cleaned up", DONE),
        ("corrected|repaired|mended|settled so|already", DONE),
        ("what changes|we_change|will_change", MEASURES),
        ("what changed", MEASURES),
        ("what|how will be|come|follow|happen", MEASURES),
        ("what|how .. now|always|today|henceforth|onward|onwards", MEASURES),
        ("what we|i will|now? do|change differently?", MEASURES),
        ("what we|i have? already? changed", DONE),
        ("corrective", DONE),
        ("short-term", DONE),
        ("short term", DONE),
        ("immediate actions|steps|measures|action", DONE),
        ("action|actions|steps|measures .. taken|implemented|completed|done", DONE),
        ("taken actions|steps|measures", DONE),
        ("what we|i made", DONE),
        ("what did|have you|we do|did|done", DONE),
        ("what we|i do|make now", MEASURES),
        ("not repeat*", MEASURES),
        ("what we|i have? already? did|done", DONE),
        ("what was|is|has|got been? already? done|made|fixed|corrected|repaired|settled", DONE),
        ("remedia*", DONE),
        ("remedy|remedies|repairs|clean-up|cleanup|fixes|sofortmaßnahmen|korrekturmaßnahmen|działania", DONE),
        ("already carried|put|set out|right|in_place", DONE),
        ("carried out", DONE),
        ("put|putting|make|making|made|set|setting it|things|this|matters? right", DONE),
        ("immediate|our|first|prompt response|reaction|reactions", DONE),
        ("what .. has|have|was|is been? already? done", DONE),
        ("done", DONE),
        ("we|i|already do|did|done|made|make|took|take this|these|following|so|as_follows|now|about", DONE),
        ("steps|measures|actions that|which last|lasts|remain|stay|stays|prevent|keep|continue", MEASURES),
        ("what we|i changed at|immediately|straight once|away?", DONE),
        ("correctivas|correttive|correttivi|correctives|naprawcze|düzeltici|corretivas|corrigerende", DONE),
        ("resolv*", DONE),
        ("resolution", DONE),
        ("how we|i have? fixed|corrected|solved", DONE),
        ("fix|repair", DONE),
        ("cause|causes of", CAUSE),
        ("cause|causes", CAUSE),
        ("what .. caused|triggered", CAUSE),
        ("what went|goes wrong", CAUSE),
        ("what happened", CAUSE),
        ("what has|had happened|occurred|gone", CAUSE),
        ("why .. happen|happened|occurred", CAUSE),
        ("how .. happened|occurred|happen", CAUSE),
        ("problem|problems", CAUSE),
        ("issue|issues", CAUSE),
        ("investigation", CAUSE),
        ("explanation", CAUSE),
        ("came about", CAUSE),
        ("background|circumstances", CAUSE),
        ("reason|reasons|factor|factors", CAUSE),
        ("gap|gaps|failure|failures|mistake|shortcoming|shortcomings|diagnosis|finding|findings|origin", CAUSE),
        ("ursache|ursachen|grundursache|causa|causas|cause_racine|przyczyna|przyczyny|neden|kök_neden|oorzaak", CAUSE),
        ("what led to", CAUSE),
        ("where .. slipped|failed|wrong", CAUSE),
        ("where|how .. came|comes|come|crept|got from|about|in", CAUSE),
        ("what stays|remains|lasts|continues|goes_on", MEASURES),
        ("following has|have|was|were .. done|taken|carried", DONE),
        ("vermeidung|vorbeug*|präventi*|préventi*|prévention|prevenzione", MEASURES),
        ("预防措施|防范措施", MEASURES),
        ("correctiv*|correttiv*|correcti*|behebung|abhilfe*|korrektur*|sofortmaßnahmen", DONE),
        ("纠正措施|改正措施|整改措施", DONE),
        ("根本原因|问题原因|原因分析", CAUSE),
        ("conclusion", CONCLUSION),
        ("closing", CONCLUSION),
        ("summary", CONCLUSION),
        ("commitment", CONCLUSION),
        ("timeline|timeframe", CONCLUSION),
        ("time frame", CONCLUSION),
        ("effective", CONCLUSION),
        ("completed|completion date|dates", CONCLUSION),
        ("completion", CONCLUSION),
        ("completed", DONE),
        ("document*", DOCUMENTS),
        ("supporting", DOCUMENTS),
        ("evidence", DOCUMENTS),
        ("attach*", DOCUMENTS),
        ("enclos*", DOCUMENTS),
        ("files|uploads|papers|tabs", DOCUMENTS),
        ("exhibit*", DOCUMENTS),
        ("annex*", DOCUMENTS),
        ("appendi*", DOCUMENTS),
        ("anexo|anexos|adjuntos|anlage|anlagen|allegati|encl|encls|proofs", DOCUMENTS),
        ("introduction", OPENING),
        ("acknowledg*", OPENING),
        ("apology", OPENING),
        ("plan of action", MIXED),
        ("action plan", MIXED),
        ("our|my plan", MIXED),
        ("measures", MIXED),
        ("actions|action", MIXED),
        ("steps", MIXED),
        ("maßnahmen|massnahmen|acciones|medidas|azioni|misure|mesures", MIXED),
    ]
)
_ORDER = (MEASURES, DONE, CONCLUSION, DOCUMENTS, CAUSE, OPENING, MIXED)
_ALLOWED = frozenset(
    "runs run running works guard guards watch protection repair "
    "different differently here onwards force use operation come comes back safeguard safeguards "
    "controls control procedure procedures "
    "process routine routines ongoing permanent "
    "lasting regular standing daily checks check rules systemic structural improvements solution solutions stop stops "
    "stopping repeat keep keeps stays stay remains different vorbeugung "
    "präventivmaßnahmen zukünftige maßnahmen prävention "
    "medidas preventivas misure preventive mesures préventives zapobieganie remedy "
    "remedies repairs clean-up cleanup fixes "
    "sofortmaßnahmen korrekturmaßnahmen działania naprawcze already carried putting make making things right response "
    "acciones correctivas azioni correttive actions correctives came gap gaps failure mistake shortcoming diagnosis "
    "finding findings origin ursache ursachen causa raíz przyczyna oorzaak led where slipped failed far today "
    "a about account actions action acknowledgement acknowledgment again all already amazon an "
    "analysis and apology appendix are as "
    "asin asins at attached attachment attachments avoid background be been being by cause causes "
    "caused change changed changes "
    "closing commitment complaint completed completion conclusion date dates corrective correct could "
    "did do documentation "
    "documents done during effective "
    "enclosed enclosures ensure evidence exhibit exhibits explanation file files fix fixed follow "
    "following for forward frame from "
    "future go goes going happen happened happening have here how i identified immediate immediately "
    "implemented implementation in "
    "introduction investigation is issue issues it its listing long long-term made measure measures "
    "my new not now occur occurred "
    "of on ongoing our out plan policy preventative prevent preventing prevention preventive problem "
    "problems procedures reason "
    "reasons recurrence recurring remedial remediation resolution resolve resolved root s short "
    "short-term so statement step steps "
    "summary supporting suspension system systems taken term that the these this time timeframe "
    "timeline to took undertaken "
    "which were have been has changes do yourself whole valid finished why done "
    "violation violations prevents was we went what why will with wrong deactivation removal product details "
    "detail greater more put place "
    "into again' term' occurring question caused "
    "ursache ursachen grundursache hauptursache maßnahmen massnahmen zur zum der des die und von vermeidung vorbeugung "
    "vorbeugende vorbeugenden präventive präventivmaßnahmen korrekturmaßnahmen korrektur behebung abhilfemaßnahmen "
    "sofortmaßnahmen causa causas raíz raiz principal acciones correctivas medidas preventivas y de la las el los "
    "where error came continues lasts conduct background facts circumstances outlook be happen come "
    "you your greatest main factor factors contributing will when different about it "
    "corrected repaired prevented repetition effect papers tabs always appendices annex annexes annexe annexure "
    "annexures anexo anexos adjuntos anlage anlagen allegati uploads "
    "enclosure encl encls proofs "
    "coming returning sure later afterwards so does back that ever mistake mistakes solve solved stop make "
    "principale racine actions correctives mesures préventives et les radice azioni correttive misure preventive e "
    "根本原因 问题原因 原因分析 纠正措施 改正措施 整改措施 预防措施 防范措施".split()
)


# What a terse writer puts above a list, with a colon: "Did:", "Now:".
_ALONE = {
    "file": DOCUMENTS,
    "corrected": DONE,
    "repaired": DONE,
    "undone": DONE,
    "prevented": MEASURES,
    "kept": MEASURES,
    "holding": MEASURES,
    "did": DONE,
    "now": MEASURES,
    "today": MEASURES,
    "next": MEASURES,
    "since": MEASURES,
    "fixed": DONE,
    "running": MEASURES,
    "runs": MEASURES,
    **dict.fromkeys(
        ("dates", "days", "time", "times", "timing", "schedule", "calendar", "term", "validity"), CONCLUSION
    ),
}


def part_of(words: tuple[str, ...]) -> str | None:
    """The part that a heading with these words opens, or None when it says nothing about parts."""
    words = Words(w for w in words if w not in ("s", "%"))
    while words and (
        words[0] in ("the", "our", "my", "a", "and", "greater", "more", "detail", "details", "on", "about")
        or is_mark(words[0])
    ):
        words = Words(words[1:])
    if len(words) == 1 and words[0] in _ALONE:
        return _ALONE[words[0]]
    if words in _IN_FORCE:
        return CONCLUSION
    first = next(_FIRST.matches(words), None)
    if first and first[0] == 0:
        return first[2]
    tags = _HEADING.tags(words)
    part = next((part for part in _ORDER if part in tags), None)
    # "For reason 1" labels a measure with what it answers; "Where the goods come from" tells of supply.
    supplied = words[:1] == ("where",) and not _GOODS.isdisjoint(words) and "from" in words
    return None if part == CAUSE and (words[0] in _ANSWERS or supplied) else part


_GOODS = frozenset("goods stock product products item items unit units merchandise inventory supply supplies".split())
_ANSWERS = frozenset("for against to answers answering addresses addressing".split())
_IN_FORCE = (
    ("dates",),
    ("timing",),
    ("effect",),
    ("in", "force"),
    ("in", "effect"),
    ("in", "force", "since"),
    ("in", "effect", "since"),
    ("in", "force", "from"),
)


def is_mark(word: str) -> bool:
    """Whether a word only numbers a heading: 1, A, II, Part, Section, Step."""
    return (
        word.isdigit()
        or (len(word) == 1 and word.isalpha() and word not in "ai")
        or word in ("ii", "iii", "iv", "part", "section", "step", "phase", "stage")
    )


def only_heading_words(words: tuple[str, ...]) -> bool:
    """Whether these words could stand in no sentence of substance, only in a heading."""
    return all(word in _ALLOWED or is_mark(word) for word in words)


def mostly_heading(words: tuple[str, ...]) -> bool:
    """Whether these words make a heading that also names the matter ("root cause of the late parcels")."""
    return sum(word in _ALLOWED or is_mark(word) for word in words) * 5 >= len(words) * 3


_LEAD = Lexicon(
    tagged=[
        ("root cause*", CAUSE),
        ("because", CAUSE),
        ("since we|our|the|no|nobody|it|they|this", CAUSE),
        ("happened|occurred|arose because|when", CAUSE),
        ("was|were caused by", CAUSE),
        ("cause|causes|reason|problem was|is|are|were|lies|lay", CAUSE),
        ("reason .. is|was that", CAUSE),
        ("led to", CAUSE),
        ("what went wrong", CAUSE),
        ("we|i failed to", CAUSE),
        ("we|i did not", CAUSE),
        ("due to", CAUSE),
        ("have taken|took .. actions|steps|measures", DONE),
        ("what has|have been done", DONE),
        ("time|days|weeks|months to come", MEASURES),
        ("what we|i have? already? did|done", DONE),
        ("we|i did|took|made|completed .. following", DONE),
        ("following has|have|was|were .. done|taken|carried", DONE),
        ("following .. in_force|in_place|now|applies|apply|runs|run", MEASURES),
        ("immediate actions|steps|measures", DONE),
        ("corrective actions|action|measures", DONE),
        ("prevent|prevents|preventing .. again|recur*|future|happening|this|it|repeat*|such", MEASURES),
        ("to prevent|avoid", MEASURES),
        ("not happen|occur|recur again?", MEASURES),
        ("does|will|would|can not|never .. happen|occur|recur|repeat*", MEASURES),
        ("from now on", MEASURES),
        ("going|moving forward", MEASURES),
        ("in the? future", MEASURES),
        ("every|each day|week|month|quarter|morning|year", MEASURES),
        ("daily|weekly|monthly|quarterly", MEASURES),
        ("we|i will", MEASURES),
        ("we|i now", MEASURES),
        ("now run|runs|work|works|do|done|handled differently?", MEASURES),
        (
            (
                "things|steps|measures|rules|points|controls|changes|habits|checks now|since|run|runs|work|stop|stops|"
                "keep|keeps|make|makes|prevent|different|differently|in_force|in_place|see_to_it"
            ),
            MEASURES,
        ),
        (
            ("nobody|no_one|none checked|compared|looked|saw|noticed|asked|had|was|owned|knew|entered|verified|could"),
            CAUSE,
        ),
        (
            (
                "no|neither|not_a way|means|step|"
                "check|column|field|date|rule|alarm|stop|process|procedure|record|list|control|system|second|approval|access|place|"
                "possibility|line|owner|person|limit|warning"
            ),
            CAUSE,
        ),
        ("that|this is how|why", CAUSE),
        ("before each|any|every|a new?", MEASURES),
        ("dear", OPENING),
        ("thank you", CONCLUSION),
        ("thanks", CONCLUSION),
        ("look* forward", CONCLUSION),
        ("in conclusion", CONCLUSION),
        ("kindly|respectfully request|ask", CONCLUSION),
        ("please reinstate|reconsider|review|restore", CONCLUSION),
        ("would you|amazon please? consider", CONCLUSION),
        ("be reinstated", CONCLUSION),
        ("this|the|our plan .. effect*|complete*|runs|valid|began|since", CONCLUSION),
        ("effective|valid from|since|as|of? # .. complete*", CONCLUSION),
        ("steps|measures|actions|points are|is all? in place|effect|force", CONCLUSION),
        ("in effect|force from|since|as", CONCLUSION),
        ("valid|effective from|since|as", CONCLUSION),
        ("plan runs|is|was in?", CONCLUSION),
        ("plan of action is|takes|was effective|effect", CONCLUSION),
        ("is|are|was|were effective from|since|as", CONCLUSION),
        ("sincerely|regards", SIGNATURE),
        ("yours truly|faithfully|sincerely", SIGNATURE),
        (
            (
                "shipped|paid|issued|emailed|wrote|disabled|ended|blocked|revoked|removed|deleted|"
                "closed|refunded|terminated|quarantined|recalled|disposed|stopped|"
                "suspended|destroyed|withdrew|cancelled|canceled"
            ),
            DONE,
        ),
        (
            (
                "we|i .. contacted|trained|hired|audited|inspected|obtained|requested|reviewed|corrected|"
                "updated|replaced|returned"
            ),
            DONE,
        ),
    ]
)
_CUE_ORDER = (SIGNATURE, CONCLUSION, MEASURES, CAUSE, DONE)


# "Yours sincerely, Dana Ruiz, Owner" closes a letter; "we sincerely apologise for the 16 late orders" does not.
_LONGEST_CLOSING = 8
_SORRY = frozenset(("apologise", "apologize", "regret", "sorry", "we", "hope", "ask"))
_HEAD_LINES = frozenset(("subject", "re", "ref", "betreff"))


def cue_of(words: tuple[str, ...]) -> str | None:
    """The part that a sentence itself points to, for letters without headings."""
    if words[0] in _HEAD_LINES:
        return None
    tags = _LEAD.tags(words)
    if len(words) > _LONGEST_CLOSING or _SORRY.intersection(words):
        tags -= {SIGNATURE}
    if DONE in tags and MEASURES not in tags and _SETS_OUT.found(words):
        tags -= {DONE}
    if CAUSE in tags and _FOR_NOTICE.found(words):
        tags -= {CAUSE}
    return next((part for part in _CUE_ORDER if part in tags), None)


# "We set out why it happened and what has been done" opens a letter.
_SETS_OUT = Lexicon("set|sets out|forth", "explain|explains|describe|describes .. why|what|how", "why .. and what")
# "Because of your mail she informed the laboratory" tells what set off an action.
_FOR_NOTICE = Lexicon(
    "because_of|due_to|based_on|following your|the|this|that mail|email|e-mail|message|notice|letter|warning"
)
_TURN = Lexicon(
    "to prevent|avoid", "from now on", "going|moving forward", "in the future", "so that this|it does|will not"
)


def turns_to_prevention(words: tuple[str, ...]) -> bool:
    """Whether a paragraph begins the preventive measures although no heading says so."""
    return _TURN.found(words[:12])
