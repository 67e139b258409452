"""`amends mark` and `amends letters` as a seller uses them, on a case with two invoices."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import yaml
from PIL import Image
from tests.pdf_bombs import keyless, unseen

from amends.app import demo
from amends.doors import cli

Run = Callable[..., tuple[int, str, str]]
SOURCE = demo.EXAMPLES / "inauthentic"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example of inauthentic goods with the files that have a text layer: no picture has to be recognised."""
    root = tmp_path_factory.mktemp("mark")
    folder = root / "given"
    shutil.copytree(SOURCE, folder)
    answers = yaml.safe_load((folder / "answers.yaml").read_text(encoding="utf-8"))
    answers["evidence"] = {
        name: about
        for name, about in answers["evidence"].items()
        if name.endswith(".pdf") and about.get("kind") in ("supplier-invoice", "removal-order")
    }
    (folder / "answers.yaml").write_text(yaml.safe_dump(answers, allow_unicode=True), encoding="utf-8")
    assert 0 == cli.run(["new", str(root / "case"), "--notice", str(folder / "notice.eml")])
    cli.run(["ask", str(root / "case"), "--answers", str(folder / "answers.yaml")])
    return root / "case"


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "case"))


def originals(case: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in (case / "evidence").iterdir()}


def test_without_labels_the_cover_sheet_is_written_and_invoices_are_left_unmarked(amends: Run, case: Path) -> None:
    before = originals(case)
    status, out, _ = amends("mark", case)

    assert 0 == status
    text = (case / "copies" / "evidence-cover-sheet.txt").read_text(encoding="utf-8")
    assert "Invoice number: MR-77120" in text
    assert "Exhibit A: no copy." in out
    assert not (case / "copies" / "exhibit-A-marked.pdf").exists()
    assert before == originals(case)


def test_an_invoice_that_is_named_is_marked(amends: Run, case: Path) -> None:
    before = originals(case)
    status, _, _ = amends("mark", case, "a")

    assert 0 == status
    with pypdfium2.PdfDocument(case / "copies" / "exhibit-A-marked.pdf") as document:
        text = document[0].get_textpage().get_text_range()
    assert "Copy with marks; the original is unchanged" in text
    assert before == originals(case)


def test_where_a_notice_takes_pictures_only_a_copy_is_written_page_by_page(amends: Run, case: Path) -> None:
    status, _, _ = amends("mark", case, "A", "--png")

    assert 0 == status
    with Image.open(case / "copies" / "exhibit-A-marked-1.png") as page:
        assert page.size[1] > 2000


def test_the_json_says_file_and_reason(amends: Run, case: Path) -> None:
    status, out, _ = amends("mark", case, "A", "--redact", "--json")

    (said,) = json.loads(out)
    assert 0 == status
    assert "A" == said["label"]
    assert "pixels are equal" in said["statement"]
    assert Path(said["file"]).is_file()


def test_from_what_is_no_invoice_nothing_is_removed(amends: Run, case: Path) -> None:
    label = "C"
    status, out, _ = amends("mark", case, label, "--redact")

    assert 1 == status
    assert "Amazon lets prices be removed from invoices, and nothing else." in out.replace("\n", " ")


def test_all_exhibits_are_bound_in_one_pdf(amends: Run, case: Path, tmp_path: Path) -> None:
    status, _, _ = amends("mark", case, "--combined", "-o", tmp_path / "out")

    assert 0 == status
    with pypdfium2.PdfDocument(tmp_path / "out" / "exhibits.pdf") as document:
        titles = [mark.get_title() for mark in document.get_toc()]
    assert any(title.startswith("Exhibit A: ") for title in titles)
    assert any(title.startswith("Exhibit C: ") for title in titles)


def test_a_label_that_no_exhibit_has_is_told(amends: Run, case: Path) -> None:
    status, _, err = amends("mark", case, "Z")

    assert 2 == status
    assert "No exhibit is called Z" in err


def test_copies_never_go_among_the_originals(amends: Run, case: Path) -> None:
    before = originals(case)
    status, _, err = amends("mark", case, "A", "-o", case / "evidence")

    assert 2 == status
    assert "choose another folder" in err
    assert before == originals(case)


