"""Somebody with a browser that runs no scripts: reads pages, keeps cookies, sends forms and files."""

from __future__ import annotations

import re
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from http.cookiejar import CookieJar
from typing import NamedTuple
from urllib.parse import urlencode, urljoin

from tests.doors.web.forms import Shown

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Answer(NamedTuple):
    """The status of an answer, the address that it came from after all redirects, and its text."""

    status: int
    url: str
    text: str


class Visitor:
    """A visitor of one server: `path`, `status` and `text` are those of the last page, `page` is what it holds."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.path, self.status, self.text, self.page = "/", 0, "", Shown("")
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open

    def go(self, path: str) -> Shown:
        """Open an address, as a link of the page names it."""
        self.get(urljoin(self.path, path))
        return self.page

    def send(self, pairs: list[tuple[str, str]], path: str = "") -> Shown:
        """Send fields as a form does."""
        body = urlencode(pairs, errors="surrogatepass").encode()
        head = {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.url}
        self._asked(urllib.request.Request(self.url + urljoin(self.path, path), body, head))
        return self.page

    def change(self, changes: dict[str, str | list[str]], do: str | None = "save") -> Shown:
        """Send the form of the page with some fields changed, by the button `do`."""
        pairs = [(name, value) for name, value in self.page.sent() if name not in changes]
        for name, value in changes.items():
            pairs += [(name, each) for each in ([value] if isinstance(value, str) else value)]
        return self.send(pairs + ([("do", do)] if do else []))

    def get(self, path: str) -> Answer:
        return self._asked(urllib.request.Request(self.url + path))

    def post(
        self, path: str, form: dict[str, str], *files: tuple[str, bytes], of: str = "", field: str = "files"
    ) -> Answer:
        """Send a form with files in a field, which a page holds (`of`, the path itself when left out)."""
        token = _TOKEN.search(self.get(of or path).text)
        assert token is not None, of or path
        mark = secrets.token_hex(16)
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {"csrfmiddlewaretoken": token[1], **form}.items()
        ]
        parts += [
            f'--{mark}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'.encode()
            + data
            + b"\r\n"
            for name, data in files
        ]
        head = {"Content-Type": f"multipart/form-data; boundary={mark}", "Origin": self.url}
        body = b"".join((*parts, f"--{mark}--\r\n".encode()))
        return self._asked(urllib.request.Request(self.url + path, body, head))

    def paste(self, notice: str) -> Answer:
        """Start a case of one's own on a notice, also where others have one on the same."""
        answer = self.post("/", {"text": notice})
        other = re.search(r'name="another" value="([^"]+)"', answer.text)
        return self.post("/", {"another": other[1]}) if other else answer

    def _asked(self, request: urllib.request.Request) -> Answer:
        try:
            with self._open(request, timeout=60) as answer:
                made = Answer(answer.status, answer.url, answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                made = Answer(error.code, error.url, error.read().decode())
        self.path, self.status, self.text = made.url.removeprefix(self.url), made.status, made.text
        self.page = Shown(made.text)
        return made


def until(found: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is so; fail when it never is."""
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)
