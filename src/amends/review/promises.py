"""Sentences that promise or praise instead of naming a check: read from fields of meaning, not from phrases.

A promise is a pledge or a future joined with care, improvement or “never again”. A promise of perfection joins an
absolute with an outcome. A hollow commitment joins a value with how much it is worth. Each says something only when the
sentence holds nothing that could be checked: no day, no figure, no file, no person with a rhythm. What is told in the
past, quoted, or a limit that triggers something is none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from amends.review import parts
from amends.review.words import Lexicon

if TYPE_CHECKING:
    from amends.review.document import Draft
    from amends.review.pieces import Statement

Found = tuple[int, int]

_FIELDS = Lexicon(
    tagged=[
        (
            (
                "promise|promises|promised|promising|swear|swears|vow|vows|assure|assures|guarantee|guarantees|guaranteed|"
                "warrant|warrants|warranted|pledge|pledges|oath|undertake|undertakes|solemnly|my_word|our_word|its_word|"
                "word_of_honour|word_of_honor|trust_me|trust_us|trust_that|believe_me|believe_us|rest_assured|be_sure|"
                "be_assured|be_certain|no_doubt|count_on|rely_on|bank_on|mark_my_words|hand_on_heart|on_my_honour|"
                "on_our_honour|commit_ourselves|commit_myself|commits_itself|bind_ourselves|binds_itself|you_may_be_sure|"
                "please_be_sure|prometo|prometemos|versprechen|versprochen|prometemos|giuro|söz"
            ),
            "pledge",
        ),
        (
            (
                "will|shall|going_to|gonna|from_now|from_today|from_here|from_this_day|henceforth|hereafter|in_future|"
                "in_the_future|going_forward|moving_forward|next_time|coming_time|coming_days|as_of_today|onwards|must|"
                "starting_today|starting_now|ab_sofort|künftig"
            ),
            "future",
        ),
        (
            (
                "again|anymore|any_more|any_longer|second_time|twice|recur|recurs|recurring|recurrence|recurrences|repeat|"
                "repeated|repeats|repetition|reoccur|re-occur|reoccurrence|reoccurring|last_time|only_time|one-off|one_off|"
                "single_one|isolated_case|such_thing|such_things|such_a_thing|such_case|such_cases|such_mistake|such_mistakes|such_errors|such_problems|"
                "such_situation|such_situations|this_kind|that_kind|this_sort|like_this|like_that|same_mistake|same_mistakes|"
                "nochmal|nuevamente|de_nuevo|nie_wieder|jamais|ever_after"
            ),
            "again",
        ),
        (
            (
                "not|never|no|nothing|none|nobody|neither|nor|without|zero|avoid|avoids|avoided|exclude|excluded|"
                "impossible|last_time|end|ends|over|prevented|stop|stays|remain|remains|stay|only_time|one-off|isolated"
            ),
            "not",
        ),
        (
            (
                "careful|carefully|more_care|great_care|utmost|attentive|attentively|vigilant|vigilance|cautious|caution|"
                "cautiously|diligent|diligently|diligence|mindful|alert|watchful|thorough|thoroughly|conscientious|"
                "conscientiously|responsibly|professionally|serious|seriously|seriousness|strictly|stricter|properly|"
                "correctly|harder|best|effort|efforts|endeavour|endeavours|endeavor|strive|strives|try|tries|attention|"
                "closer|closely|eyes_open|open_eyes|eye_on|sharper|concentrate|disciplined|discipline|watch_out|look_out|"
                "take_heed|by_the_book|as_it_should|like_amazon|the_right_way|in_order|tighter|extra_mile|everything_possible|"
                "whatever_it_takes|all_in_our_power|double|twice_as|every_sinew|all_we_can|all_i_can|faithfully|scrupulously|"
                "meticulously|meticulous|rigorously|prudent|prudently|sorgfältig|cuidado|attenzione|dikkatli|uważnie"
            ),
            "care",
        ),
        (
            (
                "better|improve|improves|improved|improvement|improvements|learn|learned|learnt|lesson|lessons|grow|evolve|"
                "mature|change_our_ways|change_my_ways|new_leaf|raise_our_game|step_up|pull_our_socks|wake-up|wiser|"
                "become_a|excellent|exemplary|model_seller|good_seller|reliable|trustworthy|worthy|prove_ourselves|"
                "prove_myself|like_clockwork|smoothly|healthy|clean"
            ),
            "improve",
        ),
        (
            (
                "make_sure|makes_sure|making_sure|see_to_it|sees_to_it|take_care|takes_care|ensure|ensures|ensured|"
                "look_after|keep_an_eye|keeps_an_eye|stay_on_top|on_top_of|keep_in_mind|bear_in_mind|remember_to"
            ),
            "see to",
        ),
        (
            "you will see how|that|it|we|a",
            "await",
        ),
        (
            (
                "let_you_down|let_amazon_down|disappoint|what_you_get|expect_from_us|expect_from_me|regret_it|no_need_to_worry|nothing_to_worry|in_good_hands|"
                "stays_fixed|stay_fixed|remain_fixed|behind_us|hear_from_us|hear_of_us|closed_chapter|bury|"
                "will_be_fine|will_be_ok|will_be_okay|be_proud_of|not_be_sorry|earn_your_trust|regain_your_trust|worthy_of"
            ),
            "await",
        ),
        (
            (
                "impossible|excluded|ruled_out|out_of_the_question|foolproof|fool-proof|bulletproof|bullet-proof|watertight|"
                "airtight|infallible|flawless|flawlessly|faultless|error-free|errorless|mistake-free|defect-free|fail-safe|"
                "failsafe|without_fail|once_and_for_all|for_good|no_exception|without_exception|without_exceptions|"
                "no_exceptions|for_all_time|for_ever|forever|perfect|perfectly|perfection|spotless|unthinkable|"
                "cannot_fail|never_fail|never_fails|1000|beyond_doubt|eternally|till_the_end|zero_risk|risk-free|inconceivable|"
                "hundred_percent|hundred_per_cent|whatever_happens|come_what_may|rain_or_shine|ausgeschlossen|imposible"
            ),
            "absolute",
        ),
        ("100 %|percent|per_cent", "all"),
        ("0 %|percent|per_cent", "none"),
        ("every_single|each_and_every|always|every|each|all|any|at_all_times|all_the_time|everything|everyone", "all"),
        (
            (
                "no|not_one|not_a_single|not_a|never|zero|nil|nobody|nothing|none|not_any|no_single|can_not|could_not|"
                "will_not|do_not|does_not|shall_not|eliminated|eradicated|cease|impossible"
            ),
            "none",
        ),
        (
            (
                "error|errors|mistake|mistakes|fault|faults|complaint|complaints|problem|problems|risk|risks|issue|issues|"
                "violation|violations|defect|defects|claim|claims|delay|delays|wrong|late|cancellation|cancellations|fake|"
                "fakes|counterfeit|counterfeits|infringement|infringements|incident|incidents|failure|failures|slip-up|"
                "slip-ups|slips|negative|expired|damaged|damage|unhappy|dissatisfied|disappointed|bad|dirty|possibility|"
                "chance|likelihood|doubt|misses|miss|mix-up|mix-ups|returns|oversell|shortage|reproach|infraction|breach|"
                "breaches|deviation|deviations|fehler|errores|hata"
            ),
            "bad",
        ),
        (
            (
                "happy|satisfied|satisfy|satisfaction|on_time|punctual|punctually|compliant|compliance|correct|right|"
                "authentic|genuine|original|safe|secure|five_stars|5_stars|five-star|accurate|accuracy|delighted|smile|"
                "flawless|perfect|legal|lawful|conform|fine|in_time|intact|new_condition|protected|right_first"
            ),
            "good",
        ),
        (
            "absolutely|completely|totally|entirely|hundred_percent|100_%|one_hundred|utterly|dead|quite|perfectly",
            "very",
        ),
        ("sure|certain|certainty|confident|convinced|positive|safe|solved|eliminated|fixed|resolved|excluded", "sure"),
        (
            (
                "quality|safety|compliance|trust|authenticity|customer|customers|buyer|buyers|client|clients|consumer|"
                "consumers|shoppers|satisfaction|integrity|honesty|happiness|transparency|excellence|standards|policy|"
                "policies|rules|rule|obligations|obligation|amazon|marketplace|community|service|professionalism|ethics|"
                "responsibility|experience|reputation|good_seller|honest_seller|family|reliability|accuracy|fairness|"
                "children|law|laws|decency|loyalty|sincerity|trustworthiness|professionality|correctness|cleanliness|terms|guidelines|punctuality|hygiene|originality|intellectual_property|ip|principles|"
                "kundenzufriedenheit|qualität|calidad|confianza|sicherheit"
            ),
            "value",
        ),
        (
            (
                "priority|priorities|heart|mission|philosophy|values|foremost|paramount|proud|pride|commitment|committed|"
                "dedicated|dedication|devoted|passion|passionate|stand_for|stands_for|live_by|live_for|sacred|backbone|"
                "pillar|pillars|motto|culture|spirit|breathe|breathes|honour|honor|honours|obsessed|obsession|"
                "compromise|compromises|uncompromising|guiding|principle|cherish|treasure|precious|utmost|uphold|upholds|"
                "embrace|embraces|non-negotiable|cornerstone|essence|soul|vision|ethos|creed|second_nature|dna|"
                "number_one|no_1|top_of_our|above_all|above_everything|means_everything|mean_everything|is_everything|above_profit|before_profit|above_money|above_all_else|put_above|"
                "comes_first|come_first|first_place|put_first|puts_first|worth_more|than_gold|more_important|most_important|"
                "very_important|of_great_importance|great_importance|importance|highest|deeply|respect|respects|respected|"
                "wholeheartedly|whole-heartedly|firmly|firm_belief|believe_in|believes_in|at_the_centre|at_the_center|center_of|"
                "centre_of|focus_on|focused_on|king|queen|holy|dear_to|dear_to_us|close_to_our|stands_above|determined|"
                "unwavering|steadfast|lodestar|compass|north_star|bedrock|foundation|lifeblood|crucial|vital|"
                "wholly_aligned|fully_aligned|in_line_with_amazon|high_standards|highest_standards|love|loves|oberste|máxima|"
                "always_in_mind|taken_very_seriously|take_very_seriously|seriously|zealous|loyal|loyalty|abide|abides"
            ),
            "worth",
        ),
        # What makes a sentence a check after all: a limit that somebody acts on.
        (
            (
                "limit|target|threshold|tolerance|aim_is|goal_is|if|unless|above|below|at_least|"
                "at_most|fewer|exceeds|minimum|maximum|differs|must_be|stops|stop|blocks|blocked|closes|"
                "refuses|rejects|rejected|locks|triggers|otherwise|lot"
            ),
            "limit",
        ),
        (
            (
                "daily|weekly|monthly|quarterly|yearly|hourly|annually|every_day|each_day|every_week|each_week|every_month|"
                "each_month|every_morning|each_morning|every_evening|each_evening|every_quarter|each_quarter|every_hour|"
                "monday|mondays|tuesday|wednesday|thursday|friday|fridays|saturday|sunday|each_shift|every_shift|"
                "every_new|each_new|every_incoming|each_incoming|every_order|each_order|every_listing|each_listing|"
                "every_delivery|each_delivery|each_shipment|every_shipment|every_pallet|each_pallet|every_unit|each_unit|"
                "every_second|at_receiving|on_arrival|before_each|before_every|before_any|before_a|before_printing|"
                "per_shipment|per_shift|per_lot|per_order"
            ),
            "rhythm",
        ),
        (
            (
                "log|logs|logged|recorded|record_sheet|register|files|filed|archived|spreadsheet|checklist|signs|signed|"
                "screenshot|saved_report|tracker|notes|noted|form|countersigns|initials|protocol"
            ),
            "record",
        ),
        ("our|my|we|i|us|company|firm|team|staff|undersigned|management|business|seller|house|everything|all", "ours"),
    ]
)
# Short sentences of these words promise whatever else stands there.
_EMPTY = Lexicon(
    "do|act|work|watch|check|handle|manage|perform|operate|look|control|monitor .. better",
    "everybody|everyone|we|i|team|staff will|shall|must .. better|harder|carefully|attentive*|careful",
    "we|i will .. improve|improved",
    "be on our|my guard",
    "mend|change our|my ways",
    "rest assured",
    "give|giving our|my best",
    "try|do|trying|doing our|my very? best",
    "we|i will try",
    "more|extra|very|be careful in|next|when|about|with|from|going|and",
    "be|being more careful|attentive|vigilant|cautious|diligent|responsible|aware|mindful",
    "pay|paying more|closer|better|full|special|extra? attention",
    "make|making every effort",
    "strive|striving|endeavour|endeavor to",
    "closer|better|careful|sharp|watchful eye",
    "double|triple|double-|triple-|double-check|triple-check|doublecheck .. everything|all|things|it",
    "more|very|extra|really serious|strict|strictly|carefully|attentively|diligently|thoroughly|professionally",
    "only|just .. trustworthy|trusted|reliable|reputable|good|serious|honest sources|source|suppliers|supplier|partners",
    "work|works|deal|deals only? with trusted|reliable|honest|serious|good partners|suppliers|people|sources",
    "read .. all .. policies|rules|policy .. careful*|again",
    "stricter|strong|stronger|better|tight|tighter|rigorous quality? control|controls|management|checks|supervision",
    "give|take .. word|hand on",
    "choose|select|find|use .. better|good|best|reliable",
    "highest|main|only goal|aim|concern",
    "with|great|utmost|due|particular|special care",
    "stand|stands for quality|honesty|service|reliability",
    "more carefully|closely|strictly|thoroughly",
)
# The only thing that is told of the past and yet is none: words to the staff.
_AWARE = Lexicon(
    "made aware",
    "learned|learnt our|my|a|the|this lesson",
    "lesson learned|learnt",
    "aware of the importance",
    "sensitised|sensitized|reminded|urged|admonished|exhorted .. team|staff|employees|everyone|colleagues|people|packers",
    "team|staff|employees|everyone|colleagues|people|packers .. sensitised|sensitized|reminded|urged|admonished|exhorted",
)
_PERFECT = Lexicon(
    "guarantee|guarantees|guaranteed|ensure|promise|assure .. never|again|no",
    "there will|shall|can be not|no never? more? mistakes|errors|complaints|violations|issues|problems|incidents",
    "never again",
    "not|never ever",
    "guarantee|guarantees that|there|no|this|it|we|full|100|complete|you",
    "100 % compliant|compliance|guarantee|guaranteed|sure|certain|satisfaction|safe|perfect",
    "zero mistakes|errors|defects|complaints",
    "under no circumstances",
    "is|are|be|becomes impossible",
    "impossible that|for|to .. happen|occur|recur",
    "decided|decide never",
    "excluded that",
    "always comply|follow|be|perfect",
    "will|shall never",
    "never .. happen|occur|recur|repeat|repeated again?",
    "not .. see|receive|get|have|hear|happen|occur|arise|repeat|repeated .. again|any_more|anymore|any_longer",
    "can|could|will|shall|would not|never .. any_longer|any_more|anymore|ever_again",
    "not .. second_time|twice",
    "no|not_one|not_a customer|customers|buyer|buyers|single|unit|item|product|order .. ever|again",
    "completely|totally|entirely|absolutely safe|solved|eliminated|fixed|excluded|resolved",
)
_HOLLOW = Lexicon(
    "live up to",
    "adhere|adhering|stick|abide to|by .. policies|policy|rules|standards|guidelines",
    "improve|improving our|my|the? service|services|business|quality|performance|operation|operations|processes",
    "take|takes|took|taking .. very? seriously",
    "fully|fully-committed? committed to .. best|compliance|amazon|policies|standards|satisfaction|customers|following",
    "committed to maintaining|providing|following|complying|improving",
    "do everything|whatever we|i|in|it",
    "follow|comply|complying|abide|obey|respect .. all|every|amazon policies|rules|guidelines|policy|terms",
    "keep an eye",
    "we|i will cooperate|co-operate",
    "strict|full|fullest|complete compliance",
    "deeply|truly|fully value|respect|care|committed",
    "respect|follow|obey|honour|honor every|each rule|rules|policy|policies",
    "utmost|great|greatest importance|care|attention",
)
_STORY = (parts.CAUSE, parts.DONE, parts.OPENING)
_PRESENT = frozenset("is are am stay stays remain remains feel feels live lives".split())
_NEVER = Lexicon("to prevent|avoid .. happening|recurring", "we|i|us .. sell|use|buy|list|it|them again")


_SHORT, _LONG = 3, 30
# What a closing may well say: what is asked for, what is enclosed, since when it runs, whom to call, thanks.
_CLOSES = Lexicon(
    "please|kindly|request|requests|ask|asks|would_like|appreciate|thank|thanks|sincerely|regards|yours|attached|enclosed|"
    "documents|document|files|file|attachments|exhibits|annex|reach|contact|call|available|questions|question|reinstate|"
    "reactivate|restore|review|reinstatement|reactivation|effect|force|effective|complete|completed|implemented|valid|"
    "apply|applies|begins|began|started|signed|faithfully|best|truly|respectfully|evidence|invoice|invoices|summary|reply|"
    "answer|letter|information|details|further|data|proof|listed|above|below|inform|tell|know|withdraw|retract",
)


def fields(draft: Draft, statement: Statement) -> frozenset[str]:
    """The fields of meaning that occur in a statement."""
    key = f"promise {statement.start}"
    if key not in draft.memo:
        draft.memo[key] = frozenset(_FIELDS.tags(statement.words))
    found = draft.memo[key]
    assert isinstance(found, frozenset)
    return found


def empty(draft: Draft, statement: Statement) -> bool:
    """Whether a statement promises care, improvement or “never again” and holds nothing that could be checked."""
    said = fields(draft, statement)
    if concrete(draft, statement, said):
        return False
    if _NEVER.found(statement.words) and not said & {"care", "improve"}:
        return False
    if statement.part == parts.CAUSE and "pledge" not in said and "future" not in said:
        return False
    if _AWARE.found(statement.words):
        return True
    if _told(statement, said):
        return False
    if _EMPTY.found(statement.words) or "await" in said:
        return True
    ahead = bool(said & {"pledge", "future"})
    if {"again", "not"} <= said and (ahead or len(statement.words) < 16):
        return True
    if ahead and said & {"care", "improve", "see to"}:
        return True
    return "pledge" in said and {"not", "bad"} <= said


def perfect(draft: Draft, statement: Statement) -> bool:
    """Whether a statement promises that nothing will ever go wrong."""
    said = fields(draft, statement)
    if concrete(draft, statement, said) or _told(statement, said) or "limit" in said or _NEVER.found(statement.words):
        return False
    if _PERFECT.found(statement.words):
        return True
    if "absolute" in said and statement.part not in _STORY:
        return True
    if "absolute" in said and said & {"bad", "good", "sure", "all", "none", "future", "pledge", "again"}:
        return True
    ahead = bool(said & {"pledge", "future", "again", "very"})
    if {"none", "bad"} <= said and (ahead or (statement.part == parts.MEASURES and len(statement.words) < 16)):
        return True
    if {"all", "good"} <= said and ahead:
        return True
    if "pledge" in said and said & {"none", "all"} and not said & {"care", "improve"}:
        return True
    return {"pledge", "good"} <= said or {"very", "sure"} <= said


def boasts(draft: Draft, statement: Statement) -> bool:
    """Whether a measure speaks of all, none or never and names nobody, no rhythm and no figure."""
    said = fields(draft, statement)
    if (
        not draft.is_plan
        or statement.part != parts.MEASURES
        or not said
        & {
            "all",
            "none",
            "bad",
            "absolute",
            "very",
            "again",
            "good",
            "sure",
        }
    ):
        return False
    if concrete(draft, statement, said) or "limit" in said or "rhythm" in said:
        return False
    from amends.review.owners import owned

    item = statement.item
    if item is None or owned(draft, item) or draft.dates_in(item) or draft.files_in(item):
        return False
    return len(statement.words) < _LONG and not any("record" in fields(draft, s) for s in item.statements)


def vacant(draft: Draft, statement: Statement) -> bool:
    """Whether a sentence of the closing says nothing: no particulars, no request, no thanks, nothing enclosed."""
    if (
        not draft.is_plan
        or statement.part not in (parts.CONCLUSION, parts.MEASURES)
        or not _SHORT < len(statement.words) < _LONG
    ):
        return False
    if statement.part == parts.MEASURES and statement.item is not None and statement.item.kind != "paragraph":
        return False
    said = fields(draft, statement)
    if (
        concrete(draft, statement, said)
        or _CLOSES.found(statement.words)
        or any(w[0].isdigit() for w in statement.words)
    ):
        return False
    return statement.text[-1:] in ".!" and not statement.words[0].startswith(("dear", "hello"))


def hollow(draft: Draft, statement: Statement) -> bool:
    """Whether a statement says how much something is worth to the seller instead of what is checked."""
    said = fields(draft, statement)
    if concrete(draft, statement, said) or (_told(statement, said) and _PRESENT.isdisjoint(statement.words)):
        return False
    if _HOLLOW.found(statement.words):
        return statement.part != parts.DONE
    return {"value", "worth"} <= said or ("worth" in said and "ours" in said and len(statement.words) < 9)


def concrete(draft: Draft, statement: Statement, said: frozenset[str]) -> bool:
    """Whether a statement holds what could be checked: a day, a file, an identifier, or two of figure, rhythm, record,
    person.
    """
    if draft.dates_in(statement) or draft.files_in(statement) or draft.identifiers_in(statement):
        return True
    figure = any(word[0].isdigit() and word.strip("0.,") not in ("", "1") for word in statement.words)
    found = figure + ("rhythm" in said) + ("record" in said)
    if found >= 2:
        return True
    if not found:
        return False
    from amends.review.owners import owner_in

    return owner_in(draft, statement) or ("rhythm" in said and "limit" in said)


def _told(statement: Statement, said: frozenset[str]) -> bool:
    """Whether a statement tells what was, rather than promises: its main clauses are past, and none is future."""
    if said & {"future", "pledge", "await"} and any(c.future and not c.dependent for c in statement.clauses):
        return False
    main = [c for c in statement.clauses if not c.dependent]
    return bool(main) and main[0].past and not said & {"pledge", "await", "absolute"} and "last" not in statement.words


def quoted(draft: Draft, statement: Statement) -> bool:
    """Whether a statement holds words in quotation marks: what a page or an instruction said is not promised."""
    return any(mark in statement.text for mark in '"“”„«')
