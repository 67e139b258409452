"""Documentation that cannot rot: generated pages are up to date, every verb shows an example, links lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from amends.doors.cli.running import run
from amends.doors.cli.verbs import parser_of, verbs

ROOT = Path(__file__).parent.parent
_NAMES = """
    why glossary contributing knowledge checking performance pictures first-ten-minutes serving storage threats
""".split()
HAND_WRITTEN = ("README.md", *(f"docs/{name}.md" for name in _NAMES))
LARGEST_PICTURE = 120_000


def test_generated_pages_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "tools/gen_docs.py", "--check"], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, done.stdout)


@pytest.mark.parametrize("verb", verbs())
def test_every_verb_shows_an_example(verb: str) -> None:
    parser = parser_of(import_module(f"amends.doors.cli.commands.{verb}"), verb)

    assert f"amends {verb}" in (parser.epilog or "")


@pytest.mark.parametrize("page", HAND_WRITTEN)
def test_links_in_hand_written_pages_lead_somewhere(page: str) -> None:
    file = ROOT / page
    for target in re.findall(r"\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (file.parent / target).exists(), target


def test_every_picture_is_shown_with_words_for_it_and_is_small() -> None:
    shown: dict[Path, str] = {}
    for page in HAND_WRITTEN:
        file = ROOT / page
        for words, target in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", file.read_text(encoding="utf-8")):
            shown[(file.parent / target).resolve()] = words

    assert set((ROOT / "docs" / "images").iterdir()) == set(shown)
    assert all(len(words) > 20 for words in shown.values())
    assert all(file.stat().st_size <= LARGEST_PICTURE for file in shown)


def test_the_readme_shows_the_verbs_of_the_command_line() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert set() == {verb for verb in re.findall(r"amends ([a-z]+) ", text) if verb not in verbs()} - {
        "is",
        "gives",
        "never",
    }


def test_the_readme_shows_what_the_demo_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert 0 == run(["demo", "-o", "build/demo-inauthentic"])

    shown = " ".join(capsys.readouterr().out.split())
    assert shown in " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
