"""Puts into the wheel what an installed amends need not work out: the checked knowledge and the startup snapshot."""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeHook(BuildHookInterface[Any]):
    """Make them when a wheel is built; in an editable install both are made at the first start, since files change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        made = {
            "snapshot": importlib.import_module("amends.doors.snapshots").made(shipped=True),
            "compiled": importlib.import_module("amends.catalog").compiled(),
        }
        scratch = Path(tempfile.mkdtemp())
        for name, data in made.items():
            (scratch / name).write_bytes(data)
            build_data["force_include"][str(scratch / name)] = f"amends/data/{name}"
