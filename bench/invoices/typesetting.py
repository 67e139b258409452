"""Drawing with typst: a template that takes its data as JSON."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from invoices.fonts import folders


def typeset(template: str, data: dict[str, Any], path: Path) -> None:
    """A PDF from a template; `d` in it is the data."""
    import typst

    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "page.typ"
        source.write_text("#let d = json(bytes(sys.inputs.data))\n" + template, encoding="utf-8")
        made = typst.compile(source, font_paths=folders(), sys_inputs={"data": json.dumps(data)}, timestamp=0)
    path.write_bytes(made)
