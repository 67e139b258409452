"""What is built from npm: the same bytes from the same sources, with the licence of everything in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import amends

ROOT = Path(__file__).parents[3]
WEB = ROOT / "web"
BUILT = Path(amends.__file__).parent / "doors" / "web" / "static" / "built"
LOCK = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))


def test_what_is_shipped_is_what_the_sources_give(tmp_path: Path) -> None:
    missing = [name for name in ("node", "npm") if shutil.which(name) is None]
    if missing:
        words = f"there is no {' and no '.join(missing)} on the PATH; install Debian's packages nodejs and npm"
        if os.environ.get("CI") == "true":
            pytest.fail(words)
        pytest.skip(words)
    sources = tmp_path / "web"
    shutil.copytree(WEB, sources, ignore=shutil.ignore_patterns("node_modules"))
    quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"]
    subprocess.run(["npm", "ci", *quiet], cwd=sources, check=True, capture_output=True, timeout=300)
    subprocess.run(["node", "build.mjs", str(tmp_path / "built")], cwd=sources, check=True, timeout=120)

    made = {file.name: file.read_bytes() for file in (tmp_path / "built").iterdir()}
    shipped = {file.name: file.read_bytes() for file in BUILT.iterdir()}
    assert sorted(made) == sorted(shipped)
    assert [] == [name for name in made if made[name] != shipped[name]], "run `make web`"


def test_the_lock_names_no_registry_and_checks_every_package() -> None:
    packages = {name: entry for name, entry in LOCK["packages"].items() if name}

    assert [] == [name for name, entry in packages.items() if "resolved" in entry]
    assert [] == [name for name, entry in packages.items() if not entry.get("integrity", "").startswith("sha512-")]


def test_the_sources_ask_for_exact_versions() -> None:
    asked = json.loads((WEB / "package.json").read_text(encoding="utf-8"))
    versions = {**asked["dependencies"], **asked["devDependencies"]}

    assert [] == [name for name, version in versions.items() if not version.replace(".", "").isdigit()]


def test_everything_that_is_shipped_comes_with_its_licence() -> None:
    licences = (BUILT / "LICENSES.txt").read_text(encoding="utf-8")
    shipped = [
        (name.removeprefix("node_modules/"), entry["version"])
        for name, entry in LOCK["packages"].items()
        if name and not entry.get("dev") and not entry.get("optional")
    ]

    assert [] == [name for name, version in shipped if f"{name} {version} (" not in licences and name not in UNUSED]
    assert licences.count("Permission is hereby granted") + licences.count("Permission to use, copy") >= 10


# Asked for by packages that we bundle, and left out of the bundle since nothing of them is used.
UNUSED = {"@lezer/lr"}
