"""ST16: greetings, good wishes and introductions, which take the room of the matter."""

import re
from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.classes import classes_of
from amends.review.language.words import MASKED, Lexicon
from amends.review.letter import parts
from amends.review.rule import Hit, rule, short

_DAYS = (
    "new_year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|weekend|spring|summer|"
    "autumn|fall|winter|christmas|"
    "holidays|holiday|holiday_season|diwali|eid|ramadan|easter|thanksgiving|hanukkah|halloween|carnival|lunar_new_year|"
    "chinese_new_year|mid-autumn|day|morning|afternoon|evening|season|advent|nowruz|vesak|navratri|passover|valentine's"
)
_FIELDS = Lexicon(
    tagged=[
        # Words of greeting, wherever they stand.
        (
            (
                "greetings|salutations|hearty_greetings|greet|greets|knock_knock|howdy|hiya|g'day|"
                "how_do_you_do|long_time_no"
            ),
            "greets",
        ),
        ("good|very_good|lovely|nice|pleasant|beautiful|wonderful morning|afternoon|evening|day", "day"),
        (
            (
                "to|from|dear|and|team|sir|madam|ladies|amazon|all|everyone|we|i|you|hope|there|gentlemen|"
                "again|respected"
            ),
            "address",
        ),
        (
            (
                "namaste|namaskar|namaskaram|hola|bonjour|bonsoir|salut|ciao|buongiorno|olá|bom_dia|"
                "boa_tarde|salaam|salam|assalamu|"
                "assalamualaikum|as-salamu|selam|selamlar|merhaba|guten_tag|guten_morgen|grüezi|servus|"
                "moin|buenos_días|buenos_dias|"
                "buenas_tardes|muy_buenas|dzień_dobry|witam|dobrý_den|szép_napot|zdravstvuyte|privet|"
                "xin_chào|sawasdee|konnichiwa|ohayo|"
                "annyeong|ni_hao|nihao|您好|你好|尊敬的|hej|goddag|god_dag|hei|goedendag|goedemorgen|kalimera|"
                "shalom|aloha|kia_ora|talofa|bula|vanakkam|"
                "sat_sri_akal|mabuhay|mingalaba|здравствуйте|добрый_день|مرحبا|السلام_عليكم|こんにちは|안녕하세요"
            ),
            "tongue",
        ),
        (
            (
                "hi|hello|hey there|amazon_what|team_what|friends|folks|guys|again|everybody|everyone|all|"
                "dear|lovely|from|to|good|beautiful|my"
            ),
            "greets",
        ),
        (
            ("hello|hi|greetings|regards|love|best_wishes|compliments to the|your|all|everybody|everyone|our|you"),
            "greets",
        ),
        (
            (
                "warm|warmest|best|kind|cordial|friendly|heartiest|hearty|sunny|sincere|humble|respectful|"
                "many greetings|regards|salutations|wishes|hello|welcome from|to|of|and|for"
            ),
            "greets",
        ),
        ("say|send|give|pass my|our|a? hello|hi|regards|love|greetings|best", "greets"),
        ("compliments of the? season|day", "greets"),
        (f"happy|merry|blessed|joyful|joyous|festive|glorious {_DAYS}", "greets"),
        ("a very? good|warm|pleasant|fine|blessed evening|morning|afternoon|day|welcome", "greets"),
        ("may|let .. bring|give|grant|fill .. you|your|health|peace|joy|happiness|luck|success", "greets"),
        ("thank|thanks|thanking you? .. opening|spending .. message|mail|letter|time|minutes|moment", "opens"),
        ("all the|our|my best|good|very_best|love from|to|for|and|of|,", "greets"),
        (
            "how are|is|goes|fares seattle|luxembourg|dublin|hyderabad|the_weather|the_team|your_team|your_family",
            "greets",
        ),
        ("smooth|sunny|calm|bright|good|nice|happy days|weeks|times ahead|to_come", "greets"),
        ("peace be|upon", "greets"),
        ("god|heaven|allah|lord bless|protect|keep|reward you|your|amazon", "greets"),
        ("top of the morning", "greets"),
        ("with|our|my|all_our|lots_of love|respects|warmest_thoughts to|from|for", "greets"),
        (
            (
                "a very? nice|good|great|lovely|happy|quiet|calm|pleasant|wonderful|productive|successful "
                f"{_DAYS}|start|end to|for|of|ahead"
            ),
            "greets",
        ),
        ("may .. bless|peace|find_you|be_well|be_with", "greets"),
        ("how are|is|do|have you|everything|life|things|the_day|your_day|it_going|business", "greets"),
        ("what is up|new", "greets"),
        ("take care|good_care", "greets"),
        (
            (
                "stay|keep|be|remain safe|well|healthy|warm|cool|strong|happy and|everyone|everybody|all|,|"
                "say|dear|friends|out|there"
            ),
            "greets",
        ),
        ("stay safe|healthy|well", "greets"),
        (
            (
                "have a|an nice|good|great|lovely|wonderful|pleasant|fine|fantastic|beautiful|blessed|"
                "amazing|excellent day|week|weekend|evening|one|rest|start|time|afternoon|morning|shift"
            ),
            "greets",
        ),
        ("enjoy|enjoying your|the|this .. day|weekend|coffee|week|holiday|holidays|evening|tea|lunch", "greets"),
        ("cheers|toodle-oo|bye|goodbye|cheerio|xoxo|hugs|namaskaram", "greets"),
        (
            (
                "pleasure|honour|honor|delight|joy|glad|happy|delighted|pleased to greet|meet|address_you|"
                "write_to_you|make_your_acquaintance|be_writing"
            ),
            "greets",
        ),
        (
            ("finds|find|reaches|reach|meets|catches|gets you|yourself|yourselves well|fine|good|safe|healthy|in|at"),
            "greets",
        ),
        ("bother|bothering|disturb|disturbing|troubling|interrupting|interrupt you|your|the", "greets"),
        ("thanks a million|thousand|bunch|lot|ton|heap", "greets"),
        ("thank|thanks|thanking you? .. reading|read .. far|down|here|through|whole|long|all|way", "greets"),
        # Good wishes: whoever is wished well, and for nothing of the case.
        ("hope|hopes|hoping|trust|trusting|wish|wishes|wishing|pray|praying|hopefully", "wishes"),
        (
            (
                "you|your|yours|yourselves|everyone|everybody|all|u|the_team|amazon's_team|families|email|"
                "whole_team|entire_team|team|e-mail|mail|message|letter|note|queue|reader|department|weather|jet_lag|traffic|holidays|"
                "vacation|colleagues|inbox|shift|seattle|luxembourg|office"
            ),
            "whom",
        ),
        # At the head of a letter only.
        ("my name is", "opens"),
        ("i|we am|are|is the? owner|director|founder|ceo|manager|proprietor of|from|at|behind|and", "opens"),
        (
            (
                "let|allow|permit me|us|myself|ourselves to? introduce|greet|begin|start|present_myself|"
                "present_ourselves"
            ),
            "opens",
        ),
        ("permit|allow myself|ourselves to", "opens"),
        ("introduce|present myself|ourselves|our|my", "opens"),
        (
            (
                "thank|thanks|thanking you? .. taking|giving|your|reading|the|sparing time|minute|moment|"
                "minutes|attention|reading|patience|kindness|work|service"
            ),
            "opens",
        ),
        ("thank you|thanks for your precious|valuable|kind time|attention", "opens"),
        ("value|appreciate|grateful .. taking|giving|sparing the|your|some time|minute|moment", "opens"),
        ("i|we write|writing|am_writing|are_writing to you today|because|in|with|as", "opens"),
        ("may|let|allow|permit i|me|us to? begin|start|open|first|commence|preface by|with|say|wish", "opens"),
        ("begin|start|open by wishing|thanking|saying|greeting|expressing|with", "opens"),
        (
            (
                "dear whoever|whomever|reader|human|friend|friends|person|stranger|brother|brothers|boss|"
                "leader|colleague|colleagues"
            ),
            "opens",
        ),
        (
            (
                "honorable|honourable|respected|esteemed|distinguished|worthy amazon|leader|leaders|sir|"
                "sirs|madam|team .. wish|hope|good|greetings|health"
            ),
            "opens",
        ),
        ("sunny|rainy|snowy|cold|warm|beautiful|lovely .. weather|here_in|greetings|town|city|day", "opens"),
    ]
)
# What a letter may well hope for; the rest that is wished to the reader is small talk.
_FIT = frozenset(
    "review reviewed reinstate reinstated reinstatement restore restored reactivate reactivated "
    "reactivation release released "
    "withdraw accept accepted acceptable accepts consider plan appeal document documents evidence "
    "answer answers decision "
    "measures explanation sufficient suffice complete satisfy satisfied satisfies satisfactory "
    "meet meets enough approve approved "
    "confirm find_the understand see agree trust_us listing account page offer case information invoice invoices clear "
    "clarifies resolve resolved resolves convinced question questions requirements mercy help "
    "forgive chance back reopen "
    "open heart us unblock sell selling lift give let".split()
)
_SMALL = frozenset(
    (
        "well fine good healthy safe health day week weekend morning spirits slept coffee wonderful great families"
    ).split()
)
_QUOTED = re.compile(r"(?:^|[\s(:])['‘“\"][^'’”\"]*$")
_PERSONS = frozenset("we i our my us me you your yours".split())
# Of these one stands in whatever sentence of the opening says what the letter is about.
_CASE = frozenset(
    "notice notices account accounts listings plan action actions appeal complaints complaint "
    "suspension suspended deactivated "
    "deactivation removed removal cause causes seller sellers review document documents letter "
    "statement asins product products "
    "items violation policy policies issue issues case matter warning mistake error problem "
    "problems apologise apologize sorry "
    "regret apologies apology forgive buyers buyer customer customers answer answers reply "
    "response submit submission facts "
    "explain explains below following here steps step corrective preventive measures investigation "
    "investigated rights owner "
    "dispute decision sold sell selling bought shipped late used counterfeit safety trademark copyright patent message "
    "request requested asked points questions information verification identity company".split()
)
_SHORT, _FEWEST, _MOST = 3, 4, 30


