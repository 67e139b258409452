"""Cases on the shelf of a running server, made and read beside it; and what `amends ask --answers` makes of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml
from tests.doors.web.conftest import Served

from amends.app import answers, cases
from amends.app.demo import EXAMPLES
from amends.model import Case, Exhibit

DAY = datetime(2026, 3, 20, 12).astimezone()

_LOOP = """
import json, sys
from datetime import datetime
from amends.doors.web.serve import prepare
prepare()
from amends.app.cases import open_case, save_case, start_case
from amends.app.shelves import shelf
from tests.doors.web.seeding import with_files
for line in sys.stdin:
    order = json.loads(line)
    if "id" in order:
        print(json.dumps(shelf().files(order["id"]).read_case().text), flush=True)
        continue
    now = datetime.fromisoformat(order["now"])
    id, files = shelf().start(now)
    with open(order["notice"], "rb") as source:
        opened = start_case(files, source.read(), order["name"], now)
    save_case(opened, with_files(opened.case, order["evidence"]), "exhibits listed", now)
    print(json.dumps(id), flush=True)
"""


class Beside:
    """A process that works on the data folder of a running server: starts cases on its shelf and reads them."""

    def __init__(self, served: Served) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _LOOP],
            env={**os.environ, "AMENDS_DATA": str(served.data), "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
        )

    def started(self, name: str) -> str:
        """A case of an example on the shelf, with its notice and its files, and no answer; gives its id."""
        evidence = json.loads(json.dumps(example(name).get("evidence") or {}, default=str))
        found = notice_of(name)
        return str(self._asked(now=DAY.isoformat(), notice=str(found), name=found.name, evidence=evidence))

    def case_of(self, id: str) -> dict[str, Any]:
        """case.yaml of a case on the shelf, without who said what when."""
        return _said(self._asked(id=id))

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(30)
        self._process.stdout.close()

    def _asked(self, **order: object) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


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
    return Case(**{**{name: getattr(case, name) for name in Case.__dataclass_fields__},
                   "exhibits": tuple(exhibits), "held": tuple(held)})  # fmt: skip


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
