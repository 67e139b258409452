"""The text layer of a PDF as data: what a process of its own says of it, and what is read back."""

from __future__ import annotations

from amends.formats.pdftext import Line, Sheet
from amends.typed import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def layer_at(asked: dict[str, Any]) -> dict[str, Any]:
    """The text layer of the bytes in `layer` (base64). Raises `Unreadable` as `pdftext.sheets` does."""
    from base64 import b64decode

    return written(b64decode(asked["layer"]), asked["name"], asked["remedy"])


def written(data: bytes, name: str, remedy: str) -> dict[str, Any]:
    """The text layer of some bytes, as data. Raises `Unreadable` as `pdftext.sheets` does."""
    from amends.formats.pdftext import sheets

    found, doubts = sheets(data, name, remedy)
    return {"sheets": found, "doubts": doubts}


def read(said: dict[str, Any]) -> tuple[list[Sheet], list[str]]:
    """The pages and the doubts that were said. Raises `KeyError`, `TypeError` or `ValueError` for what is none."""
    sheets = [
        Sheet(int(number), float(height), tuple(map(_line, lines))) for number, height, lines in said["sheets"]
    ]  # fmt: skip
    return sheets, [_text(doubt) for doubt in said["doubts"]]


def _line(said: Iterable[Any]) -> Line:
    left, bottom, right, top, size, weight, first, text = said
    return Line(
        float(left), float(bottom), float(right), float(top), float(size), int(weight), float(first), _text(text)
    )


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise ValueError(said)
    return said
