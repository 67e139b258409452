"""The bundle: a ZIP with everything that is submitted, an index, a manifest with SHA-256, and the sheet to begin with.

`plan.md` is the authority: all other forms of the plan are made from it. The same content gives the same bytes.
Exhibits are streamed, so their size does not matter for memory, and each must still have the hash it was taken in with.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable, Sequence

from amends.errors import NotReady
from amends.model import Case, Exhibit, Letter, Plan
from amends.playbook import Catalog
from amends.render import docx, form, index, pdf, sheet
from amends.render import text as plain_text
from amends.render.archive import entry
from amends.render.exhibits import cover as cover_sheet
from amends.render.exhibits.cover import Cover
from amends.render.extra import Extra
from amends.render.filename import fault
from amends.render.packet import Packet, of_case
from amends.typed import BinaryIO

FORMAT = "amends-bundle"
VERSION = 1
MANIFEST = "manifest.json"
EXHIBITS = "exhibits/"
COVER = "evidence-cover-sheet"
FOLDERS = (EXHIBITS, "pictures/")
"""The folders that a bundle may hold."""
CHUNK = 1 << 20
# Formats that are packed already gain nothing; only these shrink.
_SHRINK = ("bmp", "csv", "eml", "htm", "html", "json", "rtf", "svg", "tif", "tiff", "tsv", "txt", "xml")

Opener = Callable[[], BinaryIO]


def bundle(
    out: BinaryIO,
    *,
    letter: Letter,
    text: str,
    plan: Plan,
    case: Case,
    catalog: Catalog,
    exhibits: Sequence[tuple[Exhibit, Opener]],
    limit: int | None = None,
    cover: Cover | None = None,
    extras: tuple[Extra, ...] = (),
) -> tuple[str, ...]:
    """Write the bundle of a case to `out`; see `write`. `text` is plan.md as it stands, `letter` what is in it.

    `cover` is the cover sheet of the exhibits; it is packed when it ties a sentence to a place on one. `extras` are
    packed and listed beside the exhibits.
    """
    return write(out, of_case(letter, text, plan, case, catalog, limit, cover, extras), exhibits)


def write(out: BinaryIO, packet: Packet, exhibits: Sequence[tuple[Exhibit, Opener]]) -> tuple[str, ...]:
    """Write a bundle to `out` and return the characters that the PDF could not draw (usually none).

    Raises NotReady, with every reason, when a file name is unsafe or used twice, or when an exhibit is not the file
    that was taken in; in the latter case `out` holds a part of the archive and must be thrown away.
    """
    _refuse(_unsafe([exhibit for exhibit, _ in exhibits]))
    texts, missing = _texts(packet, [exhibit for exhibit, _ in exhibits])
    day = packet.page.day
    manifest: list[dict[str, object]] = []
    changed: list[str] = []
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in texts:
            archive.writestr(entry(name, day), data)
            manifest.append(_listed(name, len(data), hashlib.sha256(data).hexdigest()))
        for exhibit, opener in exhibits:
            info = entry(EXHIBITS + exhibit.name, day, packed=exhibit.name.lower().endswith(_SHRINK))
            digest, size = _stream(archive, info, opener, exhibit.size)
            manifest.append(_listed(info.filename, size, digest))
            if digest != exhibit.sha256:
                changed.append(
                    f"Exhibit {exhibit.label}, {exhibit.name}, is not the file that was taken in: its content changed. "
                    "Put the original back, or take the new file in as a new exhibit."
                )
        for extra in packet.extras:
            info = entry(extra.name, day, packed=extra.name.lower().endswith(_SHRINK))
            archive.writestr(info, extra.data)
            manifest.append(_listed(extra.name, len(extra.data), extra.sha256))
        listing = {"format": FORMAT, "version": VERSION, "files": manifest}
        archive.writestr(entry(MANIFEST, day), (json.dumps(listing, indent=2, ensure_ascii=False) + "\n").encode())
    _refuse(changed)
    return missing


def _texts(packet: Packet, exhibits: list[Exhibit]) -> tuple[list[tuple[str, bytes]], tuple[str, ...]]:
    boxes = form.answers(packet.letter, packet.route, packet.limit)
    made = pdf.to_pdf(packet.letter, packet.page)
    start = sheet.build(
        packet.about,
        packet.route,
        packet.notice,
        boxes,
        exhibits,
        packet.titles,
        made.missing,
        f"{COVER}.pdf" if packet.cover is not None else "",
        packet.extras,
    )
    files = [
        ("START-HERE.pdf", pdf.sheet_to_pdf(start, packet.page).data),
        ("START-HERE.txt", sheet.to_text(start).encode()),
        ("plan.txt", plain_text.to_text(packet.letter).encode()),
        ("plan.docx", docx.to_docx(packet.letter, packet.page)),
        ("plan.pdf", made.data),
        ("plan.md", packet.markdown.encode("utf-8", "replace")),
        ("form-answers.txt", form.as_text(boxes).encode()),
    ]
    if exhibits or packet.extras:
        files.append(("exhibits-index.txt", index.as_text(exhibits, packet.titles, packet.extras).encode()))
        files.append(("exhibits-index.csv", index.as_csv(exhibits, packet.titles, packet.extras).encode("utf-8-sig")))
    if packet.cover is not None:
        front = cover_sheet.to_pdf(packet.cover, packet.page)
        files.append((f"{COVER}.pdf", front.data))
        files.append((f"{COVER}.txt", cover_sheet.to_text(packet.cover).encode()))
    return files, made.missing


def _stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo, opener: Opener, size: int) -> tuple[str, int]:
    digest = hashlib.sha256()
    written = 0
    with opener() as source, archive.open(info, "w", force_zip64=size > zipfile.ZIP64_LIMIT // 2) as target:
        while chunk := source.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
            written += len(chunk)
    return digest.hexdigest(), written


def _listed(name: str, size: int, digest: str) -> dict[str, object]:
    return {"name": name, "size": size, "sha256": digest}


def _unsafe(exhibits: Sequence[Exhibit]) -> list[str]:
    reasons: list[str] = []
    seen: dict[str, str] = {}
    for exhibit in exhibits:
        wrong = fault(exhibit.name)
        if wrong:
            reasons.append(f"Exhibit {exhibit.label}: the file name {exhibit.name!r} {wrong}. Give it another name.")
        other = seen.setdefault(exhibit.name.casefold(), exhibit.label)
        if other != exhibit.label:
            reasons.append(
                f"Exhibits {other} and {exhibit.label} are both called {exhibit.name!r}. Rename one of them."
            )
    return reasons


def _refuse(reasons: Sequence[str]) -> None:
    if reasons:
        raise NotReady("\n".join(reasons))
