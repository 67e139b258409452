"""What a check of a letter without a case does not import: each of these costs every start milliseconds.

They are held by what brings them in, not by a time, which a busy machine stretches.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PLANS = Path(__file__).parent / "corpus" / "plans"
# What a check has no use for, and what it would come from.
NEEDLESS = {
    "typing": "a module that imports it and not `amends.typed`",
    "dataclasses": "a noun of the case, or of the knowledge, where no case is",
    "inspect": "dataclasses",
    "ast": "inspect",
    "tokenize": "inspect",
    "decimal": "the values of a case",
    "pathlib": "files are opened by their names",
    "tempfile": "files that are written beside others",
    "shutil": "files that are moved",
    "subprocess": "workers of a bulk review",
    "threading": "workers; with them a process cannot end at once",
    "logging": "the browser's door",
    "zipfile": "a letter that is no text",
    "xml": "a letter that is no text",
    "yaml": "knowledge that was not compiled",
    "difflib": "a word that is no verb",
    "amends.model.case": "a rule that imports a noun of the case to name a type",
    "amends.model.value": "a rule that imports a value of the case to name a type",
    "amends.model.plan": "a rule that imports the plan to name a type",
    "amends.needed": "a rule about documents that does not wait for a case",
    "amends.condition": "the documents of a playbook",
    "amends.values": "the words for the values of a case",
    "amends.particulars": "the proof of a plan's sentences",
    "amends.review.grounding.known": "a rule about a case that does not wait for one",
    "amends.review.grounding.papers": "a rule about documents that does not wait for a case",
    "amends.review.grounding.nearest": "a rule about a case that does not wait for one",
    "amends.evidence": "the checks of documents",
    "amends.store": "the folder of a case",
}


@pytest.mark.parametrize("kind", ["good", "poor"])
def test_a_check_imports_nothing_that_it_has_no_use_for(kind: str) -> None:
    letters = sorted(map(str, (PLANS / kind).glob("*.txt")))[::6]
    code = (
        "import sys\n"
        "from amends.doors.cli import run\n"
        "for letter in sys.argv[1:]:\n"
        "    assert run(['check', letter]) in (0, 1)\n"
        "print('\\0' + ' '.join(sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", code, *letters], capture_output=True, text=True, check=True)

    modules = done.stdout.rpartition("\0")[2]
    assert len(letters) > 5
    assert "amends.review.position.blame" in modules.split()
    assert {name: NEEDLESS[name] for name in modules.split() if name in NEEDLESS} == {}


def test_nothing_but_what_takes_up_the_snapshot_is_imported_before_it() -> None:
    """Where the bytecode of modules is not kept, each of these is compiled at every start."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "import amends.doors.cli, amends.snapshot\n"
        "print(' '.join(sorted(name for name in set(sys.modules) - before if name.startswith('amends'))))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == [
        "amends",
        "amends.cache",
        "amends.doors",
        "amends.doors.cli",
        "amends.snapshot",
    ]
