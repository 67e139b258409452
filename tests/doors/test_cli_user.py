"""A seller at the terminal: asked calmly, told what to do next, able to go back, and nothing lost."""

from __future__ import annotations

import builtins
import json
import os
import re
import select
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from tests.doors.test_cli import NOTICE, Run
from tests.examples import Example
from tests.notice.formats.pdf_file import lines, pdf

import amends
from amends.app import cases, demo
from amends.doors import cli
from amends.doors.cli import screen

try:
    import pty
    import readline

    _GNU_READLINE = "libedit" not in (readline.__doc__ or "")
except ImportError:
    _GNU_READLINE = False

TODAY = ("--today", "2026-03-20")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    assert 0 == cli.run(["new", str(tmp_path / "case"), "--notice", str(file), *TODAY])
    return tmp_path / "case"


Talk = Callable[..., str]


@pytest.fixture
def talk(case: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Types lines into the interview and gives the screen; what is typed shows as at a terminal."""

    def run(*lines: str | type[BaseException] | Callable[[], str]) -> str:
        typed: Iterator[str | type[BaseException] | Callable[[], str]] = iter(lines)

        def heard(prompt: str) -> str:
            line = next(typed, EOFError)
            print(prompt, end="")
            if isinstance(line, type):
                raise line
            words = line if isinstance(line, str) else line()
            print(words)
            return words

        capsys.readouterr()
        monkeypatch.setattr(builtins, "input", heard)
        assert 0 == cli.run(["ask", str(case), *TODAY])
        return capsys.readouterr().out

    return run


def value(case: Path, key: str) -> object:
    return cases.open_case(case).case.value(key)


def test_a_wrong_answer_shows_what_to_write_and_not_the_whole_question_again(talk: Talk) -> None:
    shown = talk("Larkspur LLC", "", "", "me@shop.example", "stop")

    assert 1 == shown.count("merchant token")
    assert "> me@shop.example\n! a seller ID starts with A and has 13 or 14 characters\n> stop" in shown


def test_every_screen_fits_the_terminal(talk: Talk) -> None:
    shown = talk(
        "?", "Larkspur LLC", "", "", "", "Dana Ruiz (owner)", "16 March 2026", "?", "maybe", "1", "?", "2", "?"
    )

    assert [] == [line for line in shown.splitlines() if len(line) > 80]


def test_back_shows_the_answer_before_and_takes_another(talk: Talk, case: Path) -> None:
    shown = talk("Larkspur LC", "back", "Larkspur LLC", "stop")

    assert "→ Larkspur LC (as you said before; Enter takes it)" in shown
    assert "Larkspur LLC" == value(case, "seller.name")


def test_back_reaches_answers_of_an_earlier_day_and_stops_at_the_first(talk: Talk, case: Path) -> None:
    talk("Larkspur LC", "stop")

    shown = talk("back", "back", "Larkspur LLC")

    assert "! There is nothing before this." in shown
    assert "Larkspur LLC" == value(case, "seller.name")


def test_enter_keeps_the_answer_that_back_shows(talk: Talk, case: Path) -> None:
    talk("Larkspur LLC", "back", "", "stop")

    assert "Larkspur LLC" == value(case, "seller.name")


def test_back_shows_a_choice_in_its_words(talk: Talk) -> None:
    shown = talk("Larkspur LLC", "", "", "", "Dana Ruiz (owner)", "16 March 2026", "2", "back", "back")

    words = " ".join(shown.split())
    assert "→ What the notice says did not happen, or does not concern us (as you said before" in words


@pytest.mark.parametrize("leave", ["stop", "QUIT", KeyboardInterrupt, EOFError])
def test_leaving_in_the_middle_keeps_every_answer_and_says_how_to_go_on(
    leave: str | type[BaseException], talk: Talk, case: Path
) -> None:
    shown = talk("Larkspur LLC", leave)

    assert re.search(
        rf"Saved\. \d+ questions still need an answer; go on with: amends ask\s+{re.escape(str(case))}", shown
    )
    assert "Larkspur LLC" == value(case, "seller.name")


def test_the_example_of_a_bad_answer_is_not_taken(talk: Talk, case: Path) -> None:
    shown = talk("Larkspur LLC", "", "", "", "The Team.", "stop")

    assert "! “The Team.” is the example of an answer that does not help." in shown
    assert value(case, "seller.signatory") is None


def test_a_mistaken_choice_names_the_numbers_that_stand_on_the_screen(talk: Talk) -> None:
    shown = talk("Larkspur LLC", "", "", "", "Dana Ruiz (owner)", "16 March 2026", "perhaps", "stop")

    assert "“perhaps” is not one of the choices; write its number, 1 to 2, or: at-fault, in-error" in " ".join(
        shown.split()
    )


def test_a_list_longer_than_the_screen_ends_with_its_question(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "height", lambda: 24)
    answers = ("Larkspur LLC", "", "", "", "Dana Ruiz (owner)", "16 March 2026", "1", "plan", "stop")

    lines = talk(*answers).splitlines()

    last = lines.index("> stop")
    assert "What happened in your business?" in "\n".join(lines[last - 2 : last])


def test_an_answer_given_while_another_process_saves_is_asked_for_again(talk: Talk, case: Path) -> None:
    def meanwhile() -> str:
        assert 0 == cli.run(["ask", str(case), "--set", "seller.store", "Larkspur Home", *TODAY])
        return "Larkspur LLC"

    shown = talk(meanwhile, "Larkspur LLC", "stop")

    assert "Please give it again." in " ".join(shown.split())
    assert ("Larkspur LLC", "Larkspur Home") == (value(case, "seller.name"), value(case, "seller.store"))


def test_a_file_of_unknown_kind_shows_a_command_that_can_be_copied(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "scan of 3 $ (final).pdf"
    file.write_bytes(pdf(lines("x")))
    capsys.readouterr()

    assert 0 == cli.run(["add", str(case), str(file)])

    said = "".join(capsys.readouterr().out.split())
    assert "".join(f"amends add {case} '{file}' --kind KIND".split()) in said
    assert "`amendsplaybooksdocuments`" in said


def test_a_file_that_is_not_what_its_name_says_is_pointed_out(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "invoice.pdf").write_text("no pdf at all", encoding="utf-8")
    Image.new("RGB", (40, 40)).save(tmp_path / "photo.jpeg")

    assert 0 == cli.run(["add", str(case), str(tmp_path / "invoice.pdf"), str(tmp_path / "photo.jpeg")])

    out = capsys.readouterr().out
    assert 1 == " ".join(out.split()).count("Its name ends in .pdf, but it is plain text;")
    assert "ends in .jp" not in out


def test_what_is_said_of_a_file_is_checked_all_at_once(case: Path, tmp_path: Path, amends: Run) -> None:
    file = tmp_path / "invoice.pdf"
    file.write_bytes(pdf(lines("x")))

    status, _, err = amends(
        "add", case, file, "--kind", "invioce", "--supports", "listing-removed", "--asin", "B0", "--dated", "soon"
    )

    assert 2 == status
    for words in ("“invioce” is not a kind", "did you mean “listings-removed”?", "an ASIN has 10", "“soon” is no day"):
        assert words in err
    assert () == cases.open_case(case).case.exhibits


def test_a_file_that_serves_in_place_of_another_is_not_shown_as_it(case: Path, tmp_path: Path, amends: Run) -> None:
    file = tmp_path / "invoice.pdf"
    file.write_bytes(pdf(lines("x")))

    _, out, _ = amends("add", case, file, "--kind", "supplier-invoice")

    assert [] == [line for line in out.splitlines() if line.startswith("  · ") and "invoice.pdf" in line]


def test_a_day_that_was_read_is_shown_in_words(case: Path, tmp_path: Path, amends: Run) -> None:
    file = tmp_path / "lieferung.pdf"
    written = ("Rechnung", "Rechnungsnummer: 20250812", "Rechnungsdatum: 12.08.2025", "Gesamtbetrag: 119,00 EUR")
    file.write_bytes(pdf(lines(*written)))

    _, out, _ = amends("add", case, file, "--kind", "supplier-invoice")

    assert "12 August 2025" in out
    assert "12.08.2025" not in out
    assert re.search(r"invoice number +20250812", out)


def test_a_bundle_that_the_plan_has_left_behind_is_not_called_ready(
    tmp_path: Path, amends: Run, example: Example
) -> None:
    root = example("restricted-products", tmp_path / "case")
    plan = root / "plan.md"
    before = json.loads(amends("status", root, "--json")[1])[0]
    plan.write_text(plan.read_text(encoding="utf-8").replace("Dear Amazon", "Dear  Amazon"), encoding="utf-8")

    after = json.loads(amends("status", root, "--json")[1])[0]

    assert (False, True) == (before["stale"], after["stale"])
    assert ("submit", "amends bundle") == (before["next"][:6], after["next"][:13])


def test_attesting_names_the_sentences_that_somebody_answers_for(tmp_path: Path, amends: Run, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")
    with (root / "plan.md").open("a", encoding="utf-8") as plan:
        plan.write("\nOtto Kleinschmidt swept the shelf.\n")

    status, out, _ = amends("trace", root, "--attest", "Noor Castellan")

    assert 0 == status
    assert out.startswith("Noor Castellan answers for 1 sentence:\n  ✓ Otto Kleinschmidt swept the shelf.\n")
    assert 2 == amends("trace", root, "--attest", "")[0]


def test_a_submission_lies_between_the_notice_and_today(tmp_path: Path, amends: Run, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")

    status, _, err = amends("submit", root, "--on", "1999-01-01")

    assert (2, True) == (status, "lies before the notice" in err)


def test_a_bundle_that_was_tampered_with_is_not_recorded(tmp_path: Path, amends: Run, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")
    with ZipFile(root / "bundle.zip", "a") as archive:
        archive.writestr("slipped-in.txt", "not in the manifest")

    status, _, err = amends("submit", root, "--on", "2026-03-21")

    assert (2, True) == (status, "slipped-in.txt" in err)
    assert not (root / "submissions").exists()


def test_windows_line_ends_are_no_edit(tmp_path: Path, amends: Run, example: Example) -> None:
    root = example("restricted-products", tmp_path / "case")
    plan = root / "plan.md"
    text = plan.read_bytes()
    plan.write_bytes(text.replace(b"\n", b"\r\n"))

    assert 0 == amends("trace", root)[0]
    assert 0 == amends("draft", root)[0]
    assert not (root / "plan.new.md").exists()
    assert text == plan.read_bytes()


def test_a_playbook_is_shown_by_its_id_alone(amends: Run) -> None:
    assert amends("playbooks", "show", "inauthentic") == amends("playbooks", "inauthentic")
    assert "did you mean “inauthentic”?" in amends("playbooks", "inauthentc")[2]
    assert "Name the playbook" in amends("playbooks", "show")[2]


def test_the_python_names_of_the_readme_do_the_main_job(tmp_path: Path, example: Example) -> None:
    source = demo.EXAMPLES / "inauthentic"
    root = example("inauthentic", tmp_path / "case")

    notice = amends.read_notice(str(source / "notice.eml"))
    opened = amends.open_case(root)
    plan = amends.plan_of(opened.case)

    assert "inauthentic" == notice.enforcement == plan.enforcement
    assert () == plan.gaps or all(gap.stated for gap in plan.gaps)
    with ZipFile(root / "bundle.zip") as archive:
        assert "plan.pdf" in archive.namelist()


@pytest.mark.skipif(not _GNU_READLINE, reason="needs GNU readline and a pseudo terminal")
def test_several_pasted_lines_are_one_answer(case: Path) -> None:
    shown = at_terminal(
        ["ask", str(case), *TODAY], b"\x1b[200~Larkspur LLC\n12 Dock St\nNewark\x1b[201~\r", b"on one line", b"stop\r"
    )

    assert "write the name only, on one line" in shown
    assert None is value(case, "seller.name") is value(case, "seller.store")


@pytest.mark.skipif(not _GNU_READLINE, reason="needs GNU readline and a pseudo terminal")
def test_ctrl_c_at_a_terminal_leaves_calmly(case: Path) -> None:
    shown = at_terminal(["ask", str(case), *TODAY], b"Larkspur LLC\r", b"optional", b"\x03")

    assert "Traceback" not in shown
    assert max(len(line) for line in shown.replace(str(case), "").splitlines()) > 60
    assert "go on with: amends ask" in " ".join(shown.split())
    assert "Larkspur LLC" == value(case, "seller.name")


def at_terminal(words: list[str], first: bytes, awaited: bytes, second: bytes) -> str:
    """What a command shows at a terminal of 80 columns, where one thing is typed, an answer awaited, another typed."""
    try:
        child, terminal = pty.fork()
    except OSError:
        pytest.skip("this machine offers no pseudo-terminal (/dev/pts)")
    if not child:
        # Whoever runs the tests in the background has them ignore it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execvpe(
            sys.executable, [sys.executable, "-m", "amends", *words], os.environ | {"TERM": "xterm", "NO_COLOR": "1"}
        )
    shown, last = b"", b""
    for wait, typed in ((b"> ", first), (awaited, second), (None, b"")):
        for _ in range(20):
            while wait is None or wait not in shown.replace(b"\r", b""):
                # What is typed before the line editor has set up the terminal is thrown away by it: type it again.
                if not select.select([terminal], [], [], 5)[0]:
                    break
                try:
                    piece = os.read(terminal, 65536)
                except OSError:
                    piece = b""
                if not piece:
                    break
                shown += piece
            else:
                break
            if select.select([terminal], [], [], 0)[0]:
                break
            os.write(terminal, last)
        if typed:
            os.write(terminal, typed)
            last = typed
    os.close(terminal)
    assert 0 == os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown
    return shown.decode("utf-8", "replace")


def test_a_fraud_leads_to_no_answer_at_every_step(tmp_path: Path, amends: Run) -> None:
    root = tmp_path / "case"
    assert 0 == amends("new", root, "--notice", demo.EXAMPLES / "phishing/notice.eml")[0]

    said = [amends(verb, root) for verb in ("ask", "bundle", "check", "trace", "status")]

    assert [0, 2, 2, 2, 0] == [status for status, _, _ in said]
    assert all("nothing is to be sent" in " ".join((out + err).split()) for _, out, err in said)
    assert "deadline" not in said[-1][1]


def test_a_gap_is_told_once_when_the_bundle_is_refused(case: Path, amends: Run) -> None:
    assert 0 == amends("ask", case, "--set", "case.position", "1", *TODAY)[0]
    assert 0 == amends("draft", case, *TODAY)[0]

    status, _, err = amends("bundle", case, *TODAY)

    assert (1, 1) == (status, err.count("Add your files to the case"))
    assert "unproven: “Missing:" not in err


def test_a_gap_reads_as_sentences(case: Path, amends: Run) -> None:
    _, out, _ = amends("draft", case, *TODAY)

    gaps = " ".join(out.split()).split(" - ")[1:]
    assert gaps
    assert [] == [gap for gap in gaps if not gap[0].isupper() and gap[0] != "“"]
    assert "Account Info Answer" not in " ".join(gaps)


def test_a_sentence_that_only_looks_like_a_gap_is_no_way_around_proof(
    tmp_path: Path, amends: Run, example: Example
) -> None:
    root = example("restricted-products", tmp_path / "case")
    with (root / "plan.md").open("a", encoding="utf-8") as plan:
        plan.write("\nMissing: Otto Kleinschmidt swept the shelf.\n")

    status, _, err = amends("bundle", root)

    assert (1, True) == (status, "Otto" in err)
