"""Who may ask, what a page may load, and when the app refuses to start."""

from __future__ import annotations

import http.client
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from tests.doors.web.conftest import Served

from amends.doors.web.place import Place, is_loopback, lacking

NOTICE = (
    "Hello,\n\nWe removed your listing B0EXAMPL01. Please send invoices within 17 days.\n<script>alert(1)</script>\n"
)


def ask(served: Served, path: str, method: str = "GET", body: str = "", **headers: str) -> tuple[int, dict, str]:
    parts = urlsplit(served.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body:
        named.setdefault("Content-Type", "application/x-www-form-urlencoded")
    connection.request(method, path, body or None, named)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def form(served: Served) -> tuple[str, str]:
    """The cookie and the word of a form of ours."""
    _, headers, text = ask(served, "/")
    cookie = headers["set-cookie"].split(";")[0].strip()
    word = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
    assert word is not None
    return cookie, word.group(1)


def test_a_page_allows_no_script_of_its_text_and_nothing_from_elsewhere(served: Served) -> None:
    status, headers, _ = ask(served, "/")

    assert 200 == status
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy
    assert "no-store" == headers["cache-control"] and "nosniff" == headers["x-content-type-options"]
    assert "same-origin" == headers["cross-origin-resource-policy"]
    assert "server" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::2]"])
def test_a_name_that_is_not_ours_is_refused(served: Served, host: str) -> None:
    assert 400 == ask(served, "/", Host=host)[0]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"},
        {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
def test_what_another_site_sends_is_refused_even_with_the_word_of_our_form(
    served: Served, headers: dict[str, str]
) -> None:
    cookie, word = form(served)
    body = urlencode({"csrfmiddlewaretoken": word, "text": NOTICE})

    assert 403 == ask(served, "/", "POST", body, Cookie=cookie, **headers)[0]
    assert 403 == ask(served, "/", "POST", urlencode({"text": NOTICE}))[0]


def test_an_image_of_another_site_cannot_show_our_page_but_a_link_opens_it(served: Served) -> None:
    embedded = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"}
    followed = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}

    assert 403 == ask(served, "/cases/", **embedded)[0]
    assert 200 == ask(served, "/cases/", **followed)[0]


def test_a_notice_full_of_markup_is_shown_as_text(served: Served) -> None:
    cookie, word = form(served)
    hostile = NOTICE + "<img src=x onerror=alert(2)> {{ settings.SECRET_KEY }} {% load static %} &lt;b&gt; \u202e"
    body = urlencode({"csrfmiddlewaretoken": word, "text": hostile})
    status, headers, _ = ask(served, "/", "POST", body, Cookie=cookie)
    assert 302 == status

    status, _, text = ask(served, headers["location"], Cookie=cookie)

    assert 200 == status
    assert "<script>alert" not in text and "<img src=x" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text and "{{ settings.SECRET_KEY }}" in text


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/",
        "/cases/none-of-mine/",
        "/cases/..%2f..%2fetc%2fpasswd/",
        "/cases/a%00b/",
        "/static/../settings.py",
        "/cases/none-of-mine/submit/bundle.zip",
        "/cases/none-of-mine/file/",
    ],
)
def test_what_is_not_there_is_told_calmly(served: Served, path: str) -> None:
    status, _, text = ask(served, path)

    assert 404 == status
    assert "Traceback" not in text and "settings.py" not in text.replace(path, "")


def test_a_form_that_is_far_too_large_is_refused(served: Served) -> None:
    cookie, word = form(served)
    body = urlencode({"csrfmiddlewaretoken": word, "text": "x" * 14_000_000})

    status, _, words = ask(served, "/", "POST", body, Cookie=cookie)
    assert 413 == status and "smaller parts" in words
    assert 200 == ask(served, "/")[0]


def test_the_key_is_for_its_owner_alone(served: Served) -> None:
    key = served.data / "secret.key"

    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 50


def test_what_listens_for_others_needs_accounts_a_key_and_https() -> None:
    here = Place(Path("/x"), "", "", "")
    bare = Place(Path("/x"), "", "http://plans.example.com", "short")
    whole = Place(Path("/x"), "", "https://plans.example.com", "k3y-of-our-0wn." * 4)

    assert () == lacking(here, "127.0.0.1", 0) == lacking(here, "::1", 0) == lacking(here, "localhost", 0)
    assert 3 == len(lacking(here, "0.0.0.0", 0)) == len(lacking(bare, "127.0.0.1", 0))
    assert 1 == len(lacking(whole, "0.0.0.0", 0))
    assert () == lacking(whole, "0.0.0.0", 1)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "10.0.0.1", "example.com", ""])
def test_only_this_machine_is_loopback(host: str) -> None:
    assert not is_loopback(host)


def test_the_command_refuses_to_listen_for_others_and_says_all_that_is_missing(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "amends", "serve", "--no-browser", "--host", "0.0.0.0", "--port", "0"],
        env={**os.environ, "AMENDS_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert 2 == told.returncode
    assert all(words in told.stderr for words in ("AMENDS_URL", "AMENDS_SECRET_KEY", "--new-account"))


@pytest.mark.parametrize("words", [["serve", "--no-browser"], ["export", "abcdefgh", "-o", "x.zip"]])
def test_without_its_packages_the_app_says_what_to_install(tmp_path: Path, words: list[str]) -> None:
    without = "import sys; sys.modules['django'] = None; from amends.doors.cli import run; sys.exit(run(sys.argv[1:]))"
    told = subprocess.run(
        [sys.executable, "-c", without, *words],
        env={**os.environ, "AMENDS_DATA": str(tmp_path / "data")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert 2 == told.returncode
    assert "pip install 'amends[web]'" in told.stderr
