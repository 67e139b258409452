"""The parts of a notice: why, what is asked, how to send it, "in error?", what happens otherwise, where to read more.

Headings open a part; a sentence that begins "if you believe this is an error" opens the in-error part for itself and
its list. Each sentence also knows whether something is requested in it. Older notices have no such headings but
numbered asks under "What you can do".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.notice.passage import Passage
from amends.typed import NamedTuple

_LIST = re.compile(r"[ \t>]*(?:[-*•·–—▪●◦]{1,3}|\(?\d{1,2}[.):、]|\(?[a-zA-Z][.)]|[①-⑩])[ \t]*(?=\S)")
_EMPHASIS = "*_# \t>:.-–—"

_WRONG = (
    "error | in error | mistake | mistaken | mistakenly | by mistake | wrong | wrongly | "
    "incorrect | incorrectly | erroneous* | "
    "is not yours | not yours | isn't yours | disagree* | does not belong to you | unjustified | not correct | "
    "no es tuya | no es suya | no te pertenece | no le pertenece | think otherwise | see it otherwise | "
    "irrtümlich* | versehentlich* | fehler* | fälschlich* | zu unrecht | por error | "
    "equivocación | par erreur | à tort | per errore | "
    "~誤って | ~間違い | ~誤り | ~错误 | ~误"
)
_IF = (
    "if | believe* | think* | feel* | consider* | should you | falls | sofern | wenn | "
    "glauben | si | cree | pensez | estimez | "
    "se | ritiene | ~場合 | ~如果 | ~認为 | ~认为"
)
_BACK = (
    "want the listing* back | want your listing* back | like your listing* | "
    "have your listing* reinstated | like to have | "
    "want to sell | wish to have | get the listing* back | reinstate* your | want it back"
)
_HEADINGS = (
    ("error", f"{_WRONG} | not my account | not your account | not me"),
    (
        "consequence",
        (
            "what happens if | what if | if you do not | if you don't | if you send nothing | if we do not | "
            "if we don't | if nothing | otherwise | failure to | was passiert | "
            "was geschieht | wenn sie nicht | qué ocurre si | qué pasa si | que se passe | "
            "cosa succede | ~提出しない場合 | ~如果您不"
        ),
    ),
    (
        "send",
        (
            "how do i send | how to send | how do i submit | how to submit | where to send | "
            "where do i send | how to appeal | how to reply | "
            "how to answer | sending | submitting | wie sende* | wie reiche* | wie übermittle* | "
            "cómo envío | comment envoyer | "
            "come invio | ~送信方法 | ~提出方法 | ~如何提交 | ~如何发送"
        ),
    ),
    (
        "comply",
        (
            "reactivat* | reinstat* | what you can do | what you need to do | what you should do | "
            "what should i do | what do i | what must | "
            "what we need | to appeal | getting the listing* back | get your listing* | restor* | "
            "relist* | resolv* | action required | "
            "actions required | required action* | required document* | required information | "
            "your response | please provide | "
            "what to do | to do | what can i do | steps to | documents needed | information needed | "
            "unlock* | wieder aktivieren | reaktivier* | "
            "was können sie tun | was sie tun können | wie kann ich | erforderlich* | reactivar | "
            "reactivo | réactiver | riattiv* | "
            "cosa posso fare | qué puedo hacer | que puis je faire | ~再開 | ~再開するには | ~対応 | ~如何恢复 | ~恢复"
        ),
    ),
    (
        "why",
        (
            "why | reason | reasons | what happened | background | cause of | warum | grund | weshalb | "
            "por qué | motivo | pourquoi | perché | "
            "~理由 | ~原因 | ~为什么"
        ),
    ),
    (
        "help",
        (
            "help | questions | question | learn more | contact us | support | further reading | "
            "policies | resources | we're here | "
            "we are here | related links | more information | additional resources | hilfe | fragen | "
            "ayuda | aide | aiuto"
        ),
    ),
    ("send", "how | where"),
    ("next", "next | next steps | what comes next | what happens next | happens next | what follows"),
    (
        "list",
        (
            "affected | listings | asins | asin | examples | detail pages | products concerned | "
            "items concerned | order ids | orders"
        ),
    ),
)
_REQUEST = (
    "until we receive | until you send | at hand | in your hands | have ready | bring | please | "
    "we would like | we'd like | send | sending | sends | provide | provides | submit | submits | "
    "submitting | "
    "include | includes | including | explain | explains | "
    "explaining | explanation | with a copy | by writing | tell us | mail | email | have her | "
    "have him | have them | have the rights | upload | attach | give | giving | share | "
    "answer this | answer with | answer by | answer the | answer to | reply | respond | "
    "supply | must | need | needs | "
    "needed | require* | request* | ask | asking | confirm | contact the | contact us | "
    "have to | want | appeal | describe | describes | describing | complete | "
    "register | show us | show that | show how | show where | show the | showing | prove | "
    "greater detail | more detail | missing | accept | one of these | any of | let us know | "
    "remove | change | edit | correct | delete | close | acknowledge | first reactivate | "
    "forward | produce | write | obtain | "
    "bitte | senden sie | übermitteln | reichen sie | benötigen | vorlegen | erläutern | "
    "debes | debe | tienes que | tiene que | pídele* | ponte en contacto | póngase en contacto | envíanos | "
    "confirma | confirme | confirmez | conferma | confermi | laden sie | devi | deve | vous devez | "
    "envíe* | envíen | proporcion* | facilit* | adjunt* | "
    "explique | necesit* | explíque* | envie* | "
    "invia | inviate | riattiva | spiegaci | spieghi | fornisci | "
    "veuillez | envoyer | envoyez | fournir | fournissez | expliquez | "
    "joindre | inviare | inviaci | fornire | fornisca | "
    "allegare | si prega | ~ください | ~下さい | ~提出 | ~ご提供 | ~请 | ~提供 | ~提交"
)
_NO_REQUEST = (
    "if you need help | help understanding | if you have questions | may ask you | we may ask | "
    "perhaps asking | may request | we will review | we review | "
    "we then review | we'll review | once we receive | "
    "when we receive | once we have | after we receive | upon receipt | if we can confirm | "
    "without an acceptable | we will look | "
    "we reviewed | we have reviewed | we received | thank you for | thanks for | we act | "
    "we take | we removed | we have removed | "
    "to learn more | for more information about | funds may | funds will | funds are | "
    "funds stay | payments will | deducted | ship open orders | open orders | pending orders"
)
_GREETING = (
    "hello | dear | hi | greetings | guten tag | sehr geehrte* | hallo | hola | estimad* | "
    "bonjour | gentile | buongiorno | ~出品者様 | ~尊敬的"
)
_OWN = "my | i am | i m | i have | i just | i got | i was | i need | i really | i want | should i | can i"
_SEEKS = "have you | did you | will you | made you | led you | has been done | was done"
_OTHERS = (
    "all other complaint* | any other complaint* | other types of complaint* | for other complaint* | for all other"
)
_FOLLOWING = (
    "following | these | one of | any of | include* | such as | on | that | ~次の | ~以下 | "
    "folgende* | siguiente* | suivant* | seguent*"
)


class Place(NamedTuple):
    """What is known of one sentence: the part of the notice, whether it asks for something, heading or list point."""

    part: str
    asks: bool
    heading: bool
    listed: bool


def places(passage: Passage) -> tuple[Place, ...]:
    """The place of each sentence of a passage, in order."""
    return tuple(_places(passage))


def _places(passage: Passage) -> Iterator[Place]:
    part, borrowed = "body", ""
    posted = _own_words(passage)
    asking = other = borrowed_list = False
    for at, sentence in enumerate(passage.sentences):
        if at in posted:
            yield Place("own", False, False, False)
            continue
        listed = _LIST.match(sentence.quote) is not None
        if _greets(passage, at):
            part, borrowed, asking = "body", "", False
        title = "" if listed and asking else _title(passage, at, listed)
        if title:
            part, borrowed, other = title, "", False
            asking = title in ("comply", "error")
            yield Place(title, _requests(passage, at) and title not in ("help", "send"), True, listed)
            continue
        colon = sentence.quote.rstrip().endswith((":", "："))
        runs_on = (
            not listed
            and borrowed_list
            and not colon
            and not _begins_line(passage, at)
            and not _opens_error(passage, at)
        )
        if not listed and not runs_on:
            borrowed = "error" if _opens_error(passage, at) else ""
            other = passage.has(_OTHERS, at)
        own = _requests(passage, at)
        asks = (own or (listed and (asking or part in ("comply", "error")))) and not other
        if runs_on:
            asks = asks or (own and not other)
        elif not listed:
            asking = (own or (asking and colon)) and (
                colon or sentence.quote[-1:].isalnum() or sentence.quote[-1:] == "-" or passage.has(_FOLLOWING, at)
            )
        elif own and colon:
            asking = True
        borrowed_list = listed or runs_on
        here = borrowed or part
        yield Place(here, asks and here != "help", False, listed)


def _own_words(passage: Passage) -> set[int]:
    """Sentences in which a poster speaks around the notice that he pasted; none where nothing was pasted."""
    said = {hit.sentence for hit in passage.hits(_OWN) if not _heading_of_ours(passage, hit.sentence)}
    if not said:
        return said
    first = min(said)
    begins = next(
        (
            at
            for at, sentence in enumerate(passage.sentences)
            if at > first and (_greets(passage, at) or sentence.quote[0] in '"“„«')
        ),
        0,
    )
    if not begins:
        return set()
    return {at for at in said if at > begins} | set(range(begins))


def _heading_of_ours(passage: Passage, at: int) -> bool:
    """Whether a sentence is one of Amazon's headings, which speak in the seller's name ("How do I … my account?")."""
    first = passage.word_range(passage.sentences[at].start, passage.sentences[at].end)
    return passage.words[first.start] in ("how", "what", "why", "where", "has", "was") and bool(
        _title(passage, at, False)
    )


def _greets(passage: Passage, at: int) -> bool:
    """Whether the notice itself begins here, after whatever its poster wrote above it."""
    begin = passage.sentences[at].start
    return any(hit.sentence == at and hit.start - begin < 3 for hit in passage.hits(_GREETING))


def _requests(passage: Passage, at: int) -> bool:
    return _seeks(passage, at) or (passage.has(_REQUEST, at) and not passage.has(_NO_REQUEST, at))


def _seeks(passage: Passage, at: int) -> bool:
    """Whether a question is put to the seller, as in "What have you changed?"; headings ask in the seller's name."""
    return passage.sentences[at].quote.endswith("?") and passage.has(_SEEKS, at) and passage.has("what | how | why", at)


