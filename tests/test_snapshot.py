"""The startup snapshot: it is made, taken up, and never tells of a source file that is not so any more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import amends

LETTER = "Dear Amazon,\n\nRoot Cause\nWe sold ASIN B0EXAMPL01 bought at a shop called Blue Fern.\n"
MESSAGE = "This rule was written a moment ago."
RULE = f'''"""A made-up rule."""

from amends.model import Span
from amends.review.rule import Hit, rule


@rule("ZZ99", "blue-fern", level="note", source="made up", bad=("Blue Fern",), good=("none",))
def blue_fern(draft):
    """A shop by its name.

    It is made up.
    """
    at = draft.text.find("Blue Fern")
    if at >= 0:
        yield Hit(Span(at, at + 9, "Blue Fern"), "{MESSAGE}")
'''
Run = Callable[..., str]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that may be changed, with a snapshot of it in its own cache folder."""
    home = tmp_path_factory.mktemp("copy")
    shutil.copytree(Path(amends.__file__).parent, home / "src" / "amends", ignore=shutil.ignore_patterns("__pycache__"))
    (home / "letter.txt").write_text(LETTER, encoding="utf-8")
    check(home)
    return home


@pytest.fixture
def home(package: Path, tmp_path: Path) -> Path:
    return shutil.copytree(package, tmp_path / "home")  # with the times of change


def python(home: Path, *words: str) -> str:
    env = {**os.environ, "PYTHONPATH": str(home / "src"), "XDG_CACHE_HOME": str(home / "cache")}
    done = subprocess.run([sys.executable, *words], env=env, capture_output=True, text=True, encoding="utf-8", cwd=home)
    assert not done.stderr, done.stderr
    return done.stdout


def check(home: Path) -> str:
    return python(home, "-m", "amends", "check", "letter.txt", "--format", "json", "--today", "2026-05-20")


def taken(home: Path) -> str:
    """Whether a start takes a snapshot up, and whether all rules are in it as they are."""
    code = (
        "from amends import snapshot; print(snapshot.take_up('check'))\n"
        "from amends.review import rules; rules(); print(snapshot._used and snapshot._used.outdated)"
    )
    return python(home, "-c", code).replace("\n", " ").strip()


def cached(home: Path) -> Path:
    found = list((home / "cache" / "amends").glob("snapshot-*"))
    assert len(found) == 1
    return found[0]


def moved(home: Path) -> Path:
    """A copied package lies elsewhere, and so its snapshot has another name."""
    old = cached(home)
    name = python(home, "-c", "from amends import snapshot; print(snapshot.kept_in())").strip()
    return old.rename(name)


def test_the_first_start_makes_one_and_the_next_takes_it_up(home: Path) -> None:
    moved(home)

    assert taken(home) == "True False"


def test_with_and_without_it_the_findings_are_the_same(home: Path) -> None:
    moved(home)
    with_it = check(home)
    shutil.rmtree(home / "cache")

    assert check(home) == with_it == check(home)


@pytest.mark.parametrize(
    ("below", "change", "sign"),
    [
        ("review/rules/zz_blue_fern.py", lambda text: RULE, MESSAGE),
        ("review/rules/missing_root_cause.py", lambda text: text + "\n\n" + RULE.split('"""\n\n', 1)[1], MESSAGE),
        (
            "review/phrases/filler.yaml",
            lambda text: text.replace("find:", "find:\n  - blue fern", 1),
            '"TO13"',
        ),
    ],
)
def test_a_rule_that_was_written_a_moment_ago_holds(
    home: Path, below: str, change: Callable[[str], str], sign: str
) -> None:
    file = home / "src" / "amends" / below
    moved(home)
    before = check(home)

    file.write_text(change(file.read_text(encoding="utf-8") if file.exists() else ""), encoding="utf-8")

    first = check(home)
    assert sign in first
    assert sign not in before
    assert check(home) == first == check(home)
    assert taken(home) == "True False"


def test_a_rule_that_was_removed_speaks_no_more(home: Path) -> None:
    moved(home)
    before = check(home)
    (home / "src" / "amends" / "review" / "rules" / "missing_preventive_measures.py").unlink()

    assert '"missing-preventive-measures"' in before
    assert '"missing-preventive-measures"' not in check(home)


@pytest.mark.parametrize(
    "damage", [lambda data: data[: len(data) // 2], lambda data: b"", lambda data: b"amends" + data]
)
def test_one_that_is_damaged_is_made_anew(home: Path, damage: Callable[[bytes], bytes]) -> None:
    file = moved(home)
    whole = check(home)
    file.write_bytes(damage(file.read_bytes()))

    assert taken(home).startswith("False")
    assert check(home) == whole
    assert taken(home) == "True False"


@pytest.mark.skipif(os.name == "nt", reason="no such modes")
def test_one_that_others_may_write_is_not_trusted(home: Path) -> None:
    file = moved(home)
    file.chmod(0o666)

    assert taken(home).startswith("False")


def test_a_cache_folder_that_cannot_be_written_does_not_matter(home: Path) -> None:
    with_it = check(home)
    shutil.rmtree(home / "cache")
    (home / "cache").write_text("a file, no folder")

    assert check(home) == with_it
    assert taken(home).startswith("False")


def test_a_source_file_that_breaks_is_told_by_the_verb_that_needs_it(home: Path) -> None:
    shutil.rmtree(home / "cache")
    (home / "src" / "amends" / "track_nothing.py").write_text("this is no Python\n")

    assert check(home)


def test_a_table_that_is_ready_is_made_anew_when_the_words_it_follows_from_have_changed(home: Path) -> None:
    moved(home)
    code = (
        "from amends import snapshot; print(snapshot.take_up('check'))\n"
        "from amends.review.meaning.parties import kind_of; import sys\n"
        "print(kind_of('blue', 'fern'), 'amends.review.meaning.party_names' in sys.modules)"
    )
    names = home / "src" / "amends" / "review" / "meaning" / "party_names.py"

    assert python(home, "-c", code).split() == ["True", "False"]
    names.write_text(names.read_text(encoding="utf-8").replace('"upload template|', '"blue fern|upload template|', 1))
    assert python(home, "-c", code).split() == ["True", "amazon", "True"]


def test_modules_that_are_imported_together_are_as_if_each_were_imported_by_itself(home: Path) -> None:
    moved(home)
    code = (
        "import sys\n"
        "from amends import snapshot, together; snapshot.take_up('check')\n"
        "if {}: together.load('check')\n"
        "else: snapshot._used = None\n"
        "from amends.doors.cli.commands import check\n"
        "from amends.app.review import checking\n"
        "from amends.review import rules; rules()\n"
        "for name, module in sorted(sys.modules.items()):\n"
        "    if name.startswith('amends.'):\n"
        "        known = {{key: getattr(one, '__name__', '') for key, one in vars(module).items() if key[0] != '_'}}\n"
        "        print(name, module.__file__, module.__package__, module.__spec__.name, sorted(known.items()))"
    )

    lines = [python(home, "-c", code.format(whether)).splitlines() for whether in (True, False)]

    assert len(lines[0]) > 200
    assert sorted(set(lines[0]) ^ set(lines[1])) == []
