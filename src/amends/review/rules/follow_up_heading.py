"""ST17: the letter is a reminder: it counts letters, waits, and asks what became of the last one."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon, tokens
from amends.review.letter import parts
from amends.review.rule import Hit, rule, short

# Of what a letter is made that is sent to hasten an answer. Which of these must meet is told below.
_FIELDS = Lexicon(
    tagged=[
        # Words that stand in no other letter.
        (
            (
                "reminder|reminders|chaser|chasing|nudge|nudging|bump|bumping|ping|pinging|"
                "resubmission|re-submission|resubmit|"
                "resubmitting|re-submitting|resending|re-sending|resend|re-appeal|escalation|circling_back|circle_back|"
                "checking_in|check_in_on|touching_base|touch_base|reaching_out_again|following_up|"
                "follow-up|followup|us_again|"
                "me_again|get_back_to_us|get_back_to_me|write_back|revert_back|reopen_the_thread|reopening_the_thread|"
                "as_per_my_last|as_per_our_last|top_of_your_inbox|top_of_the_inbox|top_of_your_pile|top_of_the_pile|"
                "acknowledge_receipt|confirm_receipt|acknowledge_the_receipt|confirm_the_receipt|"
                "place_in_the_queue|re_re|re_fw|fw_re|fwd_re"
            ),
            "reminds",
        ),
        ("follow_up on|to|of|regarding|re|concerning|our|my|no|number|#", "reminds"),
        ("place|position of|in|on the queue|line|list", "reminds"),
        ("we|i|to|am|are|must|will escalate|escalating|remind|reminding|chase|insist", "reminds"),
        (
            (
                "nachfrage|erinnerung|mahnung|nachfassen|rückfrage|relance|rappel|seguimiento|recordatorio|sollecito|"
                "promemoria|lembrete|acompanhamento|herinnering|przypomnienie|ponaglenie|hatırlatma|påminnelse|påmindelse|"
                "muistutus|upomínka|emlékeztető|nhắc_lại|nhắc|напоминание|нагадування|催促|请回复|再次|noch_immer|immer_noch|"
                "sin_respuesta|sans_réponse|senza_risposta|keine_antwort|cevap_yok|auf_antwort"
            ),
            "reminds",
        ),
        # It was said before.
        (
            (
                "another|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|umpteenth|2nd|3rd|4th|5th|6th|7th|8th|"
                "repeated|renewed|same|identical|several|many|countless"
            ),
            "nth",
        ),
        ("again|anew|once_more|already|previously|repeatedly|many_times|several_times|the_same", "again"),
        (
            (
                "appeal|appeals|attempt|attempts|letter|letters|mail|mails|email|emails|e-mail|e-mails|message|messages|"
                "submission|submissions|plan|plans|dossier|dossiers|request|requests|ticket|tickets|thread|conversation|"
                "correspondence|round|try|explanation|petition|plea|inquiry|enquiry|case|file|documents|materials|"
                "communication|communications|papers|attempts|reply"
            ),
            "letter",
        ),
        (
            (
                "write|writes|writing|wrote|written|send|sends|sending|sent|submit|submits|submitted|"
                "submitting|filed|put|turn|contacted|contacting|said|explained|told|stated|mentioned"
            ),
            "sends",
        ),
        ("time|times", "letter"),
        ("for the second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|# time", "reminds"),
        (
            (
                "appeal|appeals|attempt|letter|mail|email|e-mail|message|submission|plan|request|reminder|round|try|ticket|"
                "explanation|thread number|no|nr|nos|part|# #|one|two|three|four|five|six|open"
            ),
            "reminds",
        ),
        # It waits.
        (
            (
                "wait|waiting|waited|waits|await|awaiting|awaits|silence|unanswered|ignored|unread|void|overdue|limbo|"
                "patience|patiently|stuck|undecided|lying_with_you|lies_with_you|sitting_with_you|"
                "still_suspended|still_closed|"
                "still_blocked|still_deactivated|still_inactive|still_pending|still_nothing|appeal_pending|case_pending|"
                "plan_pending|case_open|got_lost|went_lost|no_action|in_vain|outstanding|not_moved|without_news"
            ),
            "waits",
        ),
        ("not|never|nobody|no_one|un read|looked|opened|even_looked", "waits"),
        (
            (
                "answer|answers|answered|answering|reply|replies|replied|respond|responds|responded|"
                "response|responses|react|reacted|"
                "reaction|feedback|word|heard|hear|acknowledge|acknowledged|acknowledgement|"
                "acknowledgment|decision|decided|"
                "decide|verdict|echo|revert|contact|contest|contested|solution|action_taken|movement|received_back"
            ),
            "answer",
        ),
        (
            (
                "no|not|never|without|nobody|no_one|none|nothing|neither|zero|hardly|no_body|"
                "only_automatic|automatic_replies|yet_to"
            ),
            "none",
        ),
        ("still|yet|so_far|to_date|until_today|until_now|till_today|till_now|as_of_today|since", "till"),
        (
            (
                "asap|soon|urgently|urgent|finally|at_last|expedite|hurry|immediately|quickly|earliest|"
                "promptly|speed|by|before|within|today|now|weekend"
            ),
            "hurry",
        ),
        (
            (
                "please|kindly|pls|plz|let|want|need|oblige|obliged|expect|request|ask|asking|"
                "requesting|advise|enquire|inquire|share|any|give|know|lütfen"
            ),
            "asks",
        ),
        (
            (
                "status|update|updates|news|eta|progress|stage|outcome|timeline|whereabouts|situation|"
                "state_of|result|results|developments|queue"
            ),
            "state",
        ),
        ("# day|days|week|weeks|month|months|hours|business_days|working_days", "time"),
        ("day|week|month #", "time"),
        ("a|one|two|three|several|many|some more_than|over? week|weeks|days|month|months", "time"),
        ("every|each hour|day|morning", "time"),
        ("inbox|mailbox|mail|portal", "box"),
        ("account|review|listing|reinstatement|reinstated|reactivated|investigation|store|shop|page", "matter"),
        ("you|your|yours|amazon|anyone|anybody|someone|somebody|team|department", "you"),
        ("we|i|our|my|us|me", "self"),
        ("come|coming|return|returning|refer|referring|reference|further|continuation|continuing|regarding", "refers"),
    ],
)
_APART = 2
_PAIRS = frozenset((("nth", "letter"), ("again", "sends"), ("sends", "again"), ("letter", "again")))
# Who else may owe an answer, and what Amazon itself sent and is answered here.
_PERSONS = Lexicon(
    "buyer|buyers|customer|customers|supplier|owner|carrier|laboratory|lab|rights_owner|brand|complainant|manufacturer|"
    "courier|bank|recall|staff|they|client|holder|claimant|registrant"
)
_OTHERS = Lexicon(
    "if|when|whenever|where|or anything|nobody|no_one|no|not|you|a|any|something|question|questions|there|further",
    "your|amazon's refusal|message|rejection|questions|notice|request|question",
    "answer|answers|reply|replies|response to|of your|the notice|questions|points|three|two|refusal",
    "your refusal|answer|message|reply|rejection|response|decision|letter|email|mail|notice|request of|from|dated|# #",
    "takes|take|replaces|supersedes|instead .. of|the|our",
    "will|shall|can|to answer|reply|respond",
    "questions|information|details|contact",
    "look|looking forward to|for",
    "closed|inactive|offline until|till",
    "is|are|was|were answered|read|checked|contacted",
)
_SO_NOBODY = Lexicon("because|since|so|as .. nobody|no_one")
# Said of one's own letter or of the reader's silence, these mean nothing else, whoever else is named beside them.
_SURE = Lexicon(
    "must|have|has|seems|seem .. slipped|gone_astray|been_lost|got_lost|been_overlooked|been_forgotten|been_mislaid",
    "same|identical text|exhibits|words|answer|reply|template as_before|every|again|always|each|over|as_last",
    "always|every_time|each_time the same|identical text|answer|reply|template|words",
    "pick|picking|take|taking|took up? the|this thread|conversation|correspondence",
    "where it|we was|were|left left|off|it",
    "bring|brings|put|call|recall|bringing .. to|back_to your mind|attention|memory|notice",
    "ask|asks|asking|enquire|inquire|enquiring|inquiring after|about our|my|the appeal|case|plan|file|application",
    "how long|much_longer|many_more will|does|must|shall|do|should|are|is|weeks|days|times",
    "is|does|did|has|will|anyone|anybody|somebody|someone there|anyone|anybody|somebody|who .. read|reads|opened|opens|looks",
    "reach|reaches|finds|lands|gets|arrives .. somebody's|someone's|a_human|the_right|a_person's|somebody|anybody's",
    "where our|my|the case|file|appeal|plan|matter|review stands|lies|hangs|rests|stand",
    "you|amazon have|has|had had our|my|the",
    "hours|days|weeks|time .. promised|announced|indicated .. gone|passed|over|expired|elapsed|up",
    "yet another|one_more|a_further try|attempt|letter|appeal|message|mail",
    "tried|attempted|try|trying .. reach|contact|get_hold|get_through .. you|amazon|somebody|someone",
    "left|lie|lies|lying|remains|remain .. lying|unopened|untouched|undecided|unread",
    "without|no news|sign|reaction|movement|sign_of_life since|from|so_far|until|yet|to_date",
    "lost on|in the? way|mail|post|transit|system",
    "before you|the_reader once_more|again|anew|a_second|a_third",
    "frage|fragen|preguntamos|pregunto|demandons|chiediamo|pytamy|soruyoruz nach|por|où|a|o",
    "resubmitted|supplementary|addendum|supplement|continued|continuation appeal|plan|to|from|on|of|submission|letter",
    "version|rev|revision|edition # ..",
    "final|last|latest|newest|third|second|fourth version|revision|edition",
    "revised|updated|amended|renewed plan|poa|appeal|submission|version|letter",
    "part two|2|three|3|ii|iii of our|my|the|this appeal|answer|letter|submission",
    "second|third|fourth|2nd|3rd|last|final notice|repeat|repetition|reminder|reply|mail to|of|on",
    "repeat|repetition|renewal|copy of our|my|the? appeal|letter|plan|message|mail|first|last",
    "pending|outstanding since|for|matter|case|long",
    "once again|more plan|appeal|our|the|for",
    "it has_been # days|weeks|months",
    "follow up",
    "will|shall|to follow_up|write_again|remind|ask_again|chase|write_every",
    "attention to this|our long|pending|old|matter|case",
    "matter|case|file now|finally|at_last|soon receives|gets|finds|is",
    "still waiting|awaiting|suspended|deactivated|unanswered|no_answer|no_reply|nothing",
    "await|awaiting|awaits|expected|expecting|anticipating .. early|prompt|favourable|favorable|kind|since|soonest|swift|quick",
    "at|by your|the very? earliest|soonest",
    "this time .. read|reads|considered|looked|understood|opened|answered",
    "last|first|previous|earlier one|letter|mail|message|appeal .. vanished|disappeared|lost|unread|nowhere|ignored",
    "# earlier|previous|prior|former letters|appeals|messages|mails|plans|submissions|attempts",
    "earlier|previous|prior|former|last # letters|appeals|messages|mails|plans|submissions|attempts",
    "our|my letters|mails|appeals|messages|plans so_far|to_date|until_now|to_amazon|to_you",
    "our|my|these|both|two|three .. appeals|letters|mails|messages|reminders .. unanswered|ignored|unread|lost",
    "we|i sent|wrote .. second|third|further|another reminder|appeal|letter",
    "further|more|new letters|mails|messages|appeals|reminders will|shall|are_to follow|come|be_sent",
    "come|comes|get|revert back to|on this|you|it|the|# .. #|again|matter|mail",
    "following|follows|further_to|per|pursuant_to our|my|the? earlier|last|previous? letter|message|mail|appeal|submission",
    "as per|in|stated previous|earlier|last|trailing mail|mails|email|emails|message|letter|letters",
    "trailing mail|mails|email|emails|message|messages",
    "case|ticket|appeal|matter .. still open|pending|unresolved|undecided",
    "fwd|fw|forwarded our|my|appeal|plan|letter",
    "new|another|additional|further|supplementary|fresh appeal|submission|attempt|try",
    "refusal|rejection|answer|reply no|number|nr #",
    "attempt|appeal|try|version|appeal_letter #",
    "check|checking|check_in|checked on our|my|the appeal|case|plan|status|progress",
    "second|third|fourth|# week|month|day without|since|of_waiting",
    "contact|write_to|ask|call|email|remind amazon|you again|on|every|until|of|once_more",
    "come|comes|coming|go back to our|my|the|this appeal|plan|letter|message|matter",
    "every|each|day .. still|page|portal under_review|pending|in_review",
)
# Of one's own letters to Amazon, also in the middle of the plan.
_WROTE = Lexicon(
    "we|i appealed|reminded|chased",
    "our|my|these|this # .. appeals|appeal|submissions|submission|reminders|reminder",
    "our|my appeals|appeal|submissions|submission|reminders|reminder|petition",
    "our|my .. earlier|previous|prior|former|last|second|third letter|letters|mail|mails|message|messages|plan|plans",
)
_QUESTIONS = frozenset("when what how where why has have did is are do does any whether anyone anybody who".split())
# "Let us know when it is decided" asks; "it is complete when …" does not.
_LET_KNOW = frozenset("know tell inform say advise ask asking wonder wondering expect understand".split())
_ASIDE = frozenset((parts.OPENING, parts.CONCLUSION, parts.OTHER, parts.SIGNATURE, parts.DOCUMENTS))
_ABOVE = frozenset((parts.CAUSE, parts.MEASURES))
_LONGEST, _LAST, _BELOW, _FIRST_HEADINGS = 40, 12, 3, 2


@rule(
    "ST17",
    "follow-up-heading",
    level="note",
    confidence="medium",
    source=(
        "Amazon's guidelines for a plan (help G200370560): facts of this matter only; each submission "
        "is read for itself"
    ),
    bad=(
        "Follow-up to our two previous emails\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        "Root cause: on 3 May 2026 nobody compared 41 labels.\n\nWe have waited more than one month, this is our letter number 5.",
        "Root cause: on 3 May 2026 nobody compared 41 labels.\n\nHas anyone opened our file since 2 May 2026?",
        "Perhaps this copy reaches somebody's desk.\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        "Is there any movement on the appeal of 2 May 2026?\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
    ),
    good=(
        "This answers your refusal of 2 May 2026, which asked for the invoices of ASIN B0C1234567.\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        "Root cause: on 3 May 2026 nobody compared 41 labels.\n\nCorrective actions:\n- On 9 May 2026 Dana Ruiz wrote to the owner of the mark; no answer has come yet.",
    ),
)
def follow_up_heading(draft: Draft) -> Iterator[Hit]:
    """A letter that chases an answer.

    How often you wrote and how long you have waited proves nothing, and marks the letter as one more repeat; a question
    about the state of the review is answered by nobody. Leave it out: begin with what this letter answers, say what is
    new in it, and where the notice left points open, answer those.
    """
    statements = draft.statements
    last_words = statements[-_LAST].start if len(statements) > _LAST else 0
    for statement in statements:
        beside = statement.part in _ASIDE or (not draft.has_parts and statement.start >= last_words)
        asks = statement.text.endswith("?") and not _QUESTIONS.isdisjoint(statement.words)
        # What stands below the last point without a heading of its own counts as part of it.
        below = (
            statement.part in _ABOVE
            and statement.start >= statements[-_BELOW:][0].start
            and statement.item is not None
            and statement.item.kind == "paragraph"
        )
        beside = beside or _WROTE.found(statement.words)
        if len(statement.words) > _LONGEST or not (beside or asks or below):
            continue
        wonders = beside and "when" in statement.words and not _LET_KNOW.isdisjoint(statement.words)
        place = _chased(statement.words, asks or wonders, beside or asks)
        if place is not None:
            start, end = statement.between(*place)
            yield _hit(draft, start, end)
    for block in (*draft.headings[:_FIRST_HEADINGS], *draft.headings[_FIRST_HEADINGS:][-1:]):
        if block.start < draft.beginning.end or block.start > draft.ending.start:
            words, at = tokens(draft.low, block.start, block.end)
            place = _chased(words, False, True)
            if place is not None:
                yield _hit(draft, at[place[0]][0], at[place[1] - 1][1])


def _chased(words: tuple[str, ...], asks: bool, beside: bool) -> tuple[int, int] | None:
    """The words that chase an answer."""
    sure = next(_SURE.matches(words), None) if beside and _SURE.found(words) else None
    if sure is not None:
        return sure[0], sure[1]
    found = sorted(_FIELDS.matches(words))
    if not found:
        return None
    said = {tag for _, _, tag in found}
    if "letter" not in said and _SO_NOBODY.found(words):
        return None
    spoken = beside or not said.isdisjoint(("you", "time"))
    hit = _counts(found) if spoken or "self" in said else None
    if hit is None and (beside or (spoken and {"waits", "self"} <= said)):
        hit = next(((first, last) for first, last, tag in found if tag in _met(said, asks)), None)
    if hit is None or _PERSONS.found(words):
        return None
    return hit if "reminds" in said and beside else None if _OTHERS.found(words) else hit


def _counts(found: list[tuple[int, int, str]]) -> tuple[int, int] | None:
    """Words that count letters: "third appeal", "letter number 5", "I write again", "same text as last time"."""
    for at, (first, last, tag) in enumerate(found):
        for start, end, other in found[at + 1 : at + 5]:
            if (tag, other) in _PAIRS and 0 <= start - last <= (_APART if tag == "sends" else 1):
                return first, end
    return None


def _met(said: set[str], asks: bool) -> frozenset[str]:
    """The fields, of those that were met, that make a sentence chase an answer; none when they make none."""
    reader = not said.isdisjoint(("you", "self", "letter", "time", "answer"))
    if "reminds" in said:
        return frozenset(("reminds",))
    if "waits" in said and reader:
        return frozenset(("waits",))
    if "answer" in said and ("none" in said and not said.isdisjoint(("self", "you", "letter", "till"))):
        return frozenset(("answer", "none"))
    if {"answer", "hurry"} <= said and "asks" in said:
        return frozenset(("answer",))
    if "state" in said and (asks or not said.isdisjoint(("asks", "letter", "none"))):
        return frozenset(("state",))
    if asks and not said.isdisjoint(("letter", "answer", "waits", "state", "matter", "box")):
        return frozenset(("letter", "answer", "waits", "state", "matter", "box", "you"))
    if {"time", "you"} <= said and not said.isdisjoint(("till", "again")):
        return frozenset(("time",))
    if "refers" in said and {"self", "letter"} <= said and "you" not in said:
        return frozenset(("refers",))
    return frozenset(("box",)) if {"box", "self", "time"} <= said else frozenset()


def _hit(draft: Draft, start: int, end: int) -> Hit:
    quote = draft.text[start:end]
    message = f"“{short(quote, 40)}” chases an answer instead of giving one. Leave it out, and say what is new."
    return Hit(Span(start, end, quote), message)
