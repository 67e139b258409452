"""The tool that takes fingerprints: blanks and stock phrases leave none, and no text is kept."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from amends.review import fingerprints, likeness
from amends.review.language.words import tokens
from amends.text import folded

PUBLISHED = (
    "On [date], our forwarder [name] weighed each pallet of ceramic planters beside the loading ramp.\n"
    "Please find our answer to your message below.\n"
)


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, writing into a folder of the test."""
    file = Path(__file__).parents[2] / "tools" / "fingerprint_templates.py"
    spec = importlib.util.spec_from_file_location("fingerprint_templates", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = tmp_path / "templates"
    folder.mkdir()
    monkeypatch.setattr(fingerprints, "FOLDER", str(folder))
    return module


def known(folder: Path, text: str) -> str | None:
    return fingerprints.templates(str(folder)).source_of(tokens(folded(text), 0, len(text))[0])


def test_a_template_is_known_by_its_fingerprint_whatever_fills_its_blanks(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "example.org.txt").write_text(PUBLISHED)

    assert 0 == tool.main([str(tmp_path / "example.org.txt")])

    filled = PUBLISHED.replace("[date]", "4 May 2026").replace("[name]", "Harbor Lane")
    assert "example.org" == known(tmp_path / "templates", filled.split("\n")[0])
    assert "planter" not in (tmp_path / "templates" / "example.org.prints").read_text()


def test_what_honest_plans_say_too_is_no_fingerprint(tool: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "example.org.txt").write_text(PUBLISHED)
    (tmp_path / "honest").mkdir()
    (tmp_path / "honest" / "plan.txt").write_text(PUBLISHED.replace("[date]", "9 March").replace("[name]", "Alder"))

    tool.main([str(tmp_path / "example.org.txt"), "--honest", str(tmp_path / "honest")])

    assert all(len(s.pairs) < likeness.FEWEST for s in fingerprints.templates(str(tmp_path / "templates")).sentences)
    assert None is known(tmp_path / "templates", PUBLISHED)


def test_templates_that_were_written_before_stay(tool: ModuleType, tmp_path: Path) -> None:
    for name in ("one.example.txt", "two.example.txt"):
        (tmp_path / name).write_text(PUBLISHED)
        tool.main([str(tmp_path / name)])

    assert ["one.example.prints", "two.example.prints"] == sorted(f.name for f in (tmp_path / "templates").iterdir())
