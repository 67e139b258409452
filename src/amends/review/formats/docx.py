"""Word files (ECMA-376, WordprocessingML), as a person sees them with all changes accepted."""

from __future__ import annotations

from amends.errors import Unreadable
from amends.formats.package import MARK, Package
from amends.formats.xmlevents import Events, follow
from amends.review.formats import COPY_WORDS
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from amends.review.formats import Written

RANK = 20

_DOCUMENT = "word/document.xml"


def claims(data: bytes) -> bool:
    """A ZIP archive in which a part of a Word file is named; the names stand uncompressed in its list of parts."""
    return data.startswith(MARK) and b"word/" in data and b"[Content_Types].xml" in data


def read(data: bytes, name: str) -> Written:
    """Paragraphs, headings, list points and tables in reading order. What is deleted is left out, what is inserted
    stays; comments and notes are left out and named in a doubt."""
    from amends.review.formats._numbering import Numbering
    from amends.review.formats._paragraphs import written
    from amends.review.formats._story import Story
    from amends.review.formats._styles import Styles

    with Package(data, name, COPY_WORDS) as package:
        main = _main(package, name)
        folder = main.rpartition("/")[0]
        styles, numbering = Styles(), Numbering()
        follow(package.part(f"{folder}/styles.xml".lstrip("/")), styles, name, COPY_WORDS)
        follow(package.part(f"{folder}/numbering.xml".lstrip("/")), numbering, name, COPY_WORDS)
        story = Story(styles, numbering)
        follow(package.part(main), story, name, COPY_WORDS)
    if not story.paragraphs:
        what = "only parts of another format" if story.embedded else "no text, only pictures or nothing at all"
        raise Unreadable(f"{name} holds {what}; {COPY_WORDS.replace('save it as .docx, or ', '')}.")
    return written(story.paragraphs, "docx", story.doubts())


def _main(package: Package, name: str) -> str:
    """The part that holds the text; the head of the package names it."""
    relations = _Relations()
    follow(package.part("_rels/.rels"), relations, name, COPY_WORDS)
    for target in (relations.document.lstrip("/"), _DOCUMENT):
        if target in package.names:
            return target
    raise Unreadable(f"{name} has the form of a Word file, but no text in it; open it and save it again.")


class _Relations(Events):
    """Which part is the document."""

    def __init__(self) -> None:
        self.document = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rel:Relationship" and attributes.get(":Type", "").endswith("/officeDocument"):
            self.document = attributes.get(":Target", "")
