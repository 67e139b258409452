"""What a file is, by its first bytes; its name only decides between forms of one format."""

from __future__ import annotations

_HEAD = 65536
_FTYP = {b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic", b"avif": "avif"}
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
EXTENSIONS = frozenset(
    "pdf jpg png gif heic avif webp tiff bmp docx xlsx pptx doc xls msg zip rar 7z gz eml csv txt html rtf".split()
)
"""The types that `sniff` tells apart, each its own extension."""


def extension(name: str) -> str:
    """The extension of a file name in small letters, without the dot; "" when it has none."""
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem and len(last) <= 5 and last.isascii() and last.isalnum() else ""


def sniff(head: bytes, name: str = "") -> str:
    """The type of a file: one of `EXTENSIONS`, "executable" for what can run, or "unknown".

    `head` is its beginning (64 KB are enough). What a program is called does not hide it, and a document that is
    called like a program counts as one: neither can be evidence.
    """
    head = head[:_HEAD]
    named = extension(name)
    windows = head.startswith(b"MZ") and _text(head) is None
    if named in _RUNNABLE or head.startswith(_PROGRAMS) or windows:
        return "executable"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _FTYP.get(head[8:12], "unknown")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(head, named)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return named if named in ("doc", "xls", "msg") else "unknown"
    for magic, kind in _MAGIC:
        if head.startswith(magic) and (kind != "bmp" or named == "bmp"):
            return kind
    return _written(head, named)


def _zipped(head: bytes, named: str) -> str:
    if b"vbaProject.bin" in head or b"META-INF/MANIFEST.MF" in head:
        return "executable"
    for folder, kind in _OFFICE:
        if folder.encode() in head:
            return kind
    if b"[Content_Types].xml" in head and named in ("docx", "xlsx", "pptx"):
        return named
    return "zip"


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
