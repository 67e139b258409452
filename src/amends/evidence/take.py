"""A file becomes an exhibit: a label, a kind, a safe name. The file itself stays as it is."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from amends.errors import Unknown, Unreadable
from amends.evidence import filename, kinds
from amends.evidence.sniff import sniff
from amends.model import Exhibit
from amends.playbook import Catalog


def take(
    name: str,
    data_head: bytes,
    sha256: str,
    size: int,
    *,
    kind: str | None,
    type_: str = "",
    received: date,
    existing: tuple[Exhibit, ...],
    catalog: Catalog,
    likely: tuple[str, ...] = (),
    taken: Collection[str] = (),
) -> Exhibit:
    """The exhibit for a file; the one that is there already when its content is.

    `name` is the name it came with, `data_head` its first bytes (64 KB are enough), `kind` what the seller says it is,
    `type_` its type when all of it was looked at.
    `likely` are the kinds that the case wants: they decide when the name fits several. `taken` are file names that
    other files bear already.
    Raises `Unreadable` for an empty file and for a program, `Unknown` for a kind that does not exist.
    """
    shown = filename.original(name)
    for exhibit in existing:
        if exhibit.sha256 == sha256:
            return exhibit
    if not size or not data_head:
        raise Unreadable(f"{shown} is empty; find the file with its content.")
    type_ = type_ or sniff(data_head, name)
    if type_ == "executable":
        raise Unreadable(
            f"{shown} is a program or holds macros, not a document. Save what it shows as PDF and add that."
        )
    if kind is not None and kind != kinds.UNKNOWN and kind not in catalog.documents:
        from difflib import get_close_matches

        near = get_close_matches(kind[:80], list(catalog.documents), 1)
        hint = f"Did you mean “{near[0]}”?" if near else "`amends playbooks` lists the documents that a case calls for."
        raise Unknown(f"“{kind[:80]}” is not a kind of document. {hint}")
    kind = kind or kinds.guess(shown, type_, catalog, likely).kind
    ending = type_ if type_ != "unknown" else "bin"
    made = filename.safe(
        shown, ending, [*taken, *(e.name for e in existing)], kind if kind != kinds.UNKNOWN else "document"
    )
    used = {exhibit.label for exhibit in existing}
    label = next(filename.label(at) for at in range(len(existing) + 1) if filename.label(at) not in used)
    return Exhibit(label, kind, made, shown, sha256, size, received)
