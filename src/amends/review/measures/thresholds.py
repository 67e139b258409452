"""At which value or finding somebody acts: what makes a check more than a look.

A limit is a number, or a finding of which one can say yes or no: a name on the list, a missing receipt, any difference.
"If there are many", "serious ones", "where she sees fit" leave it to whoever looks, and are none.
"""

from __future__ import annotations

from amends.review.language.words import MASKED, Lexicon, Words
from amends.review.measures.segments import pieces
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Item, Statement

_TRIGGER = Lexicon(
    "if|unless|exceed*|threshold|otherwise|triggers|trigger",
    "when|whenever|once",
    "only if|when|after|with",
    "over|above|below|under|beyond|past|passes|pass|passed|reaches|reach|reached|falls|fall # %?",
    "over|above|below|under|more_than|less_than|fewer_than a|an|one|half|our|this|that|its",
    "more|less|fewer than",
    "# or more|fewer|less|later|earlier|above|below|over|under|higher|lower",
    "differ|differs|differing|mismatch|missing|stays|deviation|deviates|discrepanc*",
    ("no|not|without|none|any|a|an|one|# .. no|not|means|stops|leads|leaves|goes|is_closed|is_returned|gets|waits"),
    "no .. no",
    "without .. no|not|is|are|means|closes|stops|nothing",
    "passes|pass|falls|fall|reaches|reach #|the|this|that|our",
    (
        "expired|damaged|doubtful|late|wrong|faulty|suspect|unclear|unmatched|failed|open|overdue .. is|are|"
        "go|goes|gets|get"
    ),
    "nothing|never|nobody .. without|until|unless|before",
)
# What is done then. It says at what only where a finding stands beside it: "a mismatch blocks the offer".
_ACTS = Lexicon(
    "stop|stops|stopped|pause|pauses|paused|block|blocks|blocked|reject*|fail|fails|refuse|refuses|refused|closes|"
    "quarantine*|scrapped|pulls|pulled|deletes|cancels|returned_to|goes_back|sent_back|taken_down|takes_down|"
    "removes|withdraws|escalates|locks|locked|halts|suspends|disables",
)
_SOME_FINDING = frozenset("a an any anything one another each every whatever that which whose lots".split())
_STOPS = (
    "closes|stops|pauses|blocks|refuses|rejects|removes|halts|pulls|locks|close|stop|pause|block|refuse|remove|halt"
)
# Numbers that limit, and findings of which there need be only one.
_LIMIT = Lexicon(
    "over|above|below|under|beyond|past|exceeds|exceed|reaches|reach|than # %?",
    "gap|gaps|difference|differences|deviation|deviations|drop|rise|score|rate|share|count|loss|excess|spread|result|"
    "value|price|weight|age of|is|at #",
    "# or more|fewer|less|later|earlier|above|below|over|under|higher|lower|off",
    "any|each|every new complaint|request|notice|message|notification|report|claim|warning",
    f"two|three|four|five|six|# .. and|then he|she|i|we|they|it|the|that .. {_STOPS}",
    f"one|two|three|four|five|six .. means|{_STOPS}",
    f"from|at # .. {_STOPS}",
    "cannot|can_not|not be|go|get|leave|close|print|publish .. until|before|without",
    "need|needs|require|requires|takes two persons|people|signatures|users|pairs",
    "one|two|three|# .. bad|broken|wrong|missing|damaged|faulty|false|differing|open|opened|late",
    "# days|hours|units|pieces|orders|claims|points or less|more|fewer|later|under|over",
    "fewer|more|less .. than",
    "no .. no",
    "without .. no|not",
    "nobody|nothing claims|fits|matches",
    "# %|percent|per_cent|degrees",
    "first|second|third|fourth|fifth|single|one|any|another claim|complaint|return|hit|coupon|link|case|"
    "mention|failure|difference|mismatch|gap|deviation|error|strike|miss|name|word|match|finding|report|defect|"
    "missing|wrong|unknown|broken|open|opened|bad|failed",
    "a|one|any|single|no|without|missing differing|missing|wrong|unknown|mismatch|hit|match|receipt|invoice|letter|"
    "certificate|answer|yes|signature|difference|other",
    "not on|in|equal|identical|signed|valid|listed|ours|there|found|readable|legible|match|agree",
    "do|does not match|agree|fit|correspond|show|carry|bear|have",
    "is|are|stays|remains missing|empty|blank|broken|expired|unsigned|unknown|open",
)
# What somebody must judge: how much is much, what is serious, whether it is needed.
_JUDGED = Lexicon(
    "in case|cases of|where .. need|doubt|necessity|problems|trouble|issues|deviation|deviations|emergency",
    "sees|see|thinks|finds|deems fit|it|necessary|proper",
    "as|if|where|when|whenever|wherever|should|unless .. fit|required|necessary|needed|appropriate|useful|possible|"
    "advisable|applicable|desirable|warranted|justified|sensible|relevant|suitable|worthwhile|expedient|called_for",
    "to the extent",
    "needs|need be|action|attention|correction|arises|changing|doing|it",
    "feel|feels|think|thinks|believe|believes|considers|deems|judges|suspects|senses|fancies|likes|decides|wishes|"
    "worries|doubts|finds_it|in_doubt|has_doubts|at_her_discretion|at_his_discretion|discretion|judgement|judgment|gut|"
    "common_sense|experience|instinct|eye|opinion",
    "many|few|much|little|often|frequent|frequently|too|quite|rather|very|more_and_more|several|some|multiple|various|"
    "numerous|lots|plenty",
    "odd|bad|serious|strange|suspicious|doubtful|unusual|abnormal|striking|extreme|major|critical|significant|"
    "substantial|noticeable|considerable|severe|grave|big|large|larger|great|obvious|gross|heavy|worrying|alarming|"
    "concerning|dubious|questionable|weird|poor|weak|unsatisfactory|inadequate|insufficient|excessive|unreasonable|"
    "irregular|atypical|exceptional|high|low|higher|lower|old|slow|long|tight|thin|short|scarce|off|awry|amiss|funny|"
    "important|relevant|risky|dangerous|critically|noticeably|significantly|substantially|considerably|markedly|"
    "sharply|strongly|clearly|badly|seriously|visibly|unusually|abnormally|well",
    "problem|problems|issue|issues|trouble|anomaly|anomalies|irregularity|irregularities|deviation|deviations|"
    "inconsistency|inconsistencies|abnormality|abnormalities|concern|concerns|doubt|doubts|something|anything|"
    "deterioration|trend|trends|tendency|pattern|spike|spikes|warning_signs|red_flags|red_flag|discrepancies|"
    "variations|outliers|outlier|risk|risks",
    "get|gets|getting|become|becomes|grow|grows|turn|turns|seem|seems|look|looks|appear|appears|rise|rises|climb|"
    "climbs|drop|drops|fall|falls|worsen|worsens|increase|increases|decrease|decreases|slip|slips|sink|sinks|"
    "pile|piles",
)