def _title(passage: Passage, at: int, listed: bool) -> str:
    """The part that a heading opens; empty when the sentence is no heading that we know."""
    quote = passage.sentences[at].quote.strip(_EMPHASIS)
    question = passage.sentences[at].quote.rstrip(" *_").endswith(("?", "？", "か"))
    count = len(passage.word_range(passage.sentences[at].start, passage.sentences[at].end))
    if not quote or _seeks(passage, at) or count > (14 if question else 9) or (listed and not question):
        return ""
    if not question and passage.sentences[at].quote.rstrip(" *_").endswith((".", ",", ";", "。")):
        return ""
    if not question and (not _alone(passage, at) or ":" in quote):
        return ""
    for part, group in _HEADINGS:
        if count > 7 and ((part in ("send", "list", "next") and not question) or part == "help"):
            continue
        if passage.has(group, at) and not (part == "why" and _requests(passage, at)):
            return part
    return ""


def _begins_line(passage: Passage, at: int) -> bool:
    begin = passage.sentences[at].start
    return not passage.text[passage.text.rfind("\n", 0, begin) + 1 : begin].strip(_EMPHASIS)


def _alone(passage: Passage, at: int) -> bool:
    """Whether a sentence fills its line."""
    span = passage.sentences[at]
    before = passage.text[passage.text.rfind("\n", 0, span.start) + 1 : span.start]
    stop = passage.text.find("\n", span.end)
    after = passage.text[span.end : len(passage.text) if stop < 0 else stop]
    return not before.strip(_EMPHASIS) and not after.strip(_EMPHASIS)


def _opens_error(passage: Passage, at: int) -> bool:
    return passage.has(_WRONG, at) and passage.has(_IF, at) and not passage.has(_BACK, at)
