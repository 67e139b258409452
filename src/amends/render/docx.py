"""DOCX: WordprocessingML written out directly, with real headings, lists, page numbers, and no person's data in it."""

from __future__ import annotations

from amends.model import Block, Letter
from amends.render import docx_parts as parts
from amends.render.archive import packed
from amends.render.letter import flat
from amends.render.page import Page, cover

_STYLES = {"heading": "Heading1", "number": "ListNumber", "bullet": "ListBullet", "gap": "Gap"}
# Twentieths of a point: width, height.
_PAPER = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def to_docx(letter: Letter, page: Page) -> bytes:
    """The letter as a Word file; the same letter gives the same bytes."""
    front = cover(letter, page)
    body = [_paragraph(front.title, "Title")]
    if front.reference:
        body.append(_paragraph(front.reference, "Subtitle"))
    lists = 0
    for block in front.blocks:
        if block.kind == "number" and block.number == 1:
            lists += 1
        body.append(_block(block, lists + 1))
    width, height = _PAPER[page.paper]
    document = (
        f"{parts.HEAD}<w:document {parts.W} {parts.R}><w:body>{''.join(body)}<w:sectPr>"
        f'<w:footerReference w:type="default" r:id="{parts.FOOTER_RELATION}"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        '<w:pgMar w:top="1360" w:right="1474" w:bottom="1360" w:left="1474"'
        ' w:header="709" w:footer="709" w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )
    files = (
        ("[Content_Types].xml", parts.CONTENT_TYPES),
        ("_rels/.rels", parts.PACKAGE_RELATIONS),
        ("docProps/core.xml", _core(front.title, page)),
        ("word/document.xml", document),
        ("word/_rels/document.xml.rels", parts.DOCUMENT_RELATIONS),
        ("word/styles.xml", parts.styles(page.tag)),
        ("word/numbering.xml", parts.numbering(lists)),
        ("word/settings.xml", parts.SETTINGS),
        ("word/fontTable.xml", parts.FONTS),
        ("word/footer1.xml", parts.FOOTER),
    )
    return packed(files, page.day)


def _block(block: Block, numbering: int) -> str:
    match block.kind:
        case "number":
            return _paragraph(block.text, _STYLES["number"], numbering)
        case "bullet":
            return _paragraph(block.text, _STYLES["bullet"], 1)
        case _:
            return _paragraph(block.text, _STYLES.get(block.kind))


def _paragraph(text: str, style: str | None, numbering: int | None = None) -> str:
    set_as = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbering is not None:
        set_as += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    properties = f"<w:pPr>{set_as}</w:pPr>" if set_as else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{_escaped(text)}</w:t></w:r></w:p>'


def _core(title: str, page: Page) -> str:
    created = f"{page.day.isoformat()}T00:00:00Z"
    stamp = '<dcterms:{0} xsi:type="dcterms:W3CDTF">{1}</dcterms:{0}>'
    return (
        f"{parts.HEAD}<cp:coreProperties"
        ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_escaped(title)}</dc:title><dc:language>{page.tag}</dc:language>"
        f"{stamp.format('created', created)}{stamp.format('modified', created)}</cp:coreProperties>"
    )


def _escaped(text: str) -> str:
    return flat(text).translate(_ESCAPES)
