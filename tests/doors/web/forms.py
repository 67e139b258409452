"""Pages asked for and forms sent as a browser without scripts does it."""

from __future__ import annotations

import http.client
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import urlencode, urljoin, urlsplit

from tests.doors.web.conftest import Served

_TYPED = ("input", "textarea")


class Control(NamedTuple):
    """A field of a form."""

    kind: str
    name: str
    value: str
    on: bool


class Shown(HTMLParser):
    """What a page holds: its fields (all but the last empty form share one list), links by their text, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.controls: list[Control] = []
        self.links: dict[str, str] = {}
        self.words = ""
        self._link: str | None = None
        self._linked = ""
        self._area: str | None = None
        self._typed = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "a":
            self._link, self._linked = found.get("href", ""), ""
        elif tag == "textarea":
            self._area, self._typed = found.get("name", ""), ""
        elif tag == "input":
            self.controls.append(
                Control(found.get("type", "text"), found.get("name", ""), found.get("value", ""), "checked" in found)
            )
        elif tag == "button":
            self.controls.append(Control("button", found.get("name", ""), found.get("value", ""), False))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link is not None:
            self.links.setdefault(" ".join(self._linked.split()), self._link)
            self._link = None
        elif tag == "textarea" and self._area is not None:
            # The first line break behind the tag belongs to the markup.
            self.controls.append(Control("textarea", self._area, self._typed.removeprefix("\n"), False))
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._typed += data
            return
        if self._link is not None:
            self._linked += data
        self.words += data

    def of(self, name: str) -> list[Control]:
        return [control for control in self.controls if control.name == name]

    def sent(self) -> list[tuple[str, str]]:
        """The fields as they would be sent untouched, without buttons and files."""
        return [
            (each.name, each.value)
            for each in self.controls
            if each.name and each.kind not in ("button", "file") and (each.kind not in ("checkbox", "radio") or each.on)
        ]


class Visitor:
    """Somebody with a browser that runs no scripts: keeps cookies, follows redirects, knows where it is."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.cookies: dict[str, str] = {}
        self.path = "/"
        self.status = 0
        self.text = ""
        self.page = Shown("")

    def go(self, path: str) -> Shown:
        return self._ask("GET", urljoin(self.path, path), None)

    def send(self, pairs: list[tuple[str, str]], path: str = "") -> Shown:
        return self._ask("POST", urljoin(self.path, path), urlencode(pairs, errors="surrogatepass"))

    def change(self, changes: dict[str, str | list[str]], do: str | None = "save") -> Shown:
        """Send the form of the page with some fields changed, by the button `do`."""
        pairs = [(name, value) for name, value in self.page.sent() if name not in changes]
        for name, value in changes.items():
            pairs += [(name, each) for each in ([value] if isinstance(value, str) else value)]
        return self.send(pairs + ([("do", do)] if do else []))

    def _ask(self, method: str, path: str, body: str | None) -> Shown:
        for _ in range(6):
            parts = urlsplit(self.served.url)
            connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            if body is not None:
                headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.served.url}
            connection.request(method, path.partition("#")[0], body, headers)
            answer = connection.getresponse()
            self.text, self.status = answer.read().decode(), answer.status
            for line in answer.headers.get_all("Set-Cookie") or ():
                name, _, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            connection.close()
            self.path = path
            if answer.status not in (301, 302):
                break
            method, path, body = "GET", urljoin(path, answer.headers["Location"]), None
        self.page = Shown(self.text)
        return self.page
