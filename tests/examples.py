"""The built-in examples, worked through once in a run of the tests, whatever number of processes it has.

Who tests the demo itself has it work an example through anew.
"""

from __future__ import annotations

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from amends.app import demo
from amends.app.demo import Demo

Worked = Callable[[str], Demo]
Example = Callable[[str, Path], Path]


@pytest.fixture(scope="session")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Worked:
    """Gives what the demo made of an example, by the id of its enforcement. Its folder is shared: only to be read."""
    own = tmp_path_factory.getbasetemp()
    # Each process of a run has a folder of its own in that of the run.
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "examples"
    shared.mkdir(exist_ok=True)
    known: dict[str, Demo] = {}

    def of(id: str) -> Demo:
        if id not in known:
            kept = shared / f"{id}.pickle"
            with FileLock(shared / f"{id}.lock"):
                if not kept.exists():
                    shutil.rmtree(shared / id, ignore_errors=True)
                    kept.write_bytes(pickle.dumps(demo.demo(id, shared / id)))
                known[id] = pickle.loads(kept.read_bytes())
        return known[id]

    return of


@pytest.fixture
def example(worked: Worked) -> Example:
    """Makes a folder with an example that was worked through; gives the folder."""

    def put(id: str, folder: Path) -> Path:
        return Path(shutil.copytree(worked(id).opened.files.home, folder))

    return put
