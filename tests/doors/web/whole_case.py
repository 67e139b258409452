"""A whole case in the browser, from the notice to the record that the answer was sent; and the same by command."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import yaml
from tests.doors.web.hands import Hands
from tests.doors.web.interviewing import by_browser, give, go
from tests.doors.web.seeding import example, notice_of

import amends
from amends.app import knowledge
from amends.app.demo import EXAMPLES
from amends.evidence.filename import safe

Look = Callable[[Any, str], None]
_SIGNS = "seller.signatory"
_ALL_SHOWN = """() => {
  const files = document.querySelector("#files");
  return files.dataset.shown === (files.querySelector("[data-ended]")?.dataset.ended ?? "0");
}"""


def at_noon() -> str:
    """A time zone in which it is about noon now, so that the day does not change while a case is worked on."""
    ahead = 12 - datetime.now(UTC).hour
    return f"NOON{-ahead:+d}"


class Walk:
    """Somebody with the files and the knowledge of a built-in example, at a tab of a running server."""

    def __init__(self, hands: Hands, name: str, look: Look = lambda tab, name: None) -> None:
        self.hands, self.tab, self.look = hands, hands.tab, look
        self.name, self.said = name, example(name)
        self.id = ""

    def go(self, role: str, name: str | re.Pattern[str], within: Any = None) -> None:
        """Press a link or button that leads to another page."""
        go(self.hands, (within or self.tab).get_by_role(role, name=name, exact=isinstance(name, str)))

    def step(self, title: str) -> None:
        """Go to a step of the case by the row of steps."""
        self.go("link", re.compile(f"^{title}"), self.tab.get_by_role("navigation", name="Steps of this case"))

    def all(self) -> bytes:
        """The whole way. Gives the bundle."""
        self.notice()
        self.signs()
        self.evidence()
        self.answers()
        self.shows()
        self.plan()
        bundle = self.pack()
        self.sent()
        return bundle

    def notice(self) -> None:
        """Give the notice."""
        self.tab.goto("/")
        self.look(self.tab, "start")
        with self.tab.expect_navigation():
            self.hands.send(self.tab.get_by_label("Or its file"), [notice_of(self.name)])
        if self.tab.get_by_role("button", name="Start another case").count():
            with self.tab.expect_navigation():  # somebody else has a case on the same notice
                go(self.hands, self.tab.get_by_role("button", name="Start another case"))
        self.id = self.tab.url.rstrip("/").rpartition("/")[2]
        self.look(self.tab, "notice")

    def signs(self) -> None:
        """Say first who signs: what is said after it is said by that person."""
        self.go("link", re.compile("^Go on: Questions"))
        self.look(self.tab, "question")
        self.go("link", "All answers")
        go(self.hands, self.tab.locator(f"[id='{_SIGNS}'] .change a"))
        give(self.hands, self.said["answers"][_SIGNS])

    def evidence(self) -> None:
        """Send all files at once; then say of each what it is, keep some back, and say what was sold."""
        about = self.said["evidence"]
        self.step("Evidence")
        self.hands.send(self.tab.locator("#files-field"), [EXAMPLES / self.name / "evidence" / file for file in about])
        self._read(len(about))
        self.look(self.tab, "evidence")
        for file, said in about.items():
            self._tell(file, said)
        self._read(0)
        if sold := self.said.get("sold"):
            for asin, units in sold.items():
                self.hands.write(self.tab.locator(f"#sold-{asin}"), str(units))
            self.hands.write(self.tab.get_by_label("Who says so"), self.said["by"])
            self.go("button", "Save the units")
        self.look(self.tab, "evidence-told")

    def _read(self, number: int) -> None:
        """Wait until the files that were sent are read, and the page shows what was found in them."""
        self.tab.wait_for_selector("#files [data-waits='0']")
        if number:
            self.tab.locator("#files").get_by_text("are read.").wait_for()
            self.tab.locator(".document").nth(number - 1).wait_for()
        self.tab.wait_for_function(_ALL_SHOWN)

    def _tell(self, file: str, said: dict[str, Any]) -> None:
        self.go("link", re.compile(f" {re.escape(kept(file))}$"), self.tab.locator("#found"))
        if {"kind", "dated", "asins"} & set(said):
            if "kind" in said:
                self.hands.choose(self.tab.get_by_label("Kind of document"), knowledge().documents[said["kind"]].title)
            self.hands.write(self.tab.get_by_label("The day that stands on it"), str(said.get("dated", "")))
            self.hands.write(self.tab.get_by_label("It is only about these ASINs"), " ".join(said.get("asins", ())))
            self.go("button", "Save")
        self.look(self.tab, file)
        if "held" in said:
            self.hands.write(self.tab.get_by_label("Why", exact=True), said["held"])
            self.go("button", "Keep it back")
        self.go("link", "Back to your evidence")

    def answers(self) -> None:
        """Answer the questions, which document proves an action or a measure among them."""
        proofs: dict[str, Any] = {}
        for file, about in self.said["evidence"].items():
            for item in set(about.get("supports", ())) & self._asked():
                proofs.setdefault(f"{item}.proof", []).append(kept(file))
        left = {key: answer for key, answer in self.said["answers"].items() if key != _SIGNS}
        by_browser(self.hands, self.id, left | proofs, self.look)

    def _asked(self) -> set[str]:
        """The items of which the questions ask for proof."""
        answers = self.said["answers"]
        return {*answers.get("actions", ()), *answers.get("measures", ())}

    def shows(self) -> None:
        """Say on the page of a document what else it shows: a cause, the case as a whole."""
        left = {
            file: [item for item in about.get("supports", ()) if item not in self._asked()]
            for file, about in self.said["evidence"].items()
        }
        for file, items in left.items():
            if not items:
                continue
            self.step("Evidence")
            self.go("link", re.compile(f" {re.escape(kept(file))}$"), self.tab.locator("#found"))
            for item in items:
                self.hands.tick(self.tab.locator(f"input[name=shows][value='{item}']"))
            self.go("button", "Save what it shows")
            self.look(self.tab, f"{file} shows")

    def plan(self) -> None:
        """Have the plan written; nothing in it may be refused by a strict reader."""
        self.step("Plan")
        self.go("button", "Write the plan")
        self.tab.wait_for_selector("form[data-reviewed]", state="attached")
        assert "error" not in self.tab.inner_text("[data-draft-counts]")
        self.look(self.tab, "plan")
        self.step("Pictures")
        self.look(self.tab, "pictures")
        self.go("link", "Go on: Plan")
        self.go("link", "Go on: submit")

    def pack(self) -> bytes:
        """Pack the bundle and save it."""
        self.go("button", "Pack everything")
        self.look(self.tab, "packed")
        self.tab.get_by_text("Packed and ready").wait_for()
        return self._saved("Save all as one ZIP")

    def sent(self) -> None:
        """Record that it was sent."""
        self.go("button", "Record it")
        self.tab.get_by_text("Packed and sent").wait_for()
        assert 0 == self.tab.get_by_role("button", name="Record it").count()
        self.look(self.tab, "sent")

    def _saved(self, link: str) -> bytes:
        with self.tab.expect_download() as saved:
            self.hands.press(self.tab.get_by_role("link", name=link))
        return Path(saved.value.path()).read_bytes()


def kept(file: str) -> str:
    """The name under which a case keeps a file."""
    return safe(file, Path(file).suffix[1:], ())


def by_command(name: str, folder: Path, zone: str) -> bytes:
    """The bundle that the command line makes of the same notice, files and answers, by the same person, today."""
    said = {key: value for key, value in example(name).items() if key != "today"}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "evidence").symlink_to(EXAMPLES / name / "evidence")
    (folder / "answers.yaml").write_text(yaml.safe_dump(said, sort_keys=False), encoding="utf-8")
    case = str(folder / "case")
    for words in (
        ("new", case, "--notice", str(notice_of(name))),
        ("ask", case, "--answers", str(folder / "answers.yaml")),
        ("draft", case),
        ("bundle", case),
    ):
        source = str(Path(amends.__file__).parents[1])
        environment = {**os.environ, "TZ": zone, "PYTHONPATH": source}
        done = subprocess.run([sys.executable, "-m", "amends", *words], env=environment, capture_output=True, text=True)
        assert 0 == done.returncode, (words, done.stdout, done.stderr)
    return (folder / "case" / "bundle.zip").read_bytes()


def texts(bundle: bytes) -> dict[str, str]:
    """The texts in a bundle by their names, for a difference that can be read."""
    with ZipFile(io.BytesIO(bundle)) as archive:
        return {
            name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".txt", ".md", ".csv"))
        }
