"""A text file in plain UTF-8: itself when it is that already, else written anew."""

from __future__ import annotations

import codecs
import re
import shutil
from pathlib import Path

from amends.errors import NotSaved, Unreadable

_CHUNK = 1 << 20
_SAMPLE = 1 << 20
_PATTERN = re.compile(r"[*?\[\]{}\x00-\x1f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")


def plain(file: Path, target: Path, encoding: str) -> Path:
    """A file that is UTF-8 without NULs and says the same as `file`: `file` itself, or `target`.

    `encoding` is "utf-8", "utf-16", or anything else for "tell by the bytes". Letters that cannot be read become
    replacement characters. Raises `Unreadable` and `NotSaved`.
    """
    try:
        if encoding == "utf-8" and _is_utf8(file, nul=False):
            return _named(file.resolve(), target)
        known = _wide(file) if encoding == "utf-16" else "utf-8" if _is_utf8(file) else _eight_bits(file)
        with file.open("rb") as source:
            decoder = codecs.getincrementaldecoder(known)("replace")
            try:
                with target.open("w", encoding="utf-8", newline="") as out:
                    while piece := source.read(_CHUNK):
                        out.write(_without_nul(decoder.decode(piece)))
                    out.write(_without_nul(decoder.decode(b"", final=True)))
            except OSError as error:
                raise NotSaved(f"There is no room to read {file.name}: {error.strerror or error}.") from error
    except OSError as error:
        raise Unreadable(f"{file} cannot be read: {error.strerror or error}.") from error
    return target


def _named(file: Path, target: Path) -> Path:
    """A file under a name without the signs that stand for other names."""
    if not _PATTERN.search(str(file)):
        return file
    try:
        target.symlink_to(file)
    except OSError:
        shutil.copyfile(file, target)
    return target


def _is_utf8(file: Path, nul: bool = True) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as source:
        try:
            while piece := source.read(_CHUNK):
                if not nul and b"\0" in piece:
                    return False
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _wide(file: Path) -> str:
    """UTF-16 in the order of bytes that its mark tells; without one as Windows writes it."""
    with file.open("rb") as source:
        return "utf-16" if source.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-16-le"


def _eight_bits(file: Path) -> str:
    """Shift-JIS or Windows-1252. Western letters often decode as Shift-JIS too, but never to kana line after line."""
    sample, size = list[bytes](), 0
    with file.open("rb") as source:
        while size < _SAMPLE and (line := source.readline(_CHUNK)):
            if not line.isascii():
                sample.append(line)
                size += len(line)
    japanese = sum(bool(_KANA.search(line.decode("cp932", "replace"))) for line in sample)
    return "cp932" if sample and japanese * 4 >= len(sample) else "cp1252"


def _without_nul(text: str) -> str:
    return text.replace("\0", "")
