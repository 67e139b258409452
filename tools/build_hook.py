"""Puts the checked knowledge into the wheel as JSON, so that an installed amends never parses its YAML."""

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KnowledgeHook(BuildHookInterface[Any]):
    """Compile `data/` when a wheel is built; an editable install reads the YAML itself, since it may change."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        compiled = importlib.import_module("amends.catalog").compiled()
        file = Path(tempfile.mkdtemp()) / "compiled"
        file.write_bytes(compiled)
        build_data["force_include"][str(file)] = "amends/data/compiled"
