"""XML from outside: event by event, without entities, document types, or anything that is fetched."""

from __future__ import annotations

from xml.parsers import expat

from amends.errors import Unreadable
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAX_DEPTH = 2_000
_MAX_ELEMENTS = 500_000
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    f"{_OFFICE}office:1.0": "office",
    f"{_OFFICE}text:1.0": "text",
    f"{_OFFICE}table:1.0": "table",
    f"{_OFFICE}style:1.0": "style",
    f"{_OFFICE}drawing:1.0": "draw",
    f"{_OFFICE}xsl-fo-compatible:1.0": "fo",
    f"{_OFFICE}manifest:1.0": "manifest",
}


class _Refused(Exception):
    """A document type, nesting or length that no word processor writes for a letter; never leaves this module."""


class Events:
    """What happens in an XML document, in order; a reader overrides what it needs.

    Names are `prefix:name` with our own prefixes (`w:p`, `text:h`), whichever the document uses; the names of other
    vocabularies have no prefix that a reader asks for.
    """

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, text: str) -> None:
        """Characters between elements, in pieces of any length."""


def follow(data: bytes, events: Events, called: str, remedy: str) -> None:
    """Tell `events` what is in an XML document; nothing is told of an empty one. Raises `Unreadable` when it is broken,
    or has a document type, which no word processor writes and attacks need."""
    if not data:
        return
    names: dict[str, str] = {}
    depth = count = 0

    def known(name: str) -> str:
        if name not in names:
            space, _, local = name.rpartition(" ")
            names[name] = f"{_PREFIXES.get(space, '')}:{local}"
        return names[name]

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > _MAX_DEPTH or count > _MAX_ELEMENTS:
            raise _Refused
        events.start(known(name), {known(key): value for key, value in attributes.items()} if attributes else {})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        events.end(known(name))

    def refuse(*_: object) -> None:
        raise _Refused

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = events.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, _Refused, ValueError, LookupError) as problem:
        raise Unreadable(
            f"{called} is damaged inside (its text cannot be followed); open it and save it again, or {remedy}."
        ) from problem
