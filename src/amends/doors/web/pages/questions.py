"""The interview: one question at a time, why Amazon asks it, and what a good answer looks like."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from amends.app import answers
from amends.app.cases import Opened
from amends.doors.web import fields
from amends.doors.web.cases import further, now, opened, page, said_by
from amends.doors.web.pages import State, Step, steps
from amends.errors import Conflict
from amends.interview import STEPS, Question
from amends.text import one_line
from amends.typed import Any

_NOTHING = "Nothing is written yet. Write an answer"
_LONGEST_KEY = 200
_MOST_STEPS = 5
_FROM = {"notice": "The notice says", "case": "You said this before", "suggestion": "This may fit"}


@require_safe
def questions(request: HttpRequest, id: str) -> HttpResponseBase:
    """Go to the first open question while one is needed; at the end of them say what is left and what is next."""
    case = opened(id)
    waiting = answers.questions(case, now().date())
    if "end" not in request.GET and not all(question.optional for question in waiting):
        return redirect("question", id, waiting[0].id)
    context: dict[str, Any] = {
        "progress": answers.progress(case),
        "needed": [question for question in waiting if not question.optional],
        "optional": [question for question in waiting if question.optional],
        "lacking": sum(fact.value is None for fact in case.case.facts.values()),
        "nothing": case.case.route == "none",
        "next": further(id, case, "questions"),
    }
    return page(request, id, case, "questions", "questions/end.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, id: str, key: str) -> HttpResponseBase:
    """Show one question, or take its answer."""
    case = opened(id)
    asked = answers.question(case, key[:_LONGEST_KEY], now().date())
    if asked is None:
        return _gone(request, id, case, key)
    if request.method != "POST":
        return _show(request, id, case, asked)
    sent = fields.with_picked(request.POST)
    match sent.get("do", "take" if "take" in sent else "save"):
        case "leave":
            raw: object = None
        case "lacking":
            raw = {"missing": sent.get("reason", "").strip() or None}
        case "take":
            raw = sent.get("take", "")
        case _:
            raw = _from(asked, sent)
            if raw is None:
                leave = ", or press “Leave it out”." if asked.optional else "."
                return _show(request, id, case, asked, sent, (_NOTHING + leave,))
    moment = now()
    by = said_by(request, case)
    try:
        after, faults = answers.answer_unless_changed(case, key, raw, by, moment, sent.get("was", ""))
    except Conflict:
        return _meanwhile(request, id, key, sent, raw)
    if faults and answers.stamp(after, key) == answers.stamp(case, key):
        return _show(request, id, case, asked, sent, faults)
    if faults or (asked.type == "why" and key not in after.case.facts):
        return redirect(_address(id, key, sent.get("to", "")))
    return _onward(id, after, key, sent.get("to", ""))


def _from(asked: Question, sent: QueryDict) -> object:
    """The answer in a form; in a why walk whose step is changed, all its steps up to that one."""
    raw = fields.answer_in(asked, sent)
    kept = _kept(asked, sent.get("kept", ""))
    return raw if raw is None or kept is None else [*(said.words for said in asked.so_far[:kept]), raw]


def _kept(asked: Question, number: str) -> int | None:
    """How many steps of a why walk stay before the one that is written now; None when it simply goes on."""
    right = asked.type == "why" and number.isascii() and number.isdigit() and len(number) < 3
    return min(int(number), len(asked.so_far)) if right else None


def _onward(id: str, case: Opened, key: str, to: str) -> HttpResponseBase:
    """After an answer: back to where the person came from, else to the next open question."""
    if to == "answers":
        return redirect(f"{reverse('answers', args=[id])}#{urlencode({'': key})[1:]}")
    return redirect(_after(id, case, key))


def _after(id: str, case: Opened, key: str) -> str:
    _, following = answers.around(case, key)
    return _address(id, following) if following else f"{reverse('questions', args=[id])}?end"


def _address(id: str, key: str, to: str = "") -> str:
    return reverse("question", args=[id, key]) + (f"?{urlencode({'to': to})}" if to else "")


def _show(
    request: HttpRequest,
    id: str,
    case: Opened,
    asked: Question,
    sent: QueryDict | None = None,
    faults: tuple[str, ...] = (),
) -> HttpResponse:
    """The page of a question; with what was sent and why it was not taken, if so."""
    fact = case.case.facts.get(asked.id)
    before, _ = answers.around(case, asked.id)
    to = (sent or request.GET).get("to", "")
    kept = _kept(asked, (sent or request.GET).get("kept", ""))
    changing = kept is not None and kept < len(asked.so_far)
    made = fields.form(asked, sent, bool(faults))
    lacking = fact is not None and fact.value is None
    ended = asked.type == "why" and fact is not None and not lacking
    if ended and kept is None and len(asked.so_far) < _MOST_STEPS:
        kept = len(asked.so_far)  # what is written now goes deeper
    context: dict[str, Any] = {
        "question": asked,
        "form": made,
        "single": made.fields[0] if len(made.fields) == 1 else None,
        "faults": [_sentence(fault) for fault in faults],
        "was": sent.get("was", "") if sent is not None else answers.stamp(case, asked.id),
        "to": "answers" if to == "answers" else "",
        "kept": kept,
        "changing": changing,
        "changed": asked.so_far[kept].words if changing and kept is not None and sent is None else None,
        "chain": asked.so_far[:kept] if changing else asked.so_far,
        "given": fact if fact is not None and not lacking else None,
        "lacking": fact if lacking else None,
        "ended": ended and not changing,
        "from_words": _FROM.get(asked.prefill.source, "") if asked.prefill is not None else "",
        "before": _address(id, before) if before else reverse("notice", args=[id]),
        "later": reverse("answers", args=[id]) if to == "answers" else _after(id, case, asked.id),
        "progress": answers.progress(case),
        "step_number": STEPS.index(asked.step) + 1 if asked.step in STEPS else None,
        "steps": len(STEPS),
        "good": fields.example(asked, asked.good),
        "bad": fields.example(asked, asked.bad),
        "evidence": _evidence(id),
        "reason": sent.get("reason", "") if sent is not None else fact.reason if lacking and fact is not None else "",
    }
    return page(request, id, case, "questions", "questions/question.html", context, 422 if faults else 200)


def _meanwhile(request: HttpRequest, id: str, key: str, sent: QueryDict, raw: object) -> HttpResponse:
    """Somebody else answered this question: show both answers, and let the person choose."""
    case = opened(id)
    asked = answers.question(case, key, now().date())
    if asked is None:
        return _gone(request, id, case, key)
    entry = next((each for each in answers.overview(case, now().date()) if each.question.id == key), None)
    again = [(name, value) for name, values in sent.lists() for value in values if name not in _OUR_OWN]
    lacking = isinstance(raw, dict) and "missing" in raw
    context: dict[str, Any] = {
        "question": asked,
        "entry": entry,
        "lacking": lacking,
        "mine": (str(raw.get("missing") or ""),) if isinstance(raw, dict) and lacking else fields.in_words(asked, raw),
        "leave": raw is None,
        "again": again,
        "was": answers.stamp(case, key),
        "later": _after(id, case, key),
    }
    return page(request, id, case, "questions", "questions/meanwhile.html", context, 409)


_OUR_OWN = ("csrfmiddlewaretoken", "was")


def _gone(request: HttpRequest, id: str, case: Opened, key: str) -> HttpResponse:
    """The question is not one of this case (any more)."""
    sent = request.POST.getlist(fields.ANSWER) if request.method == "POST" else []
    context: dict[str, Any] = {"typed": [one_line(words, 600) for words in sent if words.strip()]}
    context["held"] = key in case.case.facts
    return page(request, id, case, "questions", "questions/gone.html", context, 404)


def _sentence(fault: str) -> str:
    """A fault as a sentence of its own."""
    words = fault.strip()
    if words.startswith(("is ", "ends ")):
        words = f"This {words}" if words.startswith("is ") else f"It {words}"
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "?", "!", "…")) else f"{words}."


def _evidence(id: str) -> str:
    """The address where files are taken in; "" while there is none."""
    return reverse("evidence", args=[id]) if any(step.address == "evidence" for step in steps()) else ""


def _state(case: Opened) -> State:
    if case.case.notice is None:
        return "later"
    return "open" if answers.progress(case).needed else "done"


ADDRESSES = [
    path("cases/<slug:id>/questions/", questions, name="questions"),
    path("cases/<slug:id>/questions/<str:key>/", question, name="question"),
]
STEP = Step(2, "questions", "Questions", _state)
