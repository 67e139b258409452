"""The hook that pre-commit finds at the top of the repository."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_says_what_pre_commit_needs() -> None:
    assert ["amends-check"] == [hook["id"] for hook in HOOKS]
    for hook in HOOKS:
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert ("python", ["text"]) == (hook["language"], hook["types"])


def test_what_the_hook_calls_is_installed_with_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    for hook in HOOKS:
        program, verb = hook["entry"].split()
        assert program in project["scripts"]
        assert (ROOT / "src/amends/doors/cli/commands" / f"{verb}.py").is_file()


@pytest.mark.parametrize(
    ("file", "taken"),
    [
        ("plan.md", True),
        ("cases/hydra/Plan of Action.txt", True),
        ("POA-2026-03.md", True),
        ("appeal_2.markdown", True),
        ("my-plan.md", False),
        ("planning/readme.md", False),
        ("plan.py", False),
        ("explanation.txt", False),
    ],
)
def test_plans_are_checked_and_other_files_left_alone(file: str, taken: bool) -> None:
    assert [taken] == [re.search(hook["files"], file) is not None for hook in HOOKS]
