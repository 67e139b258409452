"""Somebody who visits a running server without a browser: reads pages, sends forms and files."""

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

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Answer(NamedTuple):
    """The status of an answer, the address that it came from after all redirects, and its text."""

    status: int
    url: str
    text: str


class Visitor:
    """A visitor of one server."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar())).open

    def get(self, path: str) -> Answer:
        return self._asked(urllib.request.Request(self.url + path))

    def post(self, path: str, form: dict[str, str], *files: tuple[str, bytes], of: str = "") -> Answer:
        """Send the form that a page holds (`of`, the path itself when left out)."""
        token = _TOKEN.search(self.get(of or path).text)
        assert token is not None, of or path
        mark = secrets.token_hex(16)
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in {"csrfmiddlewaretoken": token[1], **form}.items()
        ]
        parts += [
            f'--{mark}\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode()
            + data
            + b"\r\n"
            for name, data in files
        ]
        head = {"Content-Type": f"multipart/form-data; boundary={mark}", "Origin": self.url}
        body = b"".join((*parts, f"--{mark}--\r\n".encode()))
        return self._asked(urllib.request.Request(self.url + path, body, head))

    def _asked(self, request: urllib.request.Request) -> Answer:
        try:
            with self._open(request, timeout=60) as answer:
                return Answer(answer.status, answer.url, answer.read().decode())
        except urllib.error.HTTPError as error:
            return Answer(error.code, error.url, error.read().decode())


def until(found: Callable[[], bool], seconds: float = 120) -> None:
    """Wait until something is so; fail when it never is."""
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.1)
