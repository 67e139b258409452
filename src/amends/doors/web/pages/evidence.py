"""The evidence of a case: drop documents, see what each is and whether Amazon takes it, and what is still missing."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amends import app, needed
from amends.app.board import arrivals
from amends.app.cases import Opened
from amends.app.evidence import exhibits, requests, verifying
from amends.app.reading.readings import outdated
from amends.doors.web import work
from amends.doors.web.cases import further, now, opened, page, who
from amends.doors.web.documents import ASKED, COVERED, documents
from amends.doors.web.pages import State, Step
from amends.doors.web.uploads import left_out
from amends.errors import AmendsError, Unknown
from amends.model import Person
from amends.request import Request
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from amends.evidence.demand import Demand
    from amends.evidence.verify import Verified

_TAKES = (
    ".pdf,.jpg,.jpeg,.png,.gif,.heic,.heif,.webp,.tif,.tiff,.bmp,.avif,.doc,.docx,.odt,.rtf,.txt,.eml,.msg,.htm,.html,"
    ".csv,.tsv,.xls,.xlsx,.ods,.zip,.json"
)
_MARKS = {
    "there": ("There", "done"),
    "missing": ("Missing", ""),
    "said-missing": ("You said that you do not have it", ""),
    "optional": ("Optional", ""),
}
_NOT_THERE = "Not there"
_NEEDS = {"required": "needed", "recommended": "helps much", "optional": "helps"}
_STATES = {
    "waiting": "Waiting",
    "reading": "Reading",
    "done": "Done",
    "refused": "Not taken",
    "stopped": "Stopped",
    "given-up": "Not read",
}
_LONGEST_MESSAGE = 500


class Row(NamedTuple):
    """A file that was sent, as the list shows it: its state in words, how far it is, and what became of it."""

    arrival: arrivals.Arrival
    state: str
    tone: str
    far: int
    results: tuple[dict[str, Any], ...]
    choices: tuple[tuple[str, str], ...]

    @property
    def told(self) -> bool:
        """Whether there is something that a person should read."""
        return any(each.notes or each.refused for each in self.arrival.outcomes)


@require_http_methods(["GET", "HEAD", "POST"])
def evidence(request: HttpRequest, id: str) -> HttpResponse:
    """Show the evidence; files that were sent are kept at once and read later."""
    return _received(request, id) if request.method == "POST" else _shown(request, id)


def _received(request: HttpRequest, id: str) -> HttpResponse:
    opened(id)
    wrong = [f"{one_line(name, 80)} is larger than {arrivals.LARGEST // 1_000_000} MB." for name in left_out(request)]
    taken = 0
    for file in request.FILES.getlist("files"):
        try:
            arrivals.receive(id, file.name or "file", _stream(file), now(), work.queue)
            taken += 1
        except AmendsError as error:
            wrong.append(str(error))
    if not taken and not wrong:
        wrong.append("Choose the files first, then send them.")
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"taken": taken, "wrong": wrong}, status=200 if taken else 422)
    if wrong:
        messages.error(request, one_line("Not taken: " + " ".join(wrong), _LONGEST_MESSAGE))
    return redirect(f"{reverse('evidence', args=[id])}#files")


def _stream(file: UploadedFile[bytes]) -> BinaryIO:
    assert file.file is not None
    return cast("BinaryIO", file.file)


def _shown(request: HttpRequest, id: str, fault: str = "", typed: dict[str, str] | None = None) -> HttpResponse:
    case = opened(id)
    _read_outdated(id, case)
    found = verifying.judged(case)
    sent, held = documents(case, found)
    letters = requests.named(requests.letters(case))
    checklist = _checklist(case, letters)
    asks = [_asked(each, letters) for each in found.demands]
    context = {
        **_list(id, case),
        "takes": _TAKES,
        "asks": asks,
        "in_words": [kind.title for _, kind in needed.asked(case.case, app.knowledge()) if not kind.documents],
        "products": _products(found, typed or {}),
        "by": request.POST.get("by") or _signatory(case) or _account(request),
        "fault": fault,
        "sent": sent,
        "held": held,
        "kinds": sorted((document.title, kind) for kind, document in app.knowledge().documents.items()),
        "checklist": checklist,
        "brief": _brief(asks, checklist),
        "optional": sum(line["entry"].state == "optional" for line in checklist),
        "letters": [(name, each) for name, each in letters.items()],
        "next": further(id, case, "evidence"),
        "most": arrivals.MOST,
        "megabytes": arrivals.LARGEST // 1_000_000,
    }
    return page(request, id, case, "evidence", "evidence/evidence.html", context, status=422 if fault else 200)


class Asked(NamedTuple):
    """A demand of the notice on the page: how it stands in words and in tone, and the letters that ask for what lacks.

    `letters` are names with titles. `needed`: a document is needed and not there.
    """

    demand: Demand
    words: str
    tone: str
    letters: tuple[tuple[str, str], ...]
    needed: bool


class Brief(NamedTuple):
    """What is missing, in a few words: the titles of what is needed, of what is there and not in order, and of what
    would help.
    """

    needed: tuple[str, ...]
    look: tuple[str, ...]
    helps: tuple[str, ...]


def _asked(demand: Demand, letters: dict[str, Request]) -> Asked:
    """How a demand stands. Where documents are there, their verdict says it; else what the checks know of it."""
    words, tone = COVERED[demand.verdict] if demand.exhibits else ASKED[demand.standing]
    known = app.knowledge()
    kinds = known.asks[demand.ask].documents
    wanted = demand.verdict != "meets" and demand.standing != "words"
    named = tuple(
        (name, _lettered(each))
        for name, each in letters.items()
        if wanted and set(kinds) & set(known.letters[each.id].obtains)
    )
    return Asked(demand, words, tone, named, not demand.exhibits and demand.standing == "needed")


def _lettered(each: Request) -> str:
    return f"{each.title} ({each.to})" if each.to else each.title


def _brief(asks: list[Asked], checklist: list[dict[str, Any]]) -> Brief:
    """What is missing by the checklist and by the demands together, each once."""
    open_ = [line["entry"] for line in checklist if line["entry"].state == "missing"]
    required = [entry for entry in open_ if entry.need == "required"]
    listed = {entry.ask for entry in required}
    needed = [entry.title for entry in required]
    needed += [each.demand.title for each in asks if each.needed and each.demand.title not in listed]
    helps = [entry.title for entry in open_ if entry.need != "required" and entry.title not in needed]
    look = [each.demand.title for each in asks if each.demand.exhibits and each.demand.verdict != "meets"]
    return Brief(tuple(dict.fromkeys(needed)), tuple(dict.fromkeys(look)), tuple(dict.fromkeys(helps)))


def _read_outdated(id: str, case: Opened) -> None:
    """Have documents read that came with a case, or were read by an older reader; this page does not wait for it."""
    under_way = {each.exhibit for each in arrivals.of(id)}
    for each in outdated(case):
        if each.sha256 not in under_way:
            arrivals.read_again(id, each.label, "", now(), work.queue)


def _products(found: Verified, typed: dict[str, str]) -> list[dict[str, Any]]:
    made = []
    for each in found.products:
        words, tone = COVERED[each.verdict]
        sold = typed.get(each.asin, "" if each.sold is None else str(each.sold))
        made.append({"product": each, "verdict": words, "tone": tone, "sold": sold})
    return made


def _signatory(case: Opened) -> str:
    found = case.case.value("seller.signatory")
    return found.name if isinstance(found, Person) else ""


def _account(request: HttpRequest) -> str:
    """The name of the account, where there are accounts."""
    return who(request) if getattr(request, "user", None) is not None and request.user.is_authenticated else ""


def _checklist(case: Opened, letters: dict[str, Request]) -> list[dict[str, Any]]:
    known = app.knowledge().letters
    names = {each.label: each for each in case.case.exhibits}
    made = []
    for entry in exhibits.checklist(case):
        words, mark = _MARKS[entry.state]
        if entry.state == "missing" and entry.need != "required":
            words = _NOT_THERE
        made.append(
            {
                "entry": entry,
                "state": words,
                "mark": mark,
                "need": _NEEDS.get(entry.need, entry.need),
                "exhibits": [names[label] for label in entry.exhibits if label in names],
                "letters": [
                    (name, _lettered(each))
                    for name, each in letters.items()
                    if entry.state != "there" and entry.kind in known[each.id].obtains
                ],
            }
        )
    return made


def _list(id: str, case: Opened) -> dict[str, Any]:
    """The files that were sent and what became of them."""
    found = arrivals.of(id)
    listed = {each.sha256: each for each in (*case.case.exhibits, *case.case.held)}
    rows = [_row(each, listed) for each in found]
    waits = sum(each.state in ("waiting", "reading") for each in found)
    quiet = [row for row in rows if not waits and row.arrival.state == "done" and not row.told]
    return {
        "rows": [row for row in rows if row not in quiet],
        "quiet": quiet,
        "waits": waits,
        "ended": len(found) - waits,
        "done": sum(each.state == "done" for each in found),
        "all": len(found),
    }


def _row(arrival: arrivals.Arrival, listed: dict[str, Any]) -> Row:
    state, tone, far = _STATES[arrival.state], "", 0
    choices: tuple[tuple[str, str], ...] = (("forget", "Take off the list"),)
    if arrival.state in ("waiting", "reading"):
        choices = (("stop", "Stop"),)
    if arrival.state == "reading" and arrival.of:
        # Pages are counted when they are read: the one that is read now is the next.
        at = min(arrival.page + 1, arrival.of)
        state, far = f"Reading page {at} of {arrival.of}", 100 * arrival.page // arrival.of
    elif arrival.state in ("stopped", "given-up"):
        choices = (("again", "Read it after all"), ("forget", "Throw it away"))
        tone = "warn"
    elif arrival.state == "refused":
        tone = "stop"
    elif arrival.state == "done":
        tone = "good"
    results = tuple(
        {"outcome": each, "exhibit": listed.get(each.sha256), "inside": each.inside} for each in arrival.outcomes
    )
    return Row(arrival, state, tone, far, results, choices)


@require_safe
def files(request: HttpRequest, id: str) -> HttpResponse:
    """The list of files alone, for the page that shows it to ask how far they are."""
    return render(request, "evidence/files.html", {"id": id, **_list(id, opened(id))})


@require_POST
def file(request: HttpRequest, id: str, file: str) -> HttpResponse:
    """Stop the reading of a file, go on with it, or take it off the list."""
    do = request.POST.get("do", "")
    try:
        if do == "stop":
            arrivals.stop(id, file)
        elif do == "again":
            arrivals.go_on(id, file, work.queue)
        elif do == "forget":
            arrivals.forget(id, file)
    except Unknown as error:
        messages.error(request, str(error))
    return redirect(f"{reverse('evidence', args=[id])}#files")


@require_POST
def clear(request: HttpRequest, id: str) -> HttpResponse:
    """Take off the list what is in the case or was refused."""
    arrivals.clear(id)
    return redirect(f"{reverse('evidence', args=[id])}#files")


@require_POST
def sold(request: HttpRequest, id: str) -> HttpResponse:
    """Write down how many units were sold, as somebody states it."""
    typed = {
        key.removeprefix("sold-"): str(value).strip() for key, value in request.POST.items() if key.startswith("sold-")
    }
    case = opened(id)
    said = [f"{asin}={units}" for asin, units in typed.items() if units]
    by = one_line(request.POST.get("by", ""), 120)
    try:
        if not said:
            raise Unknown("Write at least one number of units.")
        verifying.say_sold(case, said, by, now())
    except Unknown as error:
        words = "Write the name of the person who states it." if not by and said else str(error)
        return _shown(request, id, words, typed)
    messages.success(request, "The units sold are written down.")
    return redirect(f"{reverse('evidence', args=[id])}#sold")


def _state(case: Opened) -> State:
    """Open while the page says that something is needed, is not enough, or would be refused."""
    lacks = any(entry.state == "missing" and entry.need == "required" for entry in exhibits.checklist(case))
    if lacks or not case.case.exhibits:
        return "open"
    found = verifying.judged(case)
    if any(each.standing == "needed" for each in found.demands if not each.exhibits):
        return "open"
    answered = all(each.verdict == "meets" for each in found.demands if each.exhibits)
    refused = "fails" in {each.verdict for each in found.exhibits} | {each.verdict for each in found.products}
    return "done" if answered and not refused else "open"


_AT = "cases/<slug:id>/evidence"
ADDRESSES = [
    path(f"{_AT}/", evidence, name="evidence"),
    path(f"{_AT}/files/", files, name="evidence-files"),
    path(f"{_AT}/files/clear/", clear, name="evidence-clear"),
    path(f"{_AT}/files/<slug:file>/", file, name="evidence-file"),
    path(f"{_AT}/sold/", sold, name="evidence-sold"),
]
STEP = Step(3, "evidence", "Evidence", _state)
