"""Reading the notice: from a file or pasted text to a `Notice`.

`read` takes the bytes of a file, `read_text` the text; `as_json` gives the stable JSON of `amends read --json`.
"""

from __future__ import annotations

from amends.notice.contract import as_json
from amends.notice.read import read, read_text

__all__ = ["as_json", "read", "read_text"]
