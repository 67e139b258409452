"""The program that wrote the file is one that changes pictures or PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from amends.evidence.check import Said
from amends.evidence.sign import sign
from amends.evidence.traces import Traces

_EDITORS = re.compile(
    r"photoshop|illustrator|indesign|gimp\b|canva\b|inkscape|corel|affinity|pixelmator|paint\.net|"
    r"photopea|snapseed|picsart|"
    r"pixlr|lightroom|foxit (?:phantom|pdf editor)|phantompdf|pdfelement|wondershare|nitro (?:pro|pdf)|sejda|smallpdf|"
    r"ilovepdf|pdfescape|dochub|pdffiller|xodo|pdf-xchange editor|libreoffice.{0,12}draw|openoffice.{0,12}draw|"
    r"infix|master pdf editor|soda pdf|able2extract|pdf24 (?:editor|creator)|kofax power|acrobat pro.{0,20}edit",
    re.IGNORECASE,
)


@sign(
    "SG01",
    "made-with-an-editor",
    level="warning",
    bad=({"producer": "Adobe Photoshop 25.1 (Windows)"}, {"creator": "Canva"}, {"producer": "www.ilovepdf.com"}),
    good=({"producer": "SAP NetWeaver 750"}, {"producer": "Acrobat Distiller 23.0"}, {}),
)
def made_with_an_editor(seen: Traces) -> Iterator[Said]:
    """The file says that a program wrote it which people use to change pictures or PDFs.

    Honest reasons: the scan was straightened, pages were joined or made smaller, the supplier designs its papers
    in such
    a program. Send the file as it first came; if it came so, let the supplier say how it makes its invoices.
    """
    for told in dict.fromkeys((seen.producer, seen.creator)):
        match = _EDITORS.search(told[:200])
        if match:
            yield Said(
                f"The file says that it was written by “{told[:80]}”, a program that can change documents. A reviewer "
                f"can "
                "take that for an edit; joining, shrinking or straightening pages leaves the same trace.",
                "If you did that, send the file as it first came to you. If the supplier sent it so, ask for it "
                "straight "
                "from its accounting system.",
            )
            return
