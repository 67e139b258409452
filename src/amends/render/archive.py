"""ZIP archives whose bytes depend on their content alone: one date, fixed attributes, stored unless it pays to pack."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import date
from io import BytesIO

_EARLIEST, _LATEST = 1980, 2107


def entry(name: str, day: date, packed: bool = False) -> zipfile.ZipInfo:
    """The header of one file. ZIP knows no year before 1980 or after 2107."""
    info = zipfile.ZipInfo(name, (min(max(day.year, _EARLIEST), _LATEST), day.month, day.day, 0, 0, 0))
    info.create_system = 3
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    return info


def packed(files: Iterable[tuple[str, str]], day: date) -> bytes:
    """A small archive of UTF-8 texts. They are stored, since packed bytes differ from one zlib to the next."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files:
            archive.writestr(entry(name, day), text.encode("utf-8"))
    return out.getvalue()
