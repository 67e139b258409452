"""A process that saves into a shelf until it is killed, and says what was acknowledged. For `test_killed.py`.

It stays; for each line `go SEED` it forks a child that saves, so that a round costs no start. Lines of the child:
`try {…}` before a step, `done {…}` once the store gave control back; each is one write, so none is torn. `ended` comes
when the child is dead.
"""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.databases import base, django_ready

CASE = "amends: 1\nenforcement: inauthentic\n# {}\n"


def main(data: Path, url: str | None) -> None:
    django_ready()
    base("killed", url, data)
    from django.db import connections

    from amends.store.sql import shelf  # noqa: F401  what a child needs is there before it is made

    connections.close_all()
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            save(data, Random(int(line.split()[1])))
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


def save(data: Path, chance: Random) -> None:
    """Save until killed."""
    from amends.store.files import stamp
    from amends.store.shelf import Asked
    from amends.store.sql.shelf import SqlShelf
    from amends.store.summary import Summary

    shelf = SqlShelf(data, "killed")
    ids = [row.id for row in shelf.board(Asked(size=6, order="updated")).rows]
    while True:
        now = datetime.now(UTC)
        if not ids or chance.random() < 0.1:
            id, files = shelf.start(now)
            ids.append(id)
            files.save_text("case.yaml", CASE.format("new"), None, "case started", now)
            told = {"id": id, "name": "case.yaml", "sha256": stamp(CASE.format("new").encode())}
            say("done", told)
        id = chance.choice(ids)
        files = shelf.files(id)
        word = f"{chance.getrandbits(64):x}"
        match chance.choice(("save", "save", "plan", "take", "take", "put", "record")):
            case "save":
                text(files, id, "case.yaml", CASE.format(word), now)
            case "plan":
                text(files, id, "plan.md", f"{word} " * chance.choice((10, 5_000)), now)
            case "take":
                content = word.encode() * chance.choice((1, 1000, 100_000))
                told = {"id": id, "name": f"evidence/{word}.pdf", "sha256": stamp(content)}
                say("try", told)
                files.take_in(told["name"], io.BytesIO(content), "evidence received", now)
                say("done", told)
            case "put":
                content = word.encode() * chance.choice((10, 100_000))
                told = {"id": id, "name": "bundle.zip", "sha256": stamp(content)}
                say("try", told)
                with files.writing("bundle.zip") as out:
                    out.write(content)
                say("done", told)
            case "record":
                files.record(lambda word=word: Summary(f"Seller {word}", "asking", "answer"), now)  # type: ignore[misc]


def text(files, id: str, name: str, content: str, now: datetime) -> None:
    from amends.store.files import stamp

    there = files.read_text(name)
    told = {"id": id, "name": name, "sha256": stamp(content.encode())}
    say("try", told)
    files.save_text(name, content, there.stamp if there else None, "saved", now)
    say("done", told)


def say(what: str, told: dict[str, str]) -> None:
    os.write(1, f"{what} {json.dumps(told)}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2] or None)
