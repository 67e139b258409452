"""The command line: the contract's exit statuses, clear words for bad input, JSON for programs, nothing lost."""

from __future__ import annotations

import errno
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.examples import Example

from amends import __version__
from amends.app import cases
from amends.doors.cli.verbs import verbs

NOTICE = """\
Hello,

We removed your Amazon.com listing B0TESTAB12 because of a complaint about its authenticity.

To reactivate it, send within 17 days:
-- copies of supplier invoices issued in the last 365 days
-- your supplier's name, phone number, address and website
"""


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    return file


def test_the_version_is_printed(amends: Run) -> None:
    assert (0, f"amends {__version__}\n", "") == amends("--version")


def test_help_lists_every_verb_within_the_width_of_a_terminal(amends: Run) -> None:
    status, out, _ = amends("--help")

    assert 0 == status
    assert all(f"\n  {verb} " in out for verb in verbs())
    assert max(map(len, out.splitlines())) <= 110


def test_an_unknown_verb_names_the_nearest(amends: Run) -> None:
    status, _, err = amends("chekc", "x")

    assert 2 == status
    assert "did you mean `amends check`?" in err


def test_wrong_options_are_wrong_use(amends: Run) -> None:
    assert 2 == amends("read")[0]
    assert 2 == amends("read", "--colour", "x")[0]


def test_read_gives_the_contract_as_json_with_places_that_hold(amends: Run, notice: Path) -> None:
    status, out, _ = amends("read", notice, "--json")
    data = json.loads(out)

    assert 0 == status
    assert "inauthentic" == data["enforcements"][0]["id"]
    assert ["B0TESTAB12"] == data["asins"]
    assert ("US", "listing", "removed", "documents") == (
        data["marketplace"],
        data["level"],
        data["status"],
        data["route"],
    )
    for place in (*data["asks"], *data["enforcements"][0]["because"]):
        assert NOTICE[place["start"] : place["end"]] == place["quote"]


BAD = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)) * 40,
    "zeros": b"\0" * 5000,
    "half an e-mail": b"From: a@amazon.com\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nYour acc',
    "broken pdf": b"%PDF-1.7\n1 0 obj << /Type",
}


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_read_gives_one_clear_line_and_status_2(kind: str, amends: Run, tmp_path: Path) -> None:
    file = tmp_path / "notice.eml"
    file.write_bytes(BAD[kind])

    status, out, err = amends("read", file)

    assert (2, "") == (status, out)
    assert err.startswith("amends: ")
    assert 1 == err.count("\n"), err
    assert "Traceback" not in err


def test_a_zip_that_calls_itself_an_email_is_named_as_what_it_is(amends: Run, tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("notice.txt", NOTICE)
    file = tmp_path / "notice.eml"
    file.write_bytes(packed.getvalue())

    status, _, err = amends("read", file)

    assert 2 == status
    assert "zip" in err.lower()


def test_fifty_megabytes_are_refused_at_once(amends: Run, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    with file.open("wb") as out:
        out.truncate(50_000_000)

    status, _, err = amends("read", file)

    assert 2 == status
    assert "MB" in err


def test_a_missing_file_and_a_folder_say_so(amends: Run, tmp_path: Path) -> None:
    assert "is not there" in amends("read", tmp_path / "nothing.eml")[2]
    assert "is a folder" in amends("read", tmp_path)[2]


def test_scripts_and_control_characters_of_a_notice_never_reach_the_terminal(amends: Run, tmp_path: Path) -> None:
    file = tmp_path / "notice.html"
    file.write_text(
        "<html><script>alert(1)</script><body><p>Your Amazon.com account is deactivated \x1b[2J because of "
        "complaints about authenticity of B0TESTAB12.</p></body></html>",
        encoding="utf-8",
    )

    status, out, _ = amends("read", file)

    assert 0 == status
    assert "\x1b" not in out
    assert "alert" not in out


def test_a_german_notice_says_its_language_and_what_to_do(amends: Run, tmp_path: Path) -> None:
    file = tmp_path / "notice.txt"
    file.write_text(
        "Guten Tag,\n\nIhr Verkäuferkonto bei Amazon.de wurde deaktiviert, weil Beschwerden über die Echtheit des "
        "Artikels B0TESTAB12 eingegangen sind. Bitte senden Sie uns innerhalb von 17 Tagen Rechnungen.\n",
        encoding="utf-8",
    )

    status, out, _ = amends("read", file, "--json")
    data = json.loads(out)

    assert 0 == status
    assert ("de", "DE", ["B0TESTAB12"]) == (data["language"], data["marketplace"], data["asins"])


def test_a_case_with_three_mistakes_names_all_three(amends: Run, notice: Path, tmp_path: Path) -> None:
    amends("new", tmp_path / "case", "--notice", notice)
    file = tmp_path / "case/case.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("route:", "rote:") + "causes: [invoice-gapp]\nfacts2: 1\n" + "exhibits: [{label: A}]\n",
        encoding="utf-8",
    )

    status, _, err = amends("ask", tmp_path / "case", "--json")

    assert 2 == status
    assert "facts2" in err
    assert "exhibits[1]" in err
    assert file.read_text(encoding="utf-8").endswith("exhibits: [{label: A}]\n")


def test_an_id_that_no_catalogue_has_is_a_mistake_with_the_nearest(amends: Run, notice: Path, tmp_path: Path) -> None:
    amends("new", tmp_path / "case", "--notice", notice)
    file = tmp_path / "case/case.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "causes: [invoice-gapp]\n", encoding="utf-8")

    status, _, err = amends("status", tmp_path / "case")

    assert 2 == status
    assert "did you mean “invoice-gap”?" in err


def test_an_answers_file_reports_every_mistake_and_keeps_what_is_right(
    amends: Run, notice: Path, tmp_path: Path
) -> None:
    amends("new", tmp_path / "case", "--notice", notice)
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "by: Dana Ruiz\nanswers:\n  seller.name: Larkspur LLC\n  case.received: 30 February 2026\n  selller.store: x\n",
        encoding="utf-8",
    )

    status, _, err = amends("ask", tmp_path / "case", "--answers", answers, "--today", "2026-03-20")

    assert 2 == status
    assert "answers.yaml:4" in err
    assert "answers.yaml:5" in err
    assert "Larkspur LLC" in (tmp_path / "case/case.yaml").read_text(encoding="utf-8")


