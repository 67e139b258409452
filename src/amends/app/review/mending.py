"""Put the safe fixes into a text file, or show what they would change. Accepted findings are left as they are."""

from __future__ import annotations

from amends.errors import Unknown, Unreadable
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.app.review.checking import Checked, Checking


def fix_file(path: str, checking: Checking) -> int:
    """Apply the safe fixes to a text file; gives how many places were changed.

    Raises `Unreadable` for what is no plain text: a fix is never written into a document of another kind.
    """
    from amends.app.files import LARGEST_TEXT, file_bytes
    from amends.review.mending import mended

    if path == "-":
        raise Unknown("Standard input cannot be fixed; name a file, or ask for --diff.")
    checked = checking.file(path)
    better, number = mended(checked.text, checked.findings)
    if not number:
        return 0
    data, _ = file_bytes(path, None, LARGEST_TEXT)
    if checked.text.encode() != data:
        raise Unreadable(f"{path} is not plain UTF-8 text; fixes are written to text files only.")
    from pathlib import Path

    from amends.store.folder import put

    put(Path(path), better.encode())
    return number


def difference(checked: Checked) -> str:
    """What the fixes would change in a letter, as a unified diff."""
    from amends.review.mending import diff

    return diff(checked.text, checked.findings, checked.file)
