"""At which value or finding somebody acts: what makes a check more than a look.

A limit is a number, or a finding of which one can say yes or no: a name on the list, a missing receipt, any difference.
"If there are many", "serious ones", "where she sees fit" leave it to whoever looks, and are none.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon
from amends.review.measures.segments import pieces
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.review.letter.pieces import Item, Statement

_TRIGGER = Lexicon(
    "if|when|whenever|unless|until|once|exceed*|threshold|limit|limits|minimum|maximum|otherwise|only|triggers|trigger",
    "over|above|below|under|beyond|within|past|passes|pass|passed|reaches|reach|reached|falls|fall # %?",
    "over|above|below|under|more_than|less_than|fewer_than a|an|one|half|our|this|that|its",
    "more|less|fewer than",
    "at least|most",
    "# or more|fewer|less|later|earlier|above|below|over|under|higher|lower",
    "stop|stops|stopped|pause|pauses|paused|block|blocks|blocked|reject*|fail|fails|refuse|refuses|refused|closes|"
    "quarantine*|scrapped|pulls|pulled|deletes|cancels|returned_to|goes_back|sent_back|taken_down|takes_down|"
    "removes|withdraws|escalates|locks|locked|halts|suspends|disables",
    "differ|differs|differing|mismatch|missing|stays|deviation|deviates|discrepanc*",
    (
        "no|not|without|none|any|a|an|one|each|every|# .. no|not|means|stops|leads|leaves|goes|is_closed|"
        "is_returned|gets|waits"
    ),
    "no .. no",
    "without .. no|not|is|are|means|closes|stops|nothing",
    "passes|pass|falls|fall|reaches|reach #|the|this|that|our",
    (
        "expired|damaged|doubtful|late|wrong|faulty|suspect|unclear|unmatched|failed|open|overdue .. is|are|"
        "go|goes|gets|get"
    ),
    "nothing|never|nobody .. without|until|unless|before",
)
# Numbers that limit, and findings of which there need be only one.
_LIMIT = Lexicon(
    "over|above|below|under|beyond|past|exceeds|exceed|reaches|reach|within|at_least|at_most|than|to|by|of|is|at # %?",
    "# or more|fewer|less|later|earlier|above|below|over|under|higher|lower|off",
    "# %|percent|per_cent|g|kg|mm|cm|degrees|points|units|pieces|orders|hours|days|claims|complaints",
    "first|second|third|fourth|fifth|single|one|any|each|every|another claim|complaint|return|hit|coupon|link|case|"
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
    "climbs|drop|drops|fall|falls|worsen|worsens|increase|increases|decrease|decreases|slip|slips|sink|sinks|pile|piles",
)


def triggered(item: Item) -> bool:
    """Whether a measure says at which finding somebody acts, and the finding can be told from none."""
    if not _TRIGGER.found(item.words):
        return False
    if not _JUDGED.found(item.words):
        return True
    return any(_limits(statement.words) or _finds(statement) for statement in item.statements)


def _finds(statement: Statement) -> bool:
    """Whether a piece of a statement names a finding that nobody has to judge; what follows from one that somebody has
    to ("if it gets tight, she stops the offer") is none.
    """
    judged = False
    for first, last in pieces(statement):
        words = statement.words[first:last]
        if _JUDGED.found(words) and (_TRIGGER.found(words) or judged):
            judged = True
        elif _TRIGGER.found(words):
            if not judged:
                return True
            judged = False
    return False


def _limits(words: tuple[str, ...]) -> bool:
    return any(not _of_a_date(words, first, last) for first, last, _ in _LIMIT.matches(words))


_MONTHS = frozenset("january february march april may june july august september october november december".split())


def _of_a_date(words: tuple[str, ...], first: int, last: int) -> bool:
    """Whether the number of a limit is that of a day or an hour: "by 10 November", "at 07:00"."""
    after = words[last : last + 1]
    return bool(_MONTHS.intersection(words[first : last + 1])) or (
        bool(after) and after[0].isdigit() and words[last - 1].isdigit()
    )