def test_a_full_disk_is_said_and_nothing_is_half_written(
    amends: Run, notice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    amends("new", tmp_path / "case", "--notice", notice)
    before = {file: file.read_bytes() for file in (tmp_path / "case").rglob("*") if file.is_file()}

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    status, _, err = amends("ask", tmp_path / "case", "--set", "seller.name", "Larkspur LLC")

    assert 2 == status
    assert "disk is full" in err
    assert before == {file: file.read_bytes() for file in (tmp_path / "case").rglob("*") if file.is_file()}


def test_a_read_only_folder_is_said(amends: Run, notice: Path, tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    shut.chmod(0o555)
    if os.access(shut, os.W_OK):
        shut = Path("/sys")  # root may write to any folder, but not to this one
        if not shut.is_dir():
            pytest.skip("run as root on a system without /sys: no folder is read-only")
    before = sorted(shut.iterdir())

    status, _, err = amends("new", shut / "case", "--notice", notice)

    assert 2 == status
    assert "read-only" in err
    assert before == sorted(shut.iterdir())


def test_check_gives_status_1_for_errors_and_0_without(amends: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(
        "Dear Amazon,\n\nRoot cause\nOn [date] we will do better. It was Amazon's fault.\n", encoding="utf-8"
    )

    status, out, _ = amends("check", bad, "--format", "json")
    data = json.loads(out)

    assert 1 == status
    assert data["summary"]["error"] >= 1
    text = bad.read_text(encoding="utf-8")
    assert all(text[f["start"] : f["end"]] == f["quote"] for f in data["findings"])


def test_a_plan_edited_by_hand_is_never_overwritten(amends: Run, tmp_path: Path, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")
    plan = root / "plan.md"
    plan.write_text(plan.read_text(encoding="utf-8") + "\nWe counted the boxes ourselves.\n", encoding="utf-8")
    mine = plan.read_bytes()

    status, out, _ = amends("draft", root)

    assert 0 == status
    assert "by hand is kept" in out
    assert mine == plan.read_bytes()


def test_a_bundle_is_refused_while_a_sentence_is_unproven_and_packed_once_it_is_attested(
    amends: Run, tmp_path: Path, example: Example
) -> None:
    root = example("restricted-products", tmp_path / "case")
    (root / "bundle.zip").unlink()
    plan = root / "plan.md"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("## Conclusion", "The shelf was emptied by hand.\n\n## Conclusion"), encoding="utf-8")

    status, _, err = amends("bundle", root, "--today", "2026-03-24")
    assert 1 == status
    assert "The shelf was emptied by hand." in err
    assert not (root / "bundle.zip").exists()

    assert 0 == amends("trace", root, "--attest", "Noor Castellan")[0]
    assert 0 == amends("bundle", root, "--today", "2026-03-24")[0]
    assert (root / "bundle.zip").is_file()


def test_trace_leads_from_each_sentence_to_the_place_in_the_source(
    amends: Run, tmp_path: Path, example: Example
) -> None:
    made = cases.open_case(example("inauthentic", tmp_path / "case"))
    notice = made.case.notice
    assert notice is not None

    status, out, _ = amends("trace", made.files.root, "--json")
    traced = json.loads(out)

    assert 0 == status
    places = [f["source"] for sentence in traced for f in sentence["facts"] if f["source"]["quote"]]
    assert places
    assert all(notice.text[place["start"] : place["end"]] == place["quote"] for place in places)


def test_a_submission_is_recorded_with_its_exact_bytes(amends: Run, tmp_path: Path, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")

    assert 0 == amends("submit", root, "--on", "2026-03-21")[0]
    assert (root / "bundle.zip").read_bytes() == (root / "submissions/001/bundle.zip").read_bytes()
    assert 2 == amends("submit", root, "--on", "2026-03-21")[0]


def test_status_of_a_folder_of_cases_shows_each(amends: Run, notice: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        amends("new", tmp_path / "cases" / name, "--notice", notice)

    status, out, _ = amends("status", tmp_path / "cases", "--json")

    assert 0 == status
    assert {"one", "two"} == {Path(case["dir"]).name for case in json.loads(out)}


def test_a_bug_is_reported_without_the_case(amends: Run, notice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("B0TESTAB12 of Larkspur LLC")

    monkeypatch.setattr("amends.app.files.read_notice", broken)
    status, _, err = amends("read", notice)

    assert 3 == status
    assert "ZeroDivisionError" in err
    assert "Larkspur" not in err


def test_no_colour_where_a_program_reads(amends: Run, notice: Path, tmp_path: Path) -> None:
    for words in (("read", notice), ("playbooks",), ("rules",), ("new", tmp_path / "c", "--notice", notice)):
        assert "\x1b" not in amends(*words)[1]


def test_standard_input_is_a_file_too(notice: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "amends", "read", "-", "--json"],
        input=notice.read_bytes(),
        capture_output=True,
        check=False,
    )

    assert 0 == done.returncode, done.stderr
    assert "inauthentic" == json.loads(done.stdout)["enforcements"][0]["id"]
