"""What a file is, by its first bytes; its name only decides between forms of one format."""

from __future__ import annotations

from collections.abc import Iterator

from amends.formats.pdftext import claims

_HEAD = 65536
_TAIL = 262_144
_FTYP = (
    (b"avif", "avif"), (b"avis", "avif"), (b"heic", "heic"), (b"heix", "heic"), (b"hevc", "heic"), (b"hevx", "heic"),
    (b"heim", "heic"), (b"heis", "heic"), (b"mif1", "heic"), (b"msf1", "heic"),
)  # fmt: skip
_MAGIC = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"{\\rtf", "rtf"),
    (b"Rar!\x1a\x07", "rar"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x1f\x8b", "gz"),
)
_PROGRAMS = (
    b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe", b"L\x00\x00\x00\x01\x14\x02\x00", b"#!",
)  # fmt: skip
_RUNNABLE = frozenset(
    "exe dll scr com bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta msi msp lnk jar apk app dmg pkg sh reg cpl pif "
    "docm xlsm pptm dotm xltm xlam iso img".split()
)
_OFFICE = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_HEADERS = (b"from:", b"to:", b"subject:", b"date:", b"received:", b"return-path:", b"delivered-to:", b"mime-version:")
# The streams that tell what a compound file is: their names stand in its directory, in UTF-16 (MS-CFB, 2.6.1).
_STREAMS = (("__properties_version1.0", "msg"), ("WordDocument", "doc"), ("Workbook", "xls"), ("Book", "xls"))
NAMES = {
    "pdf": "a PDF", "jpg": "a JPG picture", "png": "a PNG picture", "gif": "a GIF picture", "heic": "a HEIC picture",
    "avif": "an AVIF picture", "webp": "a WebP picture", "tiff": "a TIFF picture", "bmp": "a BMP picture",
    "docx": "a Word document", "doc": "an old Word document", "xlsx": "a spreadsheet", "xls": "an old spreadsheet",
    "pptx": "a presentation", "odt": "an OpenDocument text", "ods": "an OpenDocument spreadsheet",
    "msg": "an Outlook message", "eml": "an e-mail", "zip": "a ZIP archive", "rar": "a RAR archive",
    "7z": "a 7z archive", "gz": "a compressed file", "csv": "a table of text", "txt": "plain text",
    "html": "a web page", "rtf": "a rich text document",
}  # fmt: skip
"""The types that `sniff` tells apart, each its own extension, and what to call them."""

EXTENSIONS = frozenset(NAMES)
_SAME = {"jpeg": "jpg", "jpe": "jpg", "tif": "tiff", "htm": "html", "tsv": "csv", "heif": "heic", "text": "txt"}


def extension(name: str) -> str:
    """The extension of a file name in small letters, without the dot; "" when it has none. Other spellings of one
    extension become one ("jpeg" is jpg)."""
    stem, dot, last = name.rpartition(".")
    small = last.lower()
    return _SAME.get(small, small) if dot and stem and len(last) <= 5 and last.isascii() and last.isalnum() else ""


def sniff(data: bytes, name: str = "") -> str:
    """The type of a file: one of `EXTENSIONS`, "executable" for what can run, or "unknown".

    `data` is all of it, or its beginning (64 KB tell most types; archives and old Office files tell more at their end).
    What a program is called does not hide it, and a document that is called like a program counts as one: neither can
    be evidence.
    """
    head = data[:_HEAD]
    named = extension(name)
    windows = head.startswith(b"MZ") and _text(head) is None
    if named in _RUNNABLE or head.startswith(_PROGRAMS) or windows:
        return "executable"
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        brands = head[8 : 8 + min(int.from_bytes(head[:4], "big"), 256)]
        return next((kind for brand, kind in _FTYP if brand in (brands[:4], *_fours(brands[8:]))), "unknown")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, named)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        inside = (kind for stream, kind in _STREAMS if stream.encode("utf-16-le") in data)
        return next(inside, named if named in ("doc", "xls", "msg") else "unknown")
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (kind != "bmp" or named == "bmp"):
            return kind
    return "pdf" if claims(data) else _written(head, named)


def _fours(brands: bytes) -> Iterator[bytes]:
    return (brands[at : at + 4] for at in range(0, len(brands) - 3, 4))


def _zipped(data: bytes, named: str) -> str:
    """What an archive is, by the names of its parts: those of its directory, or of its beginning when only that is
    there."""
    names = _directory(data)
    if names is None:
        names = data[:_HEAD]
    if b"vbaProject.bin" in names or b"META-INF/MANIFEST.MF" in names:
        return "executable"
    if data[30:38] == b"mimetype":
        for said, ending in ((b"opendocument.text", "odt"), (b"opendocument.spreadsheet", "ods")):
            if said in data[38:120]:
                return ending
    if b"[Content_Types].xml" in names:
        for folder, office in _OFFICE:
            if folder.encode() in names:
                return office
        if named in ("docx", "xlsx", "pptx"):
            return named
    return "zip"


def _directory(data: bytes) -> bytes | None:
    """The names in the list of parts at the end of an archive (APPNOTE 4.3.12), a line each; None when it is not
    there."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - _TAIL))
    if end < 0 or end + 22 > len(data):
        return None
    size, at = (int.from_bytes(data[end + place : end + place + 4], "little") for place in (12, 16))
    stop = min(at + size, end, at + 8 * _TAIL)
    names: list[bytes] = []
    while at + 46 <= stop and data.startswith(b"PK\x01\x02", at):
        name, extra, comment = (int.from_bytes(data[at + place : at + place + 2], "little") for place in (28, 30, 32))
        names.append(data[at + 46 : at + 46 + name])
        at += 46 + name + extra + comment
    return b"\n".join(names) if names or not size else None


def _written(head: bytes, named: str) -> str:
    text = _text(head)
    if text is None:
        return "unknown"
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith(("<!doctype html", "<html", "<svg", "<?xml", "<script")):
        return "html"
    lines = start.encode("utf-8", "replace").split(b"\n")[:40]
    if sum(line.startswith(_HEADERS) for line in lines) >= 3:
        return "eml"
    if named in ("csv", "tsv"):
        return "csv"
    return "txt" if start else "unknown"


def _text(head: bytes) -> str | None:
    """The beginning as text, or None when it is none: it has other control characters, or no charset fits."""
    for charset in ("utf-16",) if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8", "cp1252"):
        try:
            text = head.decode(charset, "strict")
        except UnicodeDecodeError as error:
            # A character that the end of the head cuts in two is no reason to call it binary.
            if charset == "utf-8" and error.start >= len(head) - 4 and len(head) > 8:
                text = head[: error.start].decode(charset)
            else:
                continue
        if not any(ord(c) < 32 and c not in "\t\n\r\f\x1b" for c in text):
            return text
    return None
