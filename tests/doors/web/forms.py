"""What a page holds for a browser without scripts: the fields of its forms, its links, its text."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple


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