def triggered(item: Item) -> bool:
    """Whether a measure says at which finding somebody acts, and the finding can be told from none."""
    return any(_finds(statement) for statement in item.statements)


def _finds(statement: Statement) -> bool:
    """Whether a statement limits by a number, or names a finding that nobody has to judge; what follows from one that
    somebody has to ("if it gets tight, she stops the offer") is none.
    """
    # What is not said with the days is not said without them.
    limits = _LIMIT.found(statement.words)
    if not (limits or _TRIGGER.found(statement.words) or _ACTS.found(statement.words)):
        return False
    words = _undated(statement.words)
    if limits and _LIMIT.found(words):
        return True
    cut = pieces(statement)
    doubtful = _JUDGED.found(statement.words)
    told = [Words(words[first:last]) for first, last in cut]
    judged = [doubtful and _JUDGED.found(piece) for piece in told]
    for number, (piece, (first, _)) in enumerate(zip(told, cut, strict=True)):
        if judged[number]:
            continue
        if any(not _is_event(words, first + at) for at, _, _ in _TRIGGER.matches(piece)):
            return True
        alone = not any(judged[max(0, number - 1) : number + 2])
        if alone and _ACTS.found(piece) and not _SOME_FINDING.isdisjoint(piece):
            return True
    return False


_EVENT = frozenset(
    "arrives arrive arrived comes come came delivered received listed new created uploaded leaves leave due published "
    "starts start hired ordered opens ends week month day year quarter shift booked goes needed".split()
)


def _is_event(words: tuple[str, ...], at: int) -> bool:
    """Whether "when" or "once" gives the rhythm: "when a parcel comes back", "once a week"."""
    return words[at] in ("when", "whenever", "once") and not _EVENT.isdisjoint(words[at : at + 6])


_MONTHS = frozenset("january february march april may june july august september october november december".split())
_YEAR = 4


def _undated(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with the numbers of days, years and hours blotted out: they limit nothing."""
    kept = list(words)
    for at, word in enumerate(words):
        if not word[0].isdigit():
            continue
        beside = words[max(0, at - 1) : at] + words[at + 1 : at + 2]
        year = len(word) == _YEAR and word[:2] == "20"
        if year or word[-1].isalpha() or not _MONTHS.isdisjoint(beside):
            kept[at] = MASKED
        elif at + 1 < len(words) and len(words[at + 1]) == 2 and words[at + 1].isdigit() and len(word) <= 2:
            # "At 07:00" is an hour.
            kept[at] = kept[at + 1] = MASKED
    return tuple(kept)
