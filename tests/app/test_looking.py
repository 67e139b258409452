"""What the worker does with a file: scans go on where an earlier run stopped, identity papers leave no words behind."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from tests.notice.formats.pdf_file import lines, pdf

from amends.app.reading import looking
from amends.evidence import record
from amends.evidence.formats import Picture
from amends.evidence.page import Page, Word
from amends.evidence.scan import installed, kept
from amends.evidence.scan.reading import Recognised
from amends.model.reading import Box, Reading
from amends.store.folder import Folder
from amends.store.readings import Readings


def looked(file: Path, case: Path, steps: list[tuple[int, int]] | None = None, kind: str | None = None) -> Reading:
    scratch = case / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    asked: dict[str, Any] = {
        "path": str(file),
        "name": file.name,
        "kind": kind,
        "scratch": str(scratch),
        "case": str(case),
    }
    heard = steps if steps is not None else []
    answer = looking.look_at(asked, lambda page, of: heard.append((page, of)))
    json.dumps(answer)
    return record.read(answer["reading"], "reading")


def fax(file: Path, *pages: str) -> bytes:
    pictures = []
    for text in pages:
        picture = Image.new("L", (1000, 400), 255)
        ImageDraw.Draw(picture).text((60, 120), text, fill=0, font_size=70)
        pictures.append(picture)
    pictures[0].save(file, "TIFF", save_all=True, append_images=pictures[1:], dpi=(150, 150))
    return file.read_bytes()


@pytest.mark.skipif(not installed(), reason="amends[ocr] is not installed, so that no scan is read here")
def test_a_scan_goes_on_with_the_page_at_which_an_earlier_run_stopped(tmp_path: Path) -> None:
    data = fax(tmp_path / "fax.tiff", "first page", "Invoice 70412")
    number, sha256 = 1, hashlib.sha256(data).hexdigest()
    before = Recognised(Page(number, 480, 192, (Word("earlier", Box(1, 2, 30, 12), 0.9),), True), Picture(1, 1000, 400))
    readings = Readings(Folder(tmp_path / "case"))
    readings.keep_page(sha256, number, kept.VERSION, kept.written(before))
    steps: list[tuple[int, int]] = []

    reading = looked(tmp_path / "fax.tiff", tmp_path / "case", steps)

    first, second = reading.text.split("\f")
    assert (first, "70412" in second) == ("earlier", True)
    assert steps == [(1, 2), (2, 2)]
    assert kept.read(readings.page(sha256, 2, kept.VERSION) or "", 2) is not None


def test_without_the_extra_a_scan_says_what_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fax(tmp_path / "fax.tiff", "one", "two")
    monkeypatch.setattr("amends.evidence.scan.installed", lambda: False)

    reading = looked(tmp_path / "fax.tiff", tmp_path / "case")

    assert (reading.scanned, reading.text.strip()) == ((1, 2), "")
    assert "The file is only a picture; its words were not read. `pip install 'amends[ocr]'`" in " ".join(
        reading.doubts
    )


def test_of_an_identity_paper_no_words_are_kept(tmp_path: Path) -> None:
    (tmp_path / "passport.pdf").write_bytes(pdf(lines("PASSPORT", "Number X1234567", "Date of expiry 14 March 2031")))

    reading = looked(tmp_path / "passport.pdf", tmp_path / "case", kind="identity-document")

    assert (reading.kind, reading.text) == ("identity-document", "")
    assert "X1234567" not in record.written(reading)


def test_a_program_is_told_without_being_opened(tmp_path: Path) -> None:
    (tmp_path / "invoice.pdf.exe").write_bytes(b"MZ\x90\x00" + bytes(100))
    asked = {
        "path": str(tmp_path / "invoice.pdf.exe"),
        "name": "invoice.pdf.exe",
        "scratch": str(tmp_path),
        "case": "x",
    }

    answer = looking.look_at(asked, lambda page, of: None)

    assert (answer["type"], answer["reading"], answer["members"]) == ("executable", None, [])


@pytest.mark.parametrize("sha256", ["", "../../x", "A" * 64, "g" * 64])
def test_a_kept_reading_is_never_looked_for_by_what_is_no_hash(sha256: str, tmp_path: Path) -> None:
    readings = Readings(Folder(tmp_path))

    assert readings.text(sha256) is None
    with pytest.raises(ValueError, match="SHA-256"):
        readings.keep(sha256, "{}")
    with pytest.raises(ValueError, match="SHA-256"):
        readings.keep_page(sha256, 1, "1", "{}")