@rule(
    "ST16",
    "needless-greeting",
    level="note",
    source="Amazon's guidelines for a plan (help G200370560): no introduction, facts only",
    bad=(
        "Dear Amazon,\nI hope this email finds you well.\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        "We trust the office is warm and the tea strong.\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        "Root cause: on 3 May 2026 nobody compared 41 labels.\n\nConclusion:\nAll measures run since 9 May 2026. Happy Easter to the whole team.",
    ),
    good=(
        "Dear Amazon,\nThis answers your notice of 2 May 2026 on ASIN B0C1234567.\n\nRoot cause: on 3 May 2026 nobody compared 41 labels.",
        (
            "Root cause: on 3 May 2026 the insert said 'Hope you are well, leave us five stars', as "
            "nobody compared inserts with the policy."
        ),
    ),
)
def needless_greeting(draft: Draft) -> Iterator[Hit]:
    """A greeting that takes the room of the matter.

    The reader has minutes for the letter, and its first line is the best place. Begin with what this letter answers, or
    with the root cause; one line of address is enough, and good wishes at the end say nothing of the case either.
    """
    for statement in draft.statements:
        opening = statement.part == parts.OPENING
        greets = _FIELDS.found(statement.words)
        place = _greets(statement.words, opening or not draft.has_parts) if greets else None
        if (
            greets
            and place is None
            and opening
            and statement.text.rstrip()[-1:] in (".", "!")
            and _is_tongue(statement.words)
        ):
            place = 0, len(statement.words)
        if place is None and opening and draft.has_parts and _is_idle(statement.words):
            place = 0, len(statement.words)
        if place is None:
            continue
        start, end = statement.between(*place)
        if _QUOTED.search(draft.text, statement.start, start) is None:
            quote = draft.text[start:end]
            yield Hit(
                Span(start, end, quote),
                f"“{short(quote, 48)}” tells the reader nothing about the case; leave it out and say what happened.",
            )


