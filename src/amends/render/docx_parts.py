"""The parts of a Word file that are the same for every letter (ECMA-376, WordprocessingML).

Fonts are named with substitutes, so that Word, LibreOffice and macOS each find one: Calibri, Carlito (same widths),
Helvetica; Chinese, Japanese and Korean letters come from the reader's own fonts.
"""

from __future__ import annotations

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

CONTENT_TYPES = (
    f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in (
            ("styles", "styles"),
            ("numbering", "numbering"),
            ("settings", "settings"),
            ("fontTable", "fontTable"),
            ("footer1", "footer"),
        )
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)

PACKAGE_RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Target="docProps/core.xml" '
    'Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>'
)

DOCUMENT_RELATIONS = (
    f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    + "".join(
        f'<Relationship Id="rId{at}" Type="{_REL}/{kind}" Target="{target}.xml"/>'
        for at, (kind, target) in enumerate(
            (
                ("styles", "styles"),
                ("numbering", "numbering"),
                ("settings", "settings"),
                ("fontTable", "fontTable"),
                ("footer", "footer1"),
            ),
            1,
        )
    )
    + "</Relationships>"
)
FOOTER_RELATION = "rId5"

SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    "</w:compat></w:settings>"
)

FONTS = (
    f'{HEAD}<w:fonts {W}><w:font w:name="Calibri"><w:altName w:val="Carlito;Helvetica;Arial"/>'
    '<w:panose1 w:val="020F0502020204030204"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

FOOTER = (
    f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    '<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
    '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
)


def styles(language: str) -> str:
    """The styles: body, title, reference line, headings, two lists, gap, footer. `language` is a tag such as en-GB."""
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        + _style(
            "Title", "Title", '<w:spacing w:after="40" w:line="240" w:lineRule="auto"/>', '<w:b/><w:sz w:val="34"/>'
        )
        + _style(
            "Subtitle",
            "Subtitle",
            '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="6" w:color="C8C8C8"/></w:pBdr>'
            '<w:spacing w:after="280"/>',
            '<w:color w:val="5C5C5C"/><w:sz w:val="19"/>',
        )
        + _style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:keepLines/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>',
            '<w:b/><w:sz w:val="25"/>',
        )
        + _style("ListNumber", "List Number", '<w:spacing w:after="120"/>', "")
        + _style("ListBullet", "List Bullet", '<w:spacing w:after="60"/>', "")
        + _style(
            "Gap",
            "Gap",
            '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="A33A2A"/></w:pBdr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="FAF3F1"/>',
            '<w:color w:val="7D2517"/>',
        )
        + _style("Footer", "footer", '<w:jc w:val="center"/>', '<w:color w:val="5C5C5C"/><w:sz w:val="18"/>')
        + "</w:styles>"
    )


def _style(identity: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def numbering(lists: int) -> str:
    """List definitions: 1 for bullets, and one for each of `lists` numbered lists, so that each counts from one."""
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl>'
    )
    return (
        f'{HEAD}<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        + level.format("bullet", "•")
        + '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>'
        + level.format("decimal", "%1.")
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        + "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="1"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for at in range(2, lists + 2)
        )
        + "</w:numbering>"
    )
