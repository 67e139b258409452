"""TO11: more than one apology."""

from collections.abc import Iterator

from amends.model import Span
from amends.review.document import Draft
from amends.review.language.words import Lexicon
from amends.review.rule import Hit, rule

_SORRY = Lexicon(
    "sorry|apolog*|regret|regrets|regretted|forgive|forgiveness|pardon|excuses|remorse*|contrit*|repent*|ashamed",
    "ask|asks|beg|begging .. pardon|excuse|forgiveness",
    "excuse us|me|our|my|this|the",
    "mea culpa",
    "my bad",
    "be|being|is|are|asks|ask excused|forgiven|pardoned",
    "xin lỗi",
    "lo|lamento|lamentamos sentimos|siento|mucho",
    "mi dispiace",
    "ci|mi scusiamo|scuso",
    "je|nous regrette|regrettons|excuse|excusons|m'excuse|m'excusons",
    "sorry|apology|apologies x|times # ..",
    "pahoittelemme|anteeksi|beklager|undskyld|förlåt|ursäkta|spijt|excuses|promiňte|omlouváme|bocsánat|elnézést|scuze|"
    "izvinite|извините|простите|вибачте|συγγνώμη|抱歉|对不起|申し訳|ごめん|죄송합니다|maaf|paumanhin|pasensya|dispiace|sentimos|"
    "lamentamos|apologetic|contrition|atone|atonement",
    "perdón|perdon|disculpe|disculpen|disculpas|desculpe|desculpa|desculpem|entschuldigung|entschuldigen|scusa|scusate|"
    "désolé|désolés|pardonnez|przepraszam|przepraszamy|özür",
)
_TIMES = Lexicon(
    "sorry|apology|apologies|regrets x|times #",
    "# times|x sorry",
    ("thousand|million|hundred apologies|sorries|times|pardons"),
)
# "Allow us to repeat it", "we feel it", once an apology was made.
_ONCE_MORE = Lexicon(
    "repeat|repeating|renew|reiterate|extend it|this|that|them|the_same|once_more|again to|here|at|,|for|from|now",
    "we|i feel|feels|felt it",
    "as said|stated before|above sorry|regret",
    "again|once_more we|i feel|ask|beg|bow",
)
_NOT_OURS = Lexicon(
    "buyer|buyers|customer|customers|recipient|owner|she|he accepted|got|received|was|were .. apology|apologies",
    "apologised|apologized|apology|apologies .. to|sent .. buyer|buyers|customers",
    "apology|apologies template|email|message|note|letter|card",
)


@rule(
    "TO11",
    "repeated-apology",
    level="note",
    source="Sources disagree on an apology: a guide and a law firm advise a short one, others none; nobody advises two",
    bad=(
        "We apologise for the late orders.\n\nRoot cause: nobody looked.\n\nAgain, we are sorry for this.",
        "We are sorry, truly sorry, and we apologise once more to everyone.",
    ),
    good=("We apologise for the 16 late orders of 28 November 2025.\n\nRoot cause: nobody owned the setting.",),
)
def repeated_apology(draft: Draft) -> Iterator[Hit]:
    """More than one apology.

    One sentence at the head is the most that helps. Each further one takes the room of a fact.
    """
    first = True
    for statement in draft.statements:
        said = list(_SORRY.matches(statement.words))
        if not said and not first and _ONCE_MORE.found(statement.words):
            yield Hit(statement, "One apology is enough. Leave this one out.")
            continue
        if not said or _NOT_OURS.found(statement.words):
            continue
        if not first:
            yield Hit(statement, "One apology is enough. Leave this one out.")
        elif len(said) > 1 or _TIMES.found(statement.words) or _again(statement.words, said[0][0]):
            at = said[1] if len(said) > 1 else said[0]
            start, end = statement.between(at[0], at[1])
            yield Hit(Span(start, end, draft.text[start:end]), "One apology is enough. Leave the others out.")
        first = False


def _again(words: tuple[str, ...], place: int) -> bool:
    """Whether the only apology of a sentence says itself that it is not the first."""
    beside = words[max(0, place - 3) : place] + words[place + 1 : place + 4]
    return "again" in beside or ("once" in beside and "more" in beside)
