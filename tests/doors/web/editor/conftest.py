"""A page with the editor of drafts, a small server that answers it as the app does, and a browser to look at it."""

from __future__ import annotations

import hashlib
import html
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

import amends

HERE = Path(__file__).parent
BUILT = Path(amends.__file__).parent / "doors" / "web" / "static" / "built"
NONCE = "c29tZXRoaW5nIHJhbmRvbQ"
POLICY = f"default-src 'self'; style-src 'self' 'nonce-{NONCE}'; base-uri 'none'; frame-ancestors 'none'"
LETTER = """# Plan of Action

## Root Cause

Our listing was wrong 🙂 and we hope you agree. We sold 129 units of B0PEPR7MQ9 from 3 March 2026.

## Corrective Actions

1. We will remove the stock.
"""


def stamp(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


class App(ThreadingHTTPServer):
    """What the app answers: `review` makes the findings of a text; `asked` and `kept` tell what came in."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.text = LETTER
        self.review: Callable[[str], dict[str, Any]] = lambda text: {"findings": [], "sentences": []}
        self.waits: Callable[[str], float] = lambda text: 0.0
        self.down = False
        self.out = False
        self.asked: list[str] = []
        self.kept: list[str] = []
        self.aside: list[str] = []
        self.tokens: set[str] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: App
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None: ...

    def do_GET(self) -> None:
        name = self.path.partition("?")[0]
        if name == "/":
            page = (HERE / "page.html").read_text(encoding="utf-8")
            page = page.replace("@text@", html.escape(self.server.text)).replace("@nonce@", NONCE)
            self.reply(200, "text/html", page.replace("@stamp@", stamp(self.server.text)).encode())
        elif name == "/page.css":
            self.reply(200, "text/css", (HERE / "page.css").read_bytes())
        elif name.startswith("/built/"):
            self.reply(200, "text/javascript", (BUILT / Path(name).name).read_bytes())
        else:
            self.reply(404, "text/plain", b"")

    def do_POST(self) -> None:
        data = self.rfile.read(int(self.headers["Content-Length"]))
        if self.server.down:
            self.close_connection = True
            self.connection.close()
            return
        if self.path == "/plain":
            from urllib.parse import parse_qs

            self.server.kept.append(parse_qs(data.decode())["text"][0])
            self.reply(200, "text/plain", b"kept")
            return
        if self.server.out:
            self.json(401, {"signed_out": True})
            return
        asked = json.loads(data)
        self.server.tokens.add(self.headers["X-CSRFToken"])
        if self.path == "/check":
            self.check(asked)
        elif asked.get("aside"):
            self.server.aside.append(asked["text"])
            self.json(200, {})
        elif asked["stamp"] != stamp(self.server.text):
            self.json(409, {"text": self.server.text, "stamp": stamp(self.server.text)})
        else:
            self.server.text = asked["text"]
            self.server.kept.append(asked["text"])
            self.json(200, {"stamp": stamp(asked["text"])})

    def check(self, asked: dict[str, Any]) -> None:
        text = asked["text"]
        self.server.asked.append(text)
        answer = self.server.review(text)
        time.sleep(self.server.waits(text))
        words = len(text.split())
        answer = {"stops": f"<p>{len(answer['findings'])} things</p>", **answer}
        self.json(200, {"version": asked["version"], "words": words, "limit": 900, **answer})

    def json(self, status: int, answer: dict[str, Any]) -> None:
        self.reply(status, "application/json", json.dumps(answer).encode())

    def reply(self, status: int, kind: str, data: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Content-Security-Policy", POLICY)
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            self.close_connection = True  # the page does not wait for this answer any more


@pytest.fixture
def app() -> Iterator[App]:
    server = App()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(120_000)
    yield made
    made.close()


class Page:
    """The page of the draft, and what the tests do on it."""

    def __init__(self, page: Any, url: str) -> None:
        self.page, self.errors = page, []
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.open(url)

    def open(self, url: str) -> None:
        self.page.goto(url)
        self.ready()

    def ready(self) -> None:
        self.page.wait_for_selector("form[data-ready]", state="attached")

    @property
    def text(self) -> str:
        return str(self.page.evaluate("document.querySelector('form').editor.state.doc.toString()"))

    def put(self, words: str, at: int | None = None) -> None:
        """Type words at a place of the text, the end when left out."""
        self.select(len(self.text) if at is None else at)
        self.page.keyboard.insert_text(words)

    def select(self, first: int, last: int | None = None) -> None:
        """Put the cursor at a place, or select up to another one; places count characters as Python does."""
        first, last = (self._units(at) for at in (first, first if last is None else last))
        self.page.evaluate(
            "([from, to]) => { const view = document.querySelector('form').editor; "
            "view.dispatch({selection: {anchor: from, head: to}}); view.focus(); }",
            [first, last],
        )

    def _units(self, at: int) -> int:
        return len(self.text[:at].encode("utf-16-le")) // 2

    def hover(self, words: str) -> None:
        """Put the mouse on words of the text."""
        script = "at => document.querySelector('form').editor.coordsAtPos(at)"
        place = self.page.evaluate(script, self._units(self.text.index(words) + 1))
        self.page.mouse.move(place["left"] - 1, place["top"] + 5)
        self.page.mouse.move(place["left"] + 1, place["top"] + 6)

    def selected(self) -> str:
        return str(
            self.page.evaluate(
                "(() => { const {state} = document.querySelector('form').editor; "
                "return state.sliceDoc(state.selection.main.from, state.selection.main.to); })()"
            )
        )

    def reviewed(self) -> None:
        """Wait until the text was reviewed."""
        self.page.wait_for_selector("form[data-reviewed]", state="attached")

    def until(self, expression: str) -> None:
        """Wait until an expression holds. Playwright's own waiting evaluates text, which the page's policy refuses."""
        end = time.monotonic() + 8
        while not self.page.evaluate(expression):
            assert time.monotonic() < end, f"waited in vain for {expression}"
            time.sleep(0.02)

    def findings(self, number: int) -> None:
        """Wait until the list holds so many findings."""
        self.until(f"document.querySelectorAll('.finding').length === {number}")

    def saved(self) -> None:
        self.page.wait_for_selector("[data-draft-saved][data-state=saved]")

    def said(self) -> str:
        return str(self.page.text_content("[data-draft-voice]")).strip()


@pytest.fixture
def draft(app: App, context: Any) -> Callable[[], Page]:
    """Opens the page in a new tab; nothing of it may be refused by its policy or fail in its script."""
    return lambda: Page(context.new_page(), app.url)
