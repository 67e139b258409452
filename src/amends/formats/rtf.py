"""RTF: the words of a document (RTF 1.9.1), the body of an Outlook message unpacked (MS-OXRTFCP), and turned back into
the HTML that it carries (MS-OXRTFEX)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from amends.formats.charset import decode

MAX_RTF = 3_000_000
"""How much RTF is unpacked, in bytes; a letter has a few thousand."""

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier"
    b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n\0]+|([^\\{}\r\n\0]+)|\\", re.S
)
_SIGNS = {
    "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "emspace": " ", "enspace": " ", "tab": "\t", "cell": "\t", "line": "\n", "par": "\n", "row": "\n",
    "sect": "\n\n", "page": "\n\n",
}  # fmt: skip
_SILENT = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    "footnote themedata datastore xe tc mhtmltag".split()
)
_FONT_PAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rtf:
    """What an RTF body says: `html` when it carries the HTML that it was made from, else `text`."""

    html: str | None
    text: str | None


def unpacked(data: bytes) -> bytes:
    """The RTF in a PidTagRtfCompressed property, up to `MAX_RTF`; empty when it is not one. A cut end is read as far as
    it goes."""
    kind = data[8:12]
    if kind == b"MELA":
        return data[16 : 16 + min(MAX_RTF, int.from_bytes(data[4:8], "little"))]
    if kind != b"LZFu":
        return b""
    out = bytearray(b" " * (_WINDOW - len(_DICTIONARY)) + _DICTIONARY)
    at, size = 16, min(len(data), 4 + int.from_bytes(data[:4], "little"))
    while at < size and len(out) < MAX_RTF + _WINDOW:
        control = data[at]
        at += 1
        for bit in range(8):
            if control >> bit & 1:
                if at + 2 > size:
                    return bytes(out[_WINDOW:])
                token = int.from_bytes(data[at : at + 2], "big")
                at += 2
                back = (len(out) + len(_DICTIONARY) - (token >> 4)) % _WINDOW
                if back == 0:
                    return bytes(out[_WINDOW:])
                length = (token & 15) + 2
                run = out[-back:][:length] if back > length else (bytes(out[-back:]) * (length // back + 1))[:length]
                out += run
            else:
                if at >= size:
                    return bytes(out[_WINDOW:])
                out.append(data[at])
                at += 1
    return bytes(out[_WINDOW:])


@dataclass(frozen=True, slots=True)
class _State:
    """What holds in a group: whether its words count, and in which encoding they are written."""

    silent: bool = False
    tag: bool = False
    mark: bool = False
    hidden: bool = False
    fonts: bool = False
    skip: int = 1
    page: str = "cp1252"


class _Reader:
    """One pass over the tokens of an RTF document."""

    def __init__(self, from_html: bool) -> None:
        self.from_html = from_html
        self.state = _State()
        self.stack: list[_State] = []
        self.out: list[str] = []
        self.bytes = bytearray()
        self.due = 0
        self.pages: dict[int, str] = {}
        self.font = 0

    def put(self, text: str) -> None:
        self.flush()
        state = self.state
        if not state.silent and (state.tag or not state.hidden):
            self.out.append(text)

    def flush(self) -> None:
        """Turn the bytes gathered so far into characters; several make one in eastern encodings."""
        if self.bytes:
            data, self.bytes = bytes(self.bytes), bytearray()
            self.put(decode(data, self.state.page).text)

    def raw(self, data: bytes) -> None:
        taken = min(self.due, len(data))
        self.due -= taken
        if not self.state.silent:
            self.bytes += data[taken:]

    def open(self) -> None:
        self.flush()
        self.due = 0
        self.stack.append(self.state)

    def close(self) -> None:
        self.flush()
        self.due = 0
        left = self.state
        self.state = self.stack.pop() if self.stack else _State(silent=True)
        if left.mark and not self.state.mark:
            self.out.append(" ")

    def word(self, word: str, value: int | None) -> None:
        if word == "u" and value is not None:
            self.put(chr(value % 65536))
            self.due = self.state.skip
            return
        self.due = 0
        self.flush()
        change = self._change(word, value)
        if change is not None:
            self.state = change
        elif word in _SIGNS:
            self.put(" " if word == "tab" and self.state.mark else _SIGNS[word])

    def _change(self, word: str, value: int | None) -> _State | None:
        """The state after a control word that changes it."""
        state = self.state
        if word in _SILENT:
            return replace(state, silent=True, fonts=word == "fonttbl")
        if word == "htmltag":
            return replace(state, silent=not self.from_html, tag=True)
        if word in ("pntext", "listtext"):
            return replace(state, silent=self.from_html, mark=True)
        if word == "htmlrtf" and self.from_html:
            return replace(state, hidden=value != 0)
        if word == "v" and not self.from_html:
            return replace(state, hidden=value != 0)
        if word == "uc" and value is not None:
            return replace(state, skip=min(max(value, 0), 9))
        if word == "ansicpg" and value is not None:
            self.pages[-1] = {65001: "utf-8", 936: "gb18030"}.get(value, f"cp{value}")
            return replace(state, page=self.pages[-1])
        if word == "f" and value is not None:
            self.font = value
            return None if state.fonts else replace(state, page=self.pages.get(value, self.pages.get(-1, "cp1252")))
        if word == "fcharset" and state.fonts and value in _FONT_PAGES:
            self.pages[self.font] = _FONT_PAGES[value]
        return None


def read(data: bytes) -> Rtf:
    """The words of an RTF document, or the HTML that was packed into it. Whatever is malformed is read as far as it
    goes."""
    source = data[:MAX_RTF].decode("latin-1")
    from_html = "\\fromhtml" in source[:2000]
    reader = _Reader(from_html)
    at = 0
    star = False
    while token := _TOKEN.match(source, at):
        at = token.end()
        word, value, byte, sign, brace, text = token.groups()
        if word == "bin":
            at += int(value or 0)
        elif word:
            if star and word != "htmltag":
                reader.state = replace(reader.state, silent=True)
            else:
                reader.word(word, int(value) if value else None)
        elif byte:
            reader.raw(bytes.fromhex(byte))
        elif brace == "{":
            reader.open()
        elif brace:
            reader.close()
            if not reader.stack:
                break
        elif text:
            reader.raw(text.encode("latin-1"))
        elif sign == "*":
            star = True
            continue
        elif sign:
            reader.put({"~": "\xa0", "_": "-", "-": "", "\n": "\n", "\r": "\n"}.get(sign, sign))
        star = False
    reader.flush()
    said = "".join(reader.out).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if from_html:
        return Rtf(said, None)
    return Rtf(None, re.sub(r"(?m)^[ \t]*[·•§o]\s+(?=\S)", "- ", said))
