"""What the database adds: evidence by its hash beside it, orphans swept, and settings that lose nothing."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amends.errors import Conflict, Unknown, Unreadable
from amends.store.files import CASE, stamp
from amends.store.sql.database import databases
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.store.sql.shelf import SqlShelf

NOW = datetime(2026, 3, 20, 12, 0, tzinfo=UTC)
PAPER = b"%PDF-1.7 an invoice\n" * 1000


def blobs(shelf: SqlShelf) -> dict[str, Path]:
    return {file.parent.name + file.name: file for file in shelf.blobs.root.glob("??/*")}


def test_evidence_lies_once_under_its_hash(tables: SqlShelf) -> None:
    first, second = tables.start(NOW)[1], tables.start(NOW)[1]
    first.take_in("evidence/invoice.pdf", io.BytesIO(PAPER), "in", NOW)
    second.take_in("evidence/other name.pdf", io.BytesIO(PAPER), "in", NOW)

    assert [stamp(PAPER)] == list(blobs(tables))
    assert PAPER == first.path("evidence/invoice.pdf").read_bytes() == second.read_bytes("evidence/other name.pdf")


def test_a_damaged_original_is_told_and_never_shown(tables: SqlShelf) -> None:
    _, files = tables.start(NOW)
    files.take_in("evidence/invoice.pdf", io.BytesIO(PAPER), "in", NOW)
    blobs(tables)[stamp(PAPER)].write_bytes(PAPER[:-1] + b"!")

    for read in (files.read_bytes, files.open, files.path):
        with pytest.raises(Unreadable, match="damaged"):
            read("evidence/invoice.pdf")

    files.take_in("evidence/again.pdf", io.BytesIO(PAPER), "in", NOW)
    assert PAPER == files.read_bytes("evidence/invoice.pdf")


def test_an_original_that_is_gone_is_told(tables: SqlShelf) -> None:
    _, files = tables.start(NOW)
    files.take_in("evidence/invoice.pdf", io.BytesIO(PAPER), "in", NOW)
    blobs(tables)[stamp(PAPER)].unlink()

    with pytest.raises(Unreadable, match="back from a copy"):
        files.read_bytes("evidence/invoice.pdf")


def test_a_file_that_is_refused_leaves_no_row_and_no_scratch(tables: SqlShelf) -> None:
    _, files = tables.start(NOW)
    files.take_in("evidence/a.pdf", io.BytesIO(b"a"), "in", NOW)
    with pytest.raises(Conflict):
        files.take_in("evidence/a.pdf", io.BytesIO(b"b"), "in", NOW)

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            raise KeyError

    with pytest.raises(KeyError):
        files.take_in("evidence/c.pdf", Broken(), "in", NOW)

    assert not list(tables.blobs.root.glob(".*.part"))
    assert ("evidence/a.pdf", "log.jsonl") == files.names()


def test_orphans_are_swept_and_what_is_named_stays(tables: SqlShelf) -> None:
    id, files = tables.start(NOW)
    files.save_text(CASE, "x", None, "started", NOW)
    files.take_in("evidence/a.pdf", io.BytesIO(PAPER), "in", NOW)
    files.put("bundle.zip", b"old" * 1_000_000)
    files.put("bundle.zip", b"new" * 1_000_000)
    (tables.blobs.root / ".1-ab.part").write_bytes(b"half")
    left = tables.home / "scratch" / "case-left"
    left.mkdir(parents=True)
    (left / "page").write_bytes(b"x")
    empty, _ = tables.start(NOW)

    assert 0 == tables.sweep(datetime.now(UTC)), "what is fresh may be about to be named"
    assert 3 == len(blobs(tables))

    assert 3 == tables.sweep(datetime.now(UTC) + timedelta(days=2))

    assert {stamp(PAPER), stamp(b"new" * 1_000_000)} == set(blobs(tables))
    assert not left.exists()
    assert PAPER == files.read_bytes("evidence/a.pdf")
    assert tables.files(id).holds_case
    with pytest.raises(Unknown):
        tables.files(empty)


def test_bytes_that_are_taken_in_again_are_held_against_a_sweep(tables: SqlShelf) -> None:
    _, files = tables.start(NOW)
    files.save_text(CASE, "x", None, "started", NOW)
    with tables.blobs.keeping(PAPER) as blob:
        place = tables.blobs.path(blob.sha256)
    os.utime(place, (0, 0))

    files.take_in("evidence/a.pdf", io.BytesIO(PAPER), "in", NOW)
    os.utime(place, (0, 0))
    tables.sweep(datetime.now(UTC))

    assert PAPER == files.read_bytes("evidence/a.pdf")


def test_sqlite_keeps_what_was_acknowledged(bases) -> None:
    from django.db import connections

    with connections[bases("sqlite")].cursor() as cursor:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        told = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]

    assert ["wal", 2, 1] == told


def test_the_address_of_a_database_is_read(tmp_path: Path) -> None:
    found = databases("postgresql://ann:s%2Fx@db.example:5433/cases?sslmode=require", tmp_path)["default"]

    assert ("django.db.backends.postgresql", "ann", "s/x", "db.example", 5433, "cases") == tuple(
        found[key] for key in ("ENGINE", "USER", "PASSWORD", "HOST", "PORT", "NAME")
    )
    assert {"sslmode": "require"} == found["OPTIONS"]
    assert str(tmp_path / "amends.sqlite3") == databases("", tmp_path)["default"]["NAME"]


@pytest.mark.parametrize("url", ["mysql://a@b/c", "nonsense", "postgresql://[", "sqlite:///x"])
def test_another_address_is_refused_without_its_password(tmp_path: Path, url: str) -> None:
    with pytest.raises(Unknown, match="DATABASE_URL"):
        databases(url, tmp_path)


def test_the_migrations_make_the_tables_that_the_models_describe(bases) -> None:
    from django.core.management import call_command

    bases("sqlite")
    call_command("makemigrations", "cases", check=True, dry_run=True, verbosity=0)


def test_the_command_line_does_not_start_django() -> None:
    code = (
        "import sys; from amends.doors import cli; cli.run(['rules']); print('django' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False" == done.stderr.strip()
