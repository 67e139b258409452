"""Writes Outlook messages for the tests: compound files (MS-CFB, version 3) with the streams of MS-OXMSG."""

from __future__ import annotations

import struct
from datetime import UTC, datetime
from typing import TypeAlias

Tree: TypeAlias = "dict[str, bytes | Tree]"

_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SECTOR, _MINI, _CUTOFF = 512, 64, 4096


def compound(tree: Tree) -> bytes:
    """A compound file with these streams and storages."""
    entries: list[list[object]] = [["Root Entry", 5, _NONE, _NONE, _NONE, _END, 0]]
    sectors: list[bytes] = []
    fat: list[int] = []
    mini, mini_fat = bytearray(), list[int]()

    def big(data: bytes) -> int:
        pieces = [data[at : at + _SECTOR].ljust(_SECTOR, b"\0") for at in range(0, len(data), _SECTOR)]
        first = len(sectors)
        sectors.extend(pieces)
        fat.extend([*range(first + 1, first + len(pieces)), _END])
        return first

    def small(data: bytes) -> int:
        first, count = len(mini_fat), -(-len(data) // _MINI)
        mini.extend(data.ljust(count * _MINI, b"\0"))
        mini_fat.extend([*range(first + 1, first + count), _END])
        return first

    def add(children: Tree) -> int:
        places = []
        for name, content in children.items():
            places.append(len(entries))
            if isinstance(content, bytes):
                start = _END if not content else big(content) if len(content) >= _CUTOFF else small(content)
                entries.append([name, 2, _NONE, _NONE, _NONE, start, len(content)])
            else:
                entry: list[object] = [name, 1, _NONE, _NONE, _NONE, 0, 0]
                entries.append(entry)
                entry[4] = add(content)
        return balanced(sorted(places, key=lambda at: (len(str(entries[at][0])), str(entries[at][0]).upper())))

    def balanced(places: list[int]) -> int:
        if not places:
            return _NONE
        middle = len(places) // 2
        entries[places[middle]][2:4] = balanced(places[:middle]), balanced(places[middle + 1 :])
        return places[middle]

    entries[0][4] = add(tree)
    entries[0][6] = len(mini)
    entries[0][5] = big(bytes(mini)) if mini else _END
    first_mini_fat = (
        big(b"".join(struct.pack("<I", at) for at in mini_fat).ljust(_SECTOR, b"\xff")) if mini_fat else _END
    )
    mini_fat_count = -(-len(mini_fat) * 4 // _SECTOR)
    directory = big(b"".join(_entry(*entry) for entry in entries))  # type: ignore[arg-type]
    fat_count = 1
    while (len(fat) + fat_count) * 4 > fat_count * _SECTOR:
        fat_count += 1
    fat_at = len(sectors)
    fat.extend([_FAT] * fat_count)
    table = b"".join(struct.pack("<I", at) for at in fat).ljust(fat_count * _SECTOR, b"\xff")
    places = [*range(fat_at, fat_at + fat_count), *[_FREE] * (109 - fat_count)]
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, fat_count, directory, 0, _CUTOFF,
        first_mini_fat, mini_fat_count, _END, 0,
    ) + struct.pack("<109I", *places)  # fmt: skip
    return header.ljust(_SECTOR, b"\0") + b"".join(sectors) + table


def _entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    wide = (name + "\0").encode("utf-16-le")
    return struct.pack("<64sHBBIII16sIQQIQ", wide, len(wide), kind, 1, left, right, child, b"", 0, 0, 0, start, size)


def properties(header: int, numbers: dict[int, int] | None = None, times: dict[int, datetime] | None = None) -> bytes:
    """The stream of the properties of fixed size."""
    out = b"\0" * header
    for tag, number in (numbers or {}).items():
        out += struct.pack("<HHIII", 3, tag, 6, number, 0)
    for tag, moment in (times or {}).items():
        ticks = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000
        out += struct.pack("<HHIQ", 0x40, tag, 6, ticks)
    return out


def texts(values: dict[int, str]) -> Tree:
    """Properties of characters, in UTF-16."""
    return {f"__substg1.0_{tag:04X}001F": value.encode("utf-16-le") for tag, value in values.items()}


def binaries(values: dict[int, bytes]) -> Tree:
    """Properties of bytes."""
    return {f"__substg1.0_{tag:04X}0102": value for tag, value in values.items()}


def packed_rtf(rtf: bytes) -> bytes:
    """RTF as Outlook stores it (MS-OXRTFCP), each repetition in the window written as a reference."""
    start = (
        b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
        b"MS Sans SerifSymbolArialTimes New RomanCourier"
        b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
    )
    seen = bytearray(start)
    tokens: list[tuple[bool, bytes]] = []
    at = 0
    while at < len(rtf):
        length = next(
            (n for n in range(min(17, len(rtf) - at), 1, -1) if seen.rfind(rtf[at : at + n]) > len(seen) - 4000), 0
        )
        if length and (place := seen.rfind(rtf[at : at + length])) >= 0:
            tokens.append((True, ((place % 4096) << 4 | (length - 2)).to_bytes(2, "big")))
        else:
            length = 1
            tokens.append((False, rtf[at : at + 1]))
        seen += rtf[at : at + length]
        at += length
    tokens.append((True, ((len(seen) % 4096) << 4).to_bytes(2, "big")))
    out = b""
    for first in range(0, len(tokens), 8):
        group = tokens[first : first + 8]
        out += bytes([sum(1 << bit for bit, (reference, _) in enumerate(group) if reference)])
        out += b"".join(data for _, data in group)
    return struct.pack("<II4sI", len(out) + 12, len(rtf), b"LZFu", 0) + out
