"""Puts a built-in example on the shelf of a running server, as a process of its own: `DATA EXAMPLE` prints its id.

With the word `drafted` the plan is written as well; with `bare` there is only the notice.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path


def put(data: Path, example: str, *words: str) -> str:
    """The id of a new case with the answers and evidence of an example; `words` are `drafted` or `bare`."""
    return _run(data, "new", example, *words)


def answer(data: Path, id: str, fact: str) -> None:
    """Give a fact of a case another text: `KEY=VALUE`."""
    _run(data, "answer", id, fact)


def _run(data: Path, *words: str) -> str:
    environment = {**os.environ, "AMENDS_DATA": str(data)}
    made = subprocess.run([sys.executable, __file__, *words], env=environment, text=True, capture_output=True)
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()


def main(what: str, *words: str) -> None:
    from amends.doors.web.serve import prepare

    prepare()
    from amends.app import answers, cases, demo, drafts
    from amends.app.shelves import shelf

    now = datetime.now().astimezone()
    if what == "answer":
        id, fact = words
        key, _, value = fact.partition("=")
        opened = cases.open_case(shelf().files(id))
        facts = {**opened.case.facts, key: replace(opened.case.facts[key], value=value)}
        cases.save_case(opened, replace(opened.case, facts=facts), "answered", now)
        return
    source = demo.EXAMPLES / words[0]
    id, files = shelf().start(now)
    notice = sorted(source.glob("notice.*"))[0]
    opened = cases.start_case(files, notice.read_bytes(), notice.name, now)
    if "bare" not in words and (source / "answers.yaml").is_file():
        opened, problems = answers.answer_file(opened, str(source / "answers.yaml"), now)
        assert not problems, problems
    if "drafted" in words:
        drafts.draft(opened, now)
    print(id)


if __name__ == "__main__":
    main(*sys.argv[1:])
