"""Two ways to work a page: with the mouse, or with the keyboard alone. Both do the same to the same controls."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

_MOST_TABS = 200
_AT = """(target) => {
  const at = document.activeElement;
  const group = target.type === "radio" && at.type === "radio" && at.name === target.name && at.form === target.form;
  if (at === target || group) return 0;
  return at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
}"""
_SEEN = """() => {
  const marked = (each) => each && getComputedStyle(each).outlineStyle !== "none";
  const at = document.activeElement;
  return at.matches(":focus-visible") && (marked(at) || marked(at.closest("label")) || marked(at.firstElementChild));
}"""


class Hands(Protocol):
    """Somebody at a tab."""

    tab: Any

    def press(self, target: Any) -> None: ...
    def write(self, field: Any, words: str) -> None: ...
    def tick(self, box: Any) -> None: ...
    def choose(self, field: Any, words: str) -> None: ...
    def send(self, field: Any, files: Sequence[Path]) -> None: ...


class Mouse:
    """Clicks, and types where it clicked."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab

    def press(self, target: Any) -> None:
        target.click()

    def write(self, field: Any, words: str) -> None:
        field.fill(words)

    def tick(self, box: Any) -> None:
        box.check()

    def choose(self, field: Any, words: str) -> None:
        field.select_option(label=words)

    def send(self, field: Any, files: Sequence[Path]) -> None:
        field.set_input_files(list(files))


class Keys:
    """Tab, Shift and Tab, Enter, Space, arrows and letters. What has the focus must show it."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab

    def press(self, target: Any) -> None:
        self._reach(target)
        self.tab.keyboard.press("Enter")

    def write(self, field: Any, words: str) -> None:
        self._reach(field)
        self.tab.keyboard.press("Control+a")
        self.tab.keyboard.press("Delete")
        self.tab.keyboard.insert_text(words)

    def tick(self, box: Any) -> None:
        self._reach(box)
        if box.get_attribute("type") == "radio":
            for _ in range(_MOST_TABS):
                if box.is_checked():
                    return
                self.tab.keyboard.press("ArrowDown")
            raise AssertionError(f"{box} is not reached with the arrows")
        if not box.is_checked():
            self.tab.keyboard.press("Space")
        assert box.is_checked()

    def choose(self, field: Any, words: str) -> None:
        self._reach(field)
        self.tab.keyboard.type(words)
        assert words == field.locator("option:checked").inner_text()

    def send(self, field: Any, files: Sequence[Path]) -> None:
        self._reach(field)
        self.tab.locator(":focus").set_input_files(list(files))

    def _reach(self, target: Any) -> None:
        """Tab to a control, the shorter way round."""
        for _ in range(_MOST_TABS):
            way = target.evaluate(_AT)
            if not way:
                assert self.tab.evaluate(_SEEN), f"{target} has the focus and does not show it"
                return
            self.tab.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError(f"{target} is not reached with the Tab key")
