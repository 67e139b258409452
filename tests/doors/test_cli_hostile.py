"""Hostile and broken input at the command line: success or one clear message with status 2, and nothing lost."""

from __future__ import annotations

import copy
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.doors.test_cli import NOTICE, Run
from tests.examples import Example
from tests.notice.formats.pdf_file import lines, pdf
from tests.pdf_bombs import keyless, unseen

from amends.app import cases
from amends.doors import cli
from amends.formats import yamlfile

KIND = "restricted-products"


@pytest.fixture
def root(tmp_path: Path, example: Example) -> Path:
    """A finished case."""
    return example(KIND, tmp_path / "case")


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A case just started."""
    file = tmp_path / "notice.txt"
    file.write_text(NOTICE, encoding="utf-8")
    assert 0 == cli.run(["new", str(tmp_path / "fresh"), "--notice", str(file)])
    return tmp_path / "fresh"


def document(root: Path) -> dict[str, Any]:
    data = yamlfile.read((root / "case.yaml").read_text(encoding="utf-8"), "case.yaml").data
    assert isinstance(data, dict)
    return data


def put(root: Path, data: object) -> None:
    (root / "case.yaml").write_text(yamlfile.write(data), encoding="utf-8")


# --------------------------------------------------------------------------- the case file

ODD: tuple[Any, ...] = (
    None, "", [], {}, 0, -1, 10**17, True, 1.5, "x", "../../etc/passwd", "/etc/passwd", "a\0b", "x\x1b[2Jy", "y" * 5000,
    ".", "\u202ez", "a\nb", "=1+1", "{seller.name}", "[ {x} ]", "2026-02-30", "9999-12-31", [1], ["a"], [None],
    {"a": 1}, {"missing": "x"}, {"name": "x"}, ["B0TESTAB12"], "invoice-gap#99999999999999999999", "text", "asins",
)  # fmt: skip


def nodes(data: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(found for key, value in inside for found in nodes(value, (*path, key)))]


def mutated(data: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    made = copy.deepcopy(data)
    *above, last = chance.choice(nodes(made)[1:])
    holder: Any = made
    for step in above:
        holder = holder[step]
    if chance.random() < 0.7:
        holder[last] = copy.deepcopy(chance.choice(ODD))
    elif chance.random() < 0.5:
        del holder[last]
    elif isinstance(holder, dict):
        holder[str(chance.choice(ODD))] = holder.pop(last)
    else:
        holder.insert(last, copy.deepcopy(holder[last]))
    return made


def garbled(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    piece = chance.choice(("\t", "\0", "&a ", "*a", "!!python/object:os.system x", "- ", ": ", "---\n", '"', "{", "\r"))
    return text[:at] + piece + text[at + chance.choice((0, 0, 7, 30)) :]


@pytest.mark.parametrize("seed", range(6))
def test_a_mutated_case_file_is_taken_or_refused_in_words(seed: int, root: Path, amends: Run) -> None:
    chance = random.Random(seed)
    good, text = document(root), (root / "case.yaml").read_text(encoding="utf-8")
    verbs = (["status"], ["ask", "--json"], ["draft"], ["trace"], ["check"], ["ask", "--set", "seller.store", "Neu"])
    for _ in range(20):
        broken = garbled(text, chance) if chance.random() < 0.3 else yamlfile.write(mutated(good, chance))
        (root / "case.yaml").write_text(broken, encoding="utf-8")
        before = (root / "case.yaml").read_bytes()
        verb, *more = chance.choice(verbs)

        status, out, err = amends(verb, root, *more)

        assert status in (0, 1, 2), (err, broken)
        assert "\x1b" not in out + err
        assert status != 2 or err
        if status == 2:
            assert before == (root / "case.yaml").read_bytes()
        elif (root / "case.yaml").read_bytes() != before:
            assert 0 == amends("status", root)[0], broken


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a\0b", "n" * 300, "notice", ".", "x\x1b[2Jy"])
def test_a_notice_that_lies_elsewhere_is_not_read(name: str, root: Path, amends: Run) -> None:
    data = document(root)
    data["notices"][0]["file"] = name
    put(root, data)

    status, _, err = amends("status", root)

    assert (2, False) == (status, "\x1b" in err)
    assert "case.yaml" in err


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd", "n" * 300, "a\0b", "=1+1"])
def test_an_exhibit_that_lies_elsewhere_is_not_packed(name: str, root: Path, amends: Run) -> None:
    data = document(root)
    data["exhibits"][0]["name"] = name
    put(root, data)

    status, _, err = amends("bundle", root, "-o", root / "other.zip")

    assert 1 == status, err
    assert not (root / "other.zip").exists()


def test_an_exhibit_that_became_a_link_to_another_file_is_not_packed(root: Path, tmp_path: Path, amends: Run) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for Amazon", encoding="utf-8")
    exhibit = next((root / "evidence").iterdir())
    exhibit.unlink()
    exhibit.symlink_to(secret)

    status, _, err = amends("bundle", root, "-o", root / "other.zip")

    assert 1 == status
    assert "is not there any more; put it back" in err
    assert not (root / "other.zip").exists()


def test_a_day_that_no_archive_knows_does_not_stop_the_bundle(root: Path, amends: Run) -> None:
    data = document(root)
    for exhibit in data["exhibits"]:
        exhibit["received"] = "9999-12-31"
    put(root, data)

    assert amends("bundle", root)[0] in (0, 1)


def test_control_characters_in_a_case_file_are_named_with_their_line(root: Path, amends: Run) -> None:
    with (root / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("# \x03\n")
    lines = (root / "case.yaml").read_text(encoding="utf-8").count("\n")

    status, _, err = amends("status", root)

    assert 2 == status
    assert f"case.yaml:{lines}: holds control characters" in err


def test_a_file_in_place_of_a_case_folder_is_named_as_one(fresh: Path, amends: Run) -> None:
    status, _, err = amends("draft", fresh / "case.yaml")

    assert (2, True) == (status, "is a file; name the folder of a case" in err)


# --------------------------------------------------------------------------- answers and evidence


@pytest.mark.parametrize(
    "entry",
    [
        "../../../../../../etc/passwd: {kind: supplier-invoice}",
        "/etc/passwd: {}",
        '"a\\0b": {}',
        "invoice.pdf: {kind: [a]}",
        "invoice.pdf: {supports: 5}",
        "invoice.pdf: {supports: [nothing-known]}",
        "invoice.pdf: {asins: {a: 1}}",
        "invoice.pdf: {dated: soon}",
        "invoice.pdf: {colour: red}",
        "invoice.pdf: 7",
    ],
)
def test_evidence_in_an_answers_file_is_held_to_its_folder_and_its_words(
    entry: str, fresh: Path, tmp_path: Path, amends: Run
) -> None:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/invoice.pdf").write_bytes(b"%PDF-1.4 x")
    answers = tmp_path / "answers.yaml"
    answers.write_text(f"evidence:\n  {entry}\nanswers:\n  seller.name: Larkspur LLC\n", encoding="utf-8")

    status, _, err = amends("ask", fresh, "--answers", answers)

    assert 2 == status
    assert "answers.yaml:2: evidence." in err
    case = cases.open_case(fresh).case
    assert ((), "Larkspur LLC") == (case.exhibits, case.value("seller.name"))


def test_a_day_in_an_answers_file_that_is_none_is_said(fresh: Path, tmp_path: Path, amends: Run) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text("today: soon\nanswers: {seller.name: Larkspur LLC}\n", encoding="utf-8")

    status, _, err = amends("ask", fresh, "--answers", answers)

    assert (2, True) == (status, "answers.yaml:1: today: must be a day" in err)


@pytest.mark.parametrize("answer", [",", " ; ,", "and"])
def test_an_answer_that_the_case_file_would_not_give_back_is_not_taken(answer: str, fresh: Path, amends: Run) -> None:
    status, _, err = amends("ask", fresh, "--set", "case.asins", answer)

    assert 2 == status, err
    assert 0 == amends("status", fresh)[0]


def test_files_beside_a_bad_one_are_taken_in(fresh: Path, tmp_path: Path, amends: Run) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(pdf(lines(name)))

    status, _, err = amends("add", fresh, tmp_path / "a.pdf", tmp_path / "none.pdf", tmp_path / "b.pdf")

    assert (2, True) == (status, "none.pdf is not there" in err)
    assert ["a.pdf", "b.pdf"] == [exhibit.original for exhibit in cases.open_case(fresh).case.exhibits]


def test_a_file_that_a_stopped_run_left_behind_is_in_nobodys_way(fresh: Path, tmp_path: Path, amends: Run) -> None:
    (fresh / "evidence").mkdir()
    (fresh / "evidence/invoice.pdf").write_bytes(b"%PDF-1.4 left behind")
    (tmp_path / "invoice.pdf").write_bytes(pdf(lines("mine")))

    assert 0 == amends("add", fresh, tmp_path / "invoice.pdf")[0]

    assert b"%PDF-1.4 left behind" == (fresh / "evidence/invoice.pdf").read_bytes()
    assert ["invoice-2.pdf"] == [exhibit.name for exhibit in cases.open_case(fresh).case.exhibits]


# --------------------------------------------------------------------------- bundles and submissions


@pytest.mark.parametrize("name", ["case.yaml", "plan.md", "notes.zip"])
def test_a_bundle_takes_the_place_of_nothing_but_a_bundle(name: str, root: Path, amends: Run) -> None:
    (root / "notes.zip").write_bytes(b"PK\x03\x04 my own")
    mine = (root / name).read_bytes()

    status, _, err = amends("bundle", root, "-o", root / name)

    assert (2, True) == (status, "is not a bundle; nothing was overwritten" in err)
    assert mine == (root / name).read_bytes()
    assert 0 == amends("bundle", root)[0]


def test_a_broken_bundle_is_not_recorded_as_sent(root: Path, amends: Run) -> None:
    (root / "bundle.zip").write_bytes((root / "bundle.zip").read_bytes()[:4000])

    status, _, err = amends("submit", root, "--on", "2026-04-04")

    assert (2, True) == (status, "is not a whole bundle" in err)
    assert not (root / "submissions").exists()


def test_a_submission_that_a_stopped_run_left_behind_is_not_overwritten(root: Path, amends: Run) -> None:
    (root / "submissions/001").mkdir(parents=True)
    (root / "submissions/001/bundle.zip").write_bytes(b"an older one")

    assert 0 == amends("submit", root, "--on", "2026-04-04")[0]

    assert b"an older one" == (root / "submissions/001/bundle.zip").read_bytes()
    assert (root / "bundle.zip").read_bytes() == (root / "submissions/002/bundle.zip").read_bytes()


@pytest.mark.parametrize("plan", [b"", b"  ", b"\xff\xfex", b"# ", b"![](x) <img src=x> {{ }} | a |", bytes(500)])
def test_garbage_in_place_of_the_plan_is_refused_in_words(plan: bytes, root: Path, amends: Run) -> None:
    (root / "plan.md").write_bytes(plan)
    (root / "bundle.zip").unlink()

    for verb in ("check", "trace", "bundle", "status"):
        status, _, err = amends(verb, root)
        assert status in (0, 1, 2), err

    assert not (root / "bundle.zip").exists()


def test_a_text_that_is_no_letter_is_refused_before_it_takes_long(tmp_path: Path, amends: Run) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("-- x\n" * 250_000, encoding="utf-8")

    status, _, err = amends("check", file)

    assert (2, True) == (status, "no letter is that long" in err)


def test_a_refusal_of_thousands_of_reasons_stays_readable(root: Path, amends: Run) -> None:
    with (root / "plan.md").open("a", encoding="utf-8") as plan:
        plan.writelines(f"\nOtto Kleinschmidt counted {number} boxes.\n" for number in range(400, 700))

    status, _, err = amends("bundle", root)

    assert 1 == status
    assert err.count("\n") < 50
    assert "more; `amends check` and `amends trace` list them" in err


# --------------------------------------------------------------------------- the system around us


def process(*words: object, shell: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "amends", *map(str, words)]
    if shell:
        return subprocess.run(
            ["sh", "-c", f'exec "$@" {shell}', "sh", *command], capture_output=True, env=os.environ | env, check=False
        )
    return subprocess.run(command, capture_output=True, env=os.environ | env, check=False)


@pytest.mark.skipif(os.name != "posix", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_bug(closed: str, fresh: Path) -> None:
    for verb in ("ask", "status"):
        done = process(verb, fresh, shell=closed)
        assert (0, b"") == (done.returncode, done.stderr), verb


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_on_a_full_disk_is_said_in_one_line(fresh: Path) -> None:
    done = process("status", fresh, "--json", shell="> /dev/full")

    assert 2 == done.returncode
    assert b"amends: The output could not be written: No space left on device" in done.stderr
    assert 1 == done.stderr.count(b"\n")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_of_another_encoding_is_no_bug(encoding: str, root: Path) -> None:
    shown, data = (process("status", root, *more, PYTHONIOENCODING=encoding) for more in ((), ("--json",)))

    assert (0, 0) == (shown.returncode, data.returncode), shown.stderr
    assert KIND == json.loads(data.stdout.decode(encoding))[0]["enforcement"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
def test_a_file_name_that_is_no_text_is_taken_and_told_in_valid_json(fresh: Path, tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/scan\xff\x1b[31m.pdf"
    with open(file, "wb") as out:
        out.write(pdf(lines("x")))

    done = process("add", fresh, os.fsdecode(file), "--json")

    assert 0 == done.returncode, done.stderr
    assert "scan-31m.pdf" == json.loads(done.stdout.decode("utf-8"))[0]["name"]
    assert b"\x1b" not in process("add", fresh, os.fsdecode(file)).stdout


def test_no_home_and_no_locale_are_no_bug(fresh: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "amends", "status", str(fresh)],
        capture_output=True,
        env={"PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C", "LC_ALL": "C", "HOME": "/proc/none"},
        check=False,
    )

    assert (0, b"") == (done.returncode, done.stderr)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_file_without_end_is_not_read_to_its_end(amends: Run) -> None:
    status, _, err = amends("read", "/dev/zero")

    assert (2, True) == (status, "is larger than" in err)


@pytest.mark.parametrize("words", [("new", "", "--notice", "x"), ("status", ""), ("read", ""), ("check", "")])
def test_an_empty_name_is_not_taken_for_this_folder(words: tuple[str, ...], amends: Run) -> None:
    status, _, err = amends(*words)

    assert (2, True) == (status, "the name is empty" in err)


def test_a_name_that_no_system_takes_is_refused_in_words(fresh: Path, tmp_path: Path, amends: Run) -> None:
    status, _, err = amends("new", tmp_path / ("n" * 400), "--notice", tmp_path / "notice.txt")

    assert (2, True) == (status, "is too long" in err)


def test_a_limit_below_one_is_wrong_use(root: Path, amends: Run) -> None:
    assert [2, 2, 2] == [amends("bundle", root, "--limit", limit)[0] for limit in ("0", "-5", "many")]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_save_that_is_killed_leaves_a_whole_case_and_a_log_that_goes_on(fresh: Path, amends: Run) -> None:
    command = [sys.executable, "-m", "amends", "ask", str(fresh)]
    for number in range(12):
        sets = [word for key in ("name", "store") for word in ("--set", f"seller.{key}", f"Larkspur {number}")]
        running = subprocess.Popen([*command, *sets], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.06 + 0.012 * number)
        running.kill()
        running.wait()
        cases.open_case(fresh)

    assert 0 == amends("ask", fresh, "--set", "seller.name", "Larkspur LLC")[0]
    assert "Larkspur LLC" == cases.open_case(fresh).case.value("seller.name")


def test_of_two_that_answer_at_once_none_is_lost_without_a_word(fresh: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "amends", "ask", str(fresh), "--set", f"seller.{key}", "Larkspur"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        for key in ("name", "store")
    ]
    said = [one.communicate()[1] for one in running]

    case = cases.open_case(fresh).case
    for key, one, words in zip(("name", "store"), running, said, strict=True):
        if one.returncode == 0:
            assert "Larkspur" == case.value(f"seller.{key}")
        else:
            assert (2, True) == (one.returncode, b"Nothing was saved" in words)


@pytest.mark.parametrize("made", [keyless, lambda _: unseen()], ids=["what the guard sees", "what it does not see"])
@pytest.mark.parametrize("verb", ["read", "check", "new"])
def test_a_small_pdf_that_asks_for_gigabytes_is_refused_in_bounded_memory(
    verb: str, made: Callable[[int], bytes], tmp_path: Path
) -> None:
    (tmp_path / "letter.pdf").write_bytes(made(ord("y")))
    words = ["new", "case", "--notice", "letter.pdf"] if verb == "new" else [verb, "letter.pdf"]
    program = (
        "import resource, subprocess, sys\n"
        f"done = subprocess.run([sys.executable, '-m', 'amends', *{words!r}], capture_output=True, text=True)\n"
        "print(done.returncode, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024, done.stderr)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=True,
        env={**os.environ, "AMENDS_READER_MEGABYTES": "400"},
    )  # fmt: skip

    status, megabytes, said = done.stdout.split(" ", 2)
    assert status == "2"
    assert int(megabytes) < 600
    assert said.startswith("amends: letter.pdf ")
    assert said.rstrip().endswith("into a .txt file.")
    assert not (tmp_path / "case").exists()
