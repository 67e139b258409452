"""What the addresses behind the editor answer: to sound requests, to broken and hostile ones."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from tests.doors.web.conftest import Served
from tests.doors.web.seeding import Beside


class Case:
    """A case as a program of the page talks to it."""

    def __init__(self, served: Served, beside: Beside) -> None:
        self.id = beside.started("inauthentic", "bare")
        self.url = f"{served.url}/cases/{self.id}"
        self.headers: dict[str, str] = {}
        self.write()

    def get(self, name: str) -> str:
        with urlopen(Request(f"{self.url}/{name}", headers=self.headers), timeout=60) as answer:
            cookie = answer.headers.get("Set-Cookie", "")
            page = str(answer.read().decode())
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
        if cookie.startswith("csrftoken=") and token:
            self.headers = {"Cookie": cookie.partition(";")[0], "X-CSRFToken": token[1]}
        return page

    def write(self) -> None:
        self.get("draft/")
        self.post("draft/write/", b"")

    def post(self, name: str, body: Any, **headers: str) -> tuple[int, Any]:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        asked = Request(f"{self.url}/{name}", data, {"Content-Type": "application/json", **self.headers, **headers})
        try:
            with urlopen(asked, timeout=120) as answer:
                said = answer.read()
                return answer.status, json.loads(said) if answer.headers["Content-Type"] == "application/json" else said
        except HTTPError as error:
            with error:
                said = error.read()
                return error.code, json.loads(said) if error.headers["Content-Type"] == "application/json" else said

    @property
    def stamp(self) -> str:
        found = re.search(r'data-stamp="(\w+)"', self.get("draft/"))
        assert found
        return found[1]


@pytest.fixture(scope="module")
def case(served: Served, beside: Beside) -> Case:
    return Case(served, beside)


def test_places_count_characters_as_the_server_does(case: Case) -> None:
    text = "# Plan of Action\n\n🙂🙂 We closed it!!! It is done.\n"
    status, answer = case.post("draft/check/", {"text": text, "version": 7})

    assert (200, 7) == (status, answer["version"])
    shouted = next(each for each in answer["findings"] if each["fix"])
    assert "!!!" == text[shouted["start"] : shouted["end"]]
    assert shouted["why"] and shouted["source"]
    said = [text[each["start"] : each["end"]] for each in answer["sentences"]]
    assert ["🙂🙂 We closed it!!!", "It is done."] == said
    assert all(each["unproven"] for each in answer["sentences"])


def test_a_text_that_is_far_too_long_is_reviewed_at_its_beginning(case: Case) -> None:
    text = "## Root Cause\n\nWe closed it!!!\n" + "We counted the parcels in the yard again.\n" * 20_000
    status, answer = case.post("draft/check/", {"text": text, "version": 3})

    assert (200, 3) == (status, answer["version"])
    assert "far too long for Amazon" in answer["stops"]
    assert answer["findings"]
    assert max(each["end"] for each in (*answer["sentences"], *answer["findings"])) <= 40_000


def test_what_is_quoted_of_the_plan_is_words_without_marks(case: Case) -> None:
    text = "# Plan of Action\n\n> **Missing:** the day.\n\nWe **closed** it.\n"
    _, answer = case.post("draft/check/", {"text": text, "version": 1})

    assert "“We closed it.”" in answer["questions"]
    said = answer["questions"] + answer["matrix"] + answer["stops"]
    assert "**" not in said + "".join(each["message"] for each in answer["findings"])


def test_the_review_of_hostile_text_is_text(case: Case) -> None:
    words = "<script>alert(1)</script>"
    _, answer = case.post("draft/check/", {"text": f"## Root Cause\n\n{words} {words}\n", "version": 1})

    assert words not in answer["matrix"] + answer["questions"]


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b"{}", b'{"text": 5}', b'{"text": null, "stamp": {}}', b"\xff\xfe", b"null"]
)
def test_what_is_no_request_is_refused(case: Case, body: bytes) -> None:
    assert 400 == case.post("draft/check/", body)[0]
    assert 400 == case.post("draft/save/", body)[0]


def test_a_save_goes_by_its_stamp(case: Case) -> None:
    stamp = case.stamp
    status, first = case.post("draft/save/", {"text": "One.", "stamp": stamp})
    assert 200 == status
    assert (409, {"text": "One.", "words": "One.", "stamp": first["stamp"]}) == case.post(
        "draft/save/", {"text": "Two.", "stamp": stamp}
    )
    assert (409, "One.") == (lambda found: (found[0], found[1]["text"]))(case.post("draft/save/", {"text": "Two."}))
    assert case.stamp == first["stamp"]
    # The same text again is saved already, and says so.
    assert (200, first) == case.post("draft/save/", {"text": "One.", "stamp": first["stamp"]})


def test_half_a_character_is_saved_as_the_sign_for_it(case: Case) -> None:
    status, _ = case.post("draft/save/", b'{"text": "Broken \\ud83d here.", "stamp": "%s"}' % case.stamp.encode())

    assert 200 == status
    assert "Broken � here." in case.get("draft/")
    assert 200 == case.post("draft/check/", b'{"text": "Broken \\ud83d here.", "version": 1}')[0]


def test_a_text_that_is_no_plan_any_more_is_refused_with_a_word(case: Case) -> None:
    long = "word " * 210_000
    status, answer = case.post("draft/save/", {"text": long, "stamp": case.stamp})
    assert (507, True) == (status, "1,000,000 characters" in answer["error"])
    assert 422 == case.post("draft/check/", {"text": long, "version": 1})[0]


def test_without_the_word_of_our_forms_nothing_is_saved(case: Case) -> None:
    stamp = case.stamp
    assert 403 == case.post("draft/save/", {"text": "Theirs.", "stamp": stamp}, **{"X-CSRFToken": "no"})[0]
    origin = {"Origin": "http://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert 403 == case.post("draft/save/", {"text": "Theirs.", "stamp": stamp}, **origin)[0]
    assert stamp == case.stamp


def test_a_version_that_is_not_there_is_said_so(case: Case) -> None:
    for query in ("before=99", "after=abc", "before=-1", "before=" + "9" * 40):
        with pytest.raises(HTTPError) as refused:
            case.get(f"versions/?{query}")
        with refused.value as error:
            assert 404 == error.code
