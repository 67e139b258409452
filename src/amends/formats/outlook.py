"""An Outlook message (`.msg`) as a compound file whose streams are its properties (MS-OXMSG, MS-OXPROPS)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from io import BytesIO

from amends.formats.mime import MAX_PARTS
from amends.text import one_line

SUBJECT, BODY, RTF, HTML = 0x0037, 0x1000, 0x1009, 0x1013
HEADERS, DELIVERED, SUBMITTED = 0x007D, 0x0E06, 0x0039
SENDERS = (0x5D01, 0x5D02, 0x0C1F, 0x0065, 0x0C1A, 0x0042)

_NAMES = (0x3707, 0x3704, 0x3001)
_DATA, _CONTENT_ID = 0x3701, 0x3712
_CODE_PAGES = (0x3FFD, 0x3FDE)
_PAGE_NAMES = {
    65001: "utf-8", 65000: "utf-7", 20127: "ascii", 1200: "utf-16-le", 936: "gb18030", 54936: "gb18030", 950: "big5",
    20866: "koi8-r", 28591: "iso-8859-1", 28592: "iso-8859-2", 28605: "iso-8859-15",
    50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 51932: "euc-jp", 51949: "euc-kr", 52936: "hz",
}  # fmt: skip
_PROPERTIES = "__PROPERTIES_VERSION1.0"
_CONTENT = f"__SUBSTG1.0_{_DATA:04X}0102"
_INSIDE = f"__SUBSTG1.0_{_DATA:04X}000D"
_STREAMS = 5000


def streams(data: bytes, attached: bool = False) -> dict[tuple[str, ...], bytes] | None:
    """The streams of the compound file by their path in capitals; None when broken. Those of attached files only when
    `attached`."""
    import olefile

    found: dict[tuple[str, ...], bytes] = {}
    left = 2 * len(data)
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            for path in file.listdir()[:_STREAMS]:
                key = tuple(part.upper() for part in path)
                if key[-1].startswith(("__SUBSTG1.0_", _PROPERTIES)) and (attached or key[-1] != _CONTENT):
                    found[key] = file.openstream(path).read()
                    left -= len(found[key])
                    # Streams that share their sectors would take more memory than the file.
                    if left < 0:
                        return None
    # What olefile raises on a compound file whose tables contradict each other.
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, struct.error):
        return None
    return found


@dataclass(frozen=True, slots=True)
class Store:
    """The properties of one message or attachment: a storage of the compound file."""

    streams: dict[tuple[str, ...], bytes]
    path: tuple[str, ...] = ()
    header: int = 32

    @property
    def is_message(self) -> bool:
        """Whether this is a message at all."""
        return bool(self.stream(_PROPERTIES))

    @property
    def inside(self) -> Store:
        """The message that is attached here; ask whether it is one."""
        return Store(self.streams, (*self.path, _INSIDE), 24)

    @property
    def content(self) -> bytes:
        """The attached file; nothing unless its streams were asked for."""
        return self.stream(_CONTENT)

    @property
    def is_shown_in_text(self) -> bool:
        """Whether an attachment is a picture that the letter shows."""
        return bool(self.text(_CONTENT_ID, None)[0])

    @property
    def charset(self) -> str | None:
        """The encoding of texts that are not in UTF-16."""
        return next((_PAGE_NAMES.get(n, f"cp{n}") for tag in _CODE_PAGES if (n := self.fixed(tag))), None)

    def filename(self, charset: str | None) -> str:
        """The name of an attachment, without folders; "" when it has none."""
        said = next((said for tag in _NAMES if (said := one_line(self.text(tag, charset)[0], 200))), "")
        return said.replace("\\", "/").rsplit("/", 1)[-1]

    def stream(self, name: str) -> bytes:
        """The bytes of a stream of this storage."""
        return self.streams.get((*self.path, name), b"")

    def fixed(self, tag: int) -> int | None:
        """A property of fixed size: a number or a time."""
        data = self.stream(_PROPERTIES)[self.header :]
        for at in range(0, min(len(data), 64_000) - 15, 16):
            if int.from_bytes(data[at + 2 : at + 4], "little") == tag:
                size = 8 if data[at] == 0x40 else 4
                return int.from_bytes(data[at + 8 : at + 8 + size], "little")
        return None

    def binary(self, tag: int) -> bytes:
        """A property of bytes."""
        return self.stream(f"__SUBSTG1.0_{tag:04X}0102")

    def text(self, tag: int, page: str | None) -> tuple[str, str | None]:
        """A property of characters, in UTF-16 or in the message's code page, and a doubt about its encoding."""
        from amends.formats.charset import decode

        wide = self.stream(f"__SUBSTG1.0_{tag:04X}001F")
        decoded = (
            decode(wide[: len(wide) // 2 * 2], "utf-16-le")
            if wide
            else decode(self.stream(f"__SUBSTG1.0_{tag:04X}001E"), page)
        )
        return decoded.text.rstrip("\0"), decoded.doubt

    def attachments(self) -> list[Store]:
        """What is attached, in order."""
        depth = len(self.path)
        names = {path[depth] for path in self.streams if len(path) > depth + 1 and path[:depth] == self.path}
        mine = sorted(name for name in names if name.startswith("__ATTACH_VERSION1.0"))
        return [Store(self.streams, (*self.path, name), 8) for name in mine[:MAX_PARTS]]