def test_an_original_that_changed_is_not_copied(amends: Run, case: Path) -> None:
    file = next(file for file in (case / "evidence").iterdir() if "77120" in file.name)
    file.write_bytes(file.read_bytes() + b"\n")
    status, out, _ = amends("mark", case, "A")

    assert 1 == status
    assert "is not the file that was taken in" in " ".join(out.split())


def swapped(case: Path, name: str, data: bytes) -> None:
    """Put other bytes in the place of a document, with its reading, as a case folder from somebody else may have it."""
    before, after = (hashlib.sha256(held).hexdigest() for held in ((case / "evidence" / name).read_bytes(), data))
    (case / "evidence" / name).write_bytes(data)
    (case / "readings" / f"{before}.json").rename(case / "readings" / f"{after}.json")
    text = (case / "case.yaml").read_text(encoding="utf-8")
    (case / "case.yaml").write_text(text.replace(before, after), encoding="utf-8")


def measured(*words: object) -> tuple[int, int, str]:
    """A command line in a process of its own: its status, the most megabytes of any of its processes, its words."""
    program = (
        "import resource, subprocess, sys\n"
        f"done = subprocess.run([sys.executable, '-m', 'amends', *{[str(word) for word in words]!r}],"
        " stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)\n"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, done.stdout)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env={**os.environ, "AMENDS_READER_MEGABYTES": "450"},
    )  # fmt: skip
    status, megabytes, said = done.stdout.split(" ", 2)
    return int(status), int(megabytes), " ".join(said.split())


@pytest.mark.parametrize("data", [keyless(ord("y")), unseen()], ids=["what the guard sees", "what it does not see"])
def test_a_document_that_asks_for_gigabytes_is_not_copied_and_the_others_are(data: bytes, case: Path) -> None:
    hostile = next(file.name for file in (case / "evidence").iterdir() if "77120" in file.name)
    swapped(case, hostile, data)

    status, megabytes, said = measured("mark", case, "A", "B")

    assert 1 == status
    assert megabytes < 600
    assert f"Exhibit A: no copy. {hostile} " in said
    assert "rint it to" in said
    assert not (case / "copies" / "exhibit-A-marked.pdf").exists()
    assert (case / "copies" / "exhibit-B-marked.pdf").is_file()
    assert not list((case / "readings").glob(".*"))


def test_in_the_pdf_of_all_a_slip_stands_for_a_document_that_cannot_be_opened(case: Path) -> None:
    hostile = next(file.name for file in (case / "evidence").iterdir() if "77120" in file.name)
    swapped(case, hostile, unseen())

    status, megabytes, _ = measured("mark", case, "--combined")

    assert 0 == status
    assert megabytes < 600
    with pypdfium2.PdfDocument(case / "copies" / "exhibits.pdf") as document:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    assert f"{hostile} needs more memory" in text or f"{hostile} makes the program that copies it crash" in text
    assert "Exhibit B, page 1 of" in text


def test_the_letters_of_a_case_are_listed_with_why(amends: Run, case: Path) -> None:
    status, out, _ = amends("letters", case)

    assert 0 == status
    assert "brand-authorization" in out
    assert "you said that you do not have it" in " ".join(out.split())


def test_a_letter_is_printed_with_its_gaps_beside_it(amends: Run, case: Path) -> None:
    status, out, err = amends("letters", case, "brand-authorization")

    assert 0 == status
    assert "[name of the brand owner]" in out
    assert "To fill in: name of the brand owner" in err


def test_letters_are_written_in_three_forms(amends: Run, case: Path, tmp_path: Path) -> None:
    status, _, _ = amends("letters", case, "supplier-invoice-missing", "--language", "de", "-o", tmp_path / "out")

    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert 0 == status
    assert ["docx", "pdf", "txt"] == [name.rpartition(".")[2] for name in names]
    assert "Sehr geehrte" in next((tmp_path / "out").glob("*.txt")).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"), [(("letter-to-santa",), "No letter is called"), (("--language", "xx"), "xx")]
)
def test_what_there_is_no_letter_for_is_told(amends: Run, case: Path, words: tuple[str, ...], said: str) -> None:
    status, _, err = amends("letters", case, *words)

    assert 2 == status
    assert said in err
