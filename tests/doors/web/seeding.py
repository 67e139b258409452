"""Cases on the shelf of a running server, made and read beside it; and what `amends ask --answers` makes of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from tests.doors.web.conftest import Served

from amends.app import answers, cases
from amends.app.demo import EXAMPLES
from amends.app.plan import drafts
from amends.evidence import record
from amends.model import Case, Exhibit
from amends.store.readings import Readings

DAY = datetime(2026, 3, 20, 12).astimezone()


class Beside:
    """A process that works on the data folder of a running server: starts cases there, changes and reads them."""

    def __init__(self, served: Served) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__],
            env={**os.environ, "AMENDS_DATA": str(served.data), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )

    def started(self, name: str, *words: str) -> str:
        """The id of a new case of an example: its notice, and its files, listed and unread.

        With the word `bare` there are no files, with `drafted` they are read, the answers are given and the plan is
        written.
        """
        return str(self._asked("start", name, *words))

    def answer(self, id: str, key: str, value: str) -> None:
        """Give a fact of a case another text."""
        self._asked("answer", id, key, value)

    def hostile(self, id: str, words: str) -> None:
        """Put words into every text that was said in the answers of a case, and write its plan anew."""
        self._asked("hostile", id, words)

    def doubt(self, id: str, label: str, *fields: str) -> None:
        """Let some fields of a document, and its first line of goods, be read as a bad scan is: not for sure."""
        self._asked("doubt", id, label, *fields)

    def case_of(self, id: str) -> dict[str, Any]:
        """case.yaml of a case on the shelf, without who said what when."""
        return _said(self._asked("read", id))

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _asked(self, *order: str) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


def main() -> None:
    """Do what comes in, an order a line; a line answers each."""
    from amends.app.board.shelves import shelf
    from amends.doors.web.serve import prepare

    prepare()
    for line in sys.stdin:
        match json.loads(line):
            case ["start", name, *words]:
                answer = on_shelf(name, *words)
            case ["answer", id, key, value]:
                opened = cases.open_case(shelf().files(id))
                facts = {**opened.case.facts, key: replace(opened.case.facts[key], value=value)}
                cases.save_case(opened, replace(opened.case, facts=facts), "answered", DAY)
                answer = ""
            case ["hostile", id, words]:
                answer = _with_words(id, words)
            case ["doubt", id, label, *fields]:
                answer = _in_doubt(id, label, fields)
            case ["read", id]:
                answer = shelf().files(id).read_case().text
        print(json.dumps(answer), flush=True)


def _in_doubt(id: str, label: str, fields: list[str]) -> str:
    from amends.app.board.shelves import shelf

    opened = cases.open_case(shelf().files(id))
    exhibit = next(each for each in opened.case.exhibits if each.label == label)
    reading = exhibit.reading
    assert reading is not None
    made = tuple(each._replace(confidence=0.3) if each.name in fields else each for each in reading.fields)
    lines = tuple(each._replace(confidence=0.3) if not at else each for at, each in enumerate(reading.lines))
    text = record.written(reading._replace(fields=made, lines=lines, scanned=(1,)))
    Readings(opened.files).keep(exhibit.sha256, text)
    return ""


def _with_words(id: str, words: str) -> str:
    from amends.app.board.shelves import shelf

    opened = cases.open_case(shelf().files(id))
    facts = dict(opened.case.facts)
    for key, fact in facts.items():
        if isinstance(fact.value, str) and len(fact.value) > 25 and not key.startswith("seller."):
            facts[key] = replace(fact, value=f"{fact.value} {words}")
        elif isinstance(fact.value, str) and key in ("seller.name", "seller.store"):
            facts[key] = replace(fact, value=f"{fact.value} <img src=x>")
    drafts.draft(cases.save_case(opened, replace(opened.case, facts=facts), "answered", DAY), DAY, force=True)
    return ""


def on_shelf(name: str, *words: str) -> str:
    """Put a case of an example on the shelf of this process, as `Beside.started` says."""
    from amends.app.board.shelves import shelf

    id, files = shelf().start(DAY)
    opened = cases.start_case(files, notice_of(name).read_bytes(), notice_of(name).name, DAY)
    if "drafted" in words:
        opened, problems = answers.answer_file(opened, str(EXAMPLES / name / "answers.yaml"), DAY)
        assert not problems, problems
        drafts.draft(opened, DAY)
    elif "bare" not in words:
        cases.save_case(opened, with_files(opened.case, example(name).get("evidence") or {}), "exhibits listed", DAY)
    return id


def example(name: str) -> dict[str, Any]:
    """The answers file of a built-in example."""
    return yaml.safe_load((EXAMPLES / name / "answers.yaml").read_text(encoding="utf-8"))


def notice_of(name: str) -> Path:
    return sorted((EXAMPLES / name).glob("notice.*"))[0]


def with_files(case: Case, evidence: dict[str, Any]) -> Case:
    """The case with files of these names as exhibits; nobody has read them."""
    exhibits, held = list[Exhibit](), list[Exhibit]()
    for original, about in evidence.items():
        dated = about.get("dated")
        listed = held if about.get("held") else exhibits
        listed.append(
            Exhibit(
                f"X{len(held) + 1}" if about.get("held") else chr(ord("A") + len(exhibits)),
                about.get("kind", "unknown"),
                original.lower().replace(" ", "-"),
                original,
                sha256(original.encode()).hexdigest(),
                1000,
                DAY.date(),
                date.fromisoformat(str(dated)) if dated else None,
                tuple(about.get("supports", ())),
                tuple(about.get("asins", ())),
                held=about.get("held", ""),
            )
        )
    return replace(case, exhibits=tuple(exhibits), held=tuple(held))


def from_file(name: str, folder: Path) -> dict[str, Any]:
    """case.yaml as `amends ask --answers` makes it from the same notice, files and answers."""
    opened = cases.new_case(folder / "case", str(notice_of(name)), DAY)
    case = with_files(opened.case, example(name).get("evidence") or {})
    opened = cases.save_case(opened, case, "exhibits listed", DAY)
    file = folder / "answers.yaml"
    file.write_text(yaml.safe_dump({"answers": example(name)["answers"]}, sort_keys=False), encoding="utf-8")
    _, problems = answers.answer_file(opened, str(file), DAY)
    assert problems == ()
    return _said((folder / "case" / "case.yaml").read_text(encoding="utf-8"))


def _said(text: str) -> dict[str, Any]:
    data = yaml.safe_load(text)
    for fact in data["facts"].values():
        fact.pop("on", None)
        if "said-by" in fact:
            fact["said-by"] = "somebody"
    return data


if __name__ == "__main__":
    main()
