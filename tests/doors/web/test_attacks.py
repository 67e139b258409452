"""What somebody sends who means harm: none of it breaks a page, leaves the data folder open or gets past the door."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree

import pytest
from tests.doors.web.conftest import Served, start, stop
from tests.doors.web.seeding import Beside
from tests.doors.web.test_guard import ask, form
from tests.doors.web.test_shared import OVER, SHARED

SCRIPT = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>{{7*7}}{% now %}</textarea><svg onload=alert(3)>"


@pytest.fixture(scope="module")
def beside(served: Served) -> Iterator[Beside]:
    made = Beside(served)
    yield made
    made.close()


@pytest.fixture(scope="module")
def case(beside: Beside) -> str:
    """A case with a plan and a script in what a person said."""
    id = beside.started("inauthentic", "drafted")
    beside.hostile(id, SCRIPT)
    return id


@pytest.mark.parametrize("number", ["00000001" + "9" * 5000, "9" * 5000, "-1", "1e9", "\u0663", "NaN", "00000000"])
def test_a_limit_that_is_no_number_of_characters_is_none(served: Served, case: str, number: str) -> None:
    status, _, _ = ask(served, f"/cases/{case}/submit/?{urlencode({'limit': number})}")

    assert 200 == status


@pytest.mark.parametrize("number", ["-1", "\u0661", "1_0", "9" * 5000, "nan", "", " 1"])
def test_a_version_is_named_by_its_number_alone(served: Served, case: str, number: str) -> None:
    cookie, word = form(served)
    body = urlencode({"csrfmiddlewaretoken": word, "number": number, "stamp": ""})

    assert 404 == ask(served, f"/cases/{case}/versions/back/", "POST", body, Cookie=cookie)[0]


@pytest.mark.parametrize("body", ["[" * 100_000, '{"text":' * 100_000, "9" * 5000, "NaN", "[]", '{"text": 1}', "\x00"])
@pytest.mark.parametrize("page", ["check", "save"])
def test_what_is_no_text_of_a_plan_is_told_to_the_program(served: Served, case: str, page: str, body: str) -> None:
    cookie, word = form(served)
    kind = {"Content_Type": "application/json", "X_CSRFToken": word}

    status, _, words = ask(served, f"/cases/{case}/draft/{page}/", "POST", body, Cookie=cookie, **kind)

    assert 400 == status and "Send the text of the plan" in words


def test_the_cookie_goes_along_with_our_own_requests_alone_and_no_script_reads_it(served: Served) -> None:
    cookie = ask(served, "/")[1]["set-cookie"]

    assert "SameSite=Strict" in cookie and "HttpOnly" in cookie


def test_a_script_in_the_answers_is_text_on_every_page(served: Served, case: str) -> None:
    todo, seen, met = ["/cases/", f"/cases/{case}/"], set[str](), 0
    while todo:
        path = todo.pop()
        if path in seen or re.search(r"\.(png|zip|pdf|docx|csv)\b|/original/|/file/|/save\.", path):
            continue
        seen.add(path)
        assert len(seen) < 400
        status, headers, text = ask(served, path)
        assert 200 == status or status in (302, 404), path
        if headers.get("content-type", "").startswith("image/svg"):
            found = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(text).iter()}
            assert "script" not in found and "img" not in found, path
            continue
        assert not re.search(r"<img src=x|<script>alert|<svg onload|</textarea><svg", text), path
        met += "&lt;script&gt;alert(2)" in text
        links = re.findall(rf'(?:href|src)="(/cases/{case}/[^"#]*)', text)
        todo += [link.replace("&amp;", "&") for link in links]
    assert met > 5, "the script was not met anywhere, so that nothing was tried"


def test_the_data_folder_and_all_in_it_are_for_their_owner_alone(tmp_path: Path) -> None:
    data = tmp_path / "open to all"
    data.mkdir()
    data.chmod(0o755)
    before = os.umask(0o022)
    try:
        running = start(data)
    finally:
        os.umask(before)
    try:
        cookie, word = form(running)
        body = urlencode({"csrfmiddlewaretoken": word, "text": "We removed your listing. Please send us invoices."})
        assert 302 == ask(running, "/", "POST", body, Cookie=cookie)[0]
        modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [data, *data.rglob("*")]}
    finally:
        stop(running)

    assert any("blobs" in path.parts and path.is_file() for path in modes)
    assert {} == {str(path): oct(mode) for path, mode in modes.items() if mode & 0o077}


def test_a_bug_is_logged_by_its_kind_and_a_place_in_our_code() -> None:
    import io
    import logging

    from tests.doors.web import desk

    desk.ready()
    from django.test import RequestFactory

    from amends.doors.web import guard

    request = RequestFactory().get("/cases/secret-id/?q=Marlow")
    log = io.StringIO()
    listening = logging.StreamHandler(log)
    logging.getLogger("amends").addHandler(listening)
    try:
        __import__("json").loads("Marlow")
    except ValueError:
        answer = guard.broken(request)
    finally:
        logging.getLogger("amends").removeHandler(listening)

    assert 500 == answer.status_code
    assert "Marlow" not in answer.content.decode() and "json" not in answer.content.decode()
    said = log.getvalue()
    assert "JSONDecodeError" in said
    assert "decoder.py" not in said and "Marlow" not in said and "secret-id" not in said


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    data = tmp_path_factory.mktemp("guessed")
    words = [sys.executable, "-m", "amends", "serve", "--new-account", "ana"]
    environment = {**os.environ, "AMENDS_DATA": str(data), **SHARED}
    subprocess.run(words, input="tangerine-lamp-47\n", env=environment, text=True, timeout=120, check=True)
    running = start(data, **SHARED)
    yield running
    stop(running)


def sign_in(served: Served, name: str, password: str, following: str = "") -> tuple[int, dict, str]:
    _, headers, text = ask(served, "/sign-in/", **OVER)
    word = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    assert word is not None
    sent = {"csrfmiddlewaretoken": word[1], "username": name, "password": password, "next": following}
    more = {"Cookie": headers["set-cookie"].split(";")[0], "Referer": "https://plans.example.com/sign-in/"}
    return ask(served, "/sign-in/", "POST", urlencode(sent), **more, **OVER)


@pytest.mark.parametrize(
    "following", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(shared: Served, following: str) -> None:
    status, headers, _ = sign_in(shared, "ana", "tangerine-lamp-47", following)

    assert 302 == status and "/cases/" == headers["location"]


def test_who_guesses_passwords_has_to_wait(shared: Served) -> None:
    for at in range(10):
        assert 200 == sign_in(shared, "guessed", f"wrong-{at}")[0]

    status, headers, text = sign_in(shared, "\uff27uessed ", "wrong-10")

    assert 429 == status and int(headers["retry-after"]) > 0 and "minute" in text
    assert 302 == sign_in(shared, "ana", "tangerine-lamp-47")[0], "others are not held up"


def test_a_page_whose_cookie_is_gone_says_how_to_send_a_file(page: Any, case: str) -> None:
    page.goto(f"/cases/{case}/evidence/")
    page.context.clear_cookies()
    page.locator("#files-field").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"words"})

    page.get_by_text("this page was open for long. Reload it").wait_for()
    page.wrong.clear()  # the browser tells the refusal on its console
    page.reload()
    page.locator("#files-field").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"words"})
    page.locator("#files [data-waits], #files .name").first.wait_for()
    assert not page.get_by_text("this page was open for long").count()