def _is_idle(words: tuple[str, ...]) -> bool:
    """Whether a sentence above the first part speaks of writer and reader, and of nothing of the case."""
    if not _FEWEST < len(words) < _MOST or _PERSONS.isdisjoint(words) or not _CASE.isdisjoint(words):
        return False
    return not any(word == MASKED or word[0].isdigit() or "@trade" in classes_of(word) for word in words)


def _is_tongue(words: tuple[str, ...]) -> bool:
    """Whether a short sentence greets in another language; as an address, before a comma, one is let pass."""
    return 1 < len(words) <= _SHORT and any(tag == "tongue" for _, _, tag in _FIELDS.matches(words))


def _greets(words: tuple[str, ...], opening: bool) -> tuple[int, int] | None:
    """The words that greet, wish well or introduce."""
    found = sorted(_FIELDS.matches(words))
    for at, (first, last, tag) in enumerate(found):
        nxt = found[at + 1] if at + 1 < len(found) else None
        if tag == "greets" or (tag == "opens" and opening):
            return first, last
        if tag == "tongue" and first < _SHORT < len(words) and _CASE.isdisjoint(words):
            return first, last
        if tag == "day" and (nxt is not None and nxt[2] == "address" and nxt[0] - last <= 1) and len(words) > _SHORT:
            return first, nxt[1]
        if tag == "wishes":
            whom = next((end for start, end, other in found[at + 1 :] if other == "whom" and start - last <= 3), None)
            rest = words[first:]
            if (
                whom is not None
                and (_FIT.isdisjoint(rest) or not _SMALL.isdisjoint(rest))
                and (opening or len(rest) > _SHORT)
            ):
                return first, min(len(words), whom + 2)
    return None
