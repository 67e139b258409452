"""The one-page sheet of a bundle: what to paste and upload where, in which order, by when, and what not to do.

Facts about the process: Amazon's help page G200370560 and the forms' own words; a repeated submission slows a review
and a second account is closed as related (practice, agreed by several sources).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from amends.dates import written
from amends.model import Deadline, Exhibit, Notice, Route
from amends.render import terminal
from amends.render.extra import Extra
from amends.render.form import Answer
from amends.render.letter import flat
from amends.text import one_line

_MOST_FILES = 14
_MOST_DEADLINES = 4
_QUOTE = 150
_FILE = 90
_PICTURE = ".png"


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines; `steps` numbers them."""

    heading: str
    lines: tuple[str, ...]
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet as values; `to_text` and `pdf.sheet_to_pdf` set it."""

    title: str
    lead: str
    parts: tuple[Part, ...]


def build(
    about: str,
    route: Route,
    notice: Notice | None,
    boxes: Sequence[Answer],
    exhibits: Sequence[Exhibit],
    titles: dict[str, str],
    missing: Sequence[str] = (),
    cover: str = "",
    extras: Sequence[Extra] = (),
) -> Sheet:
    """The sheet of a bundle.

    `about` is the title of the enforcement, `titles` names document kinds, `missing` are the characters that the PDF
    could not draw. `cover` is the file of the cover sheet of the exhibits, if there is one. `extras` may be uploaded
    beside the exhibits.
    """
    parts = (
        Part("Before you submit", tuple(_before(route, boxes, missing))),
        Part("Submit, step by step", tuple(_steps(notice, boxes, exhibits, cover)), steps=True),
        Part("Upload these files, in this order", tuple(_files(exhibits, titles, extras))),
        Part("By when", tuple(_by_when(notice))),
        Part("Keep in mind", _KEEP_IN_MIND),
    )
    return Sheet("Start here: how to submit this answer", _lead(about, notice), tuple(p for p in parts if p.lines))


def to_text(sheet: Sheet, width: int = 78) -> str:
    """The sheet as plain text, wrapped for reading."""
    made = [sheet.title.upper(), "=" * len(sheet.title), *terminal.lines(sheet.lead, width)]
    for part in sheet.parts:
        made += ["", part.heading, "-" * len(part.heading)]
        for number, line in enumerate(part.lines, 1):
            mark = f"{number}. " if part.steps else "- "
            made += terminal.lines(line, width, mark, " " * len(mark))
    return "\n".join(made) + "\n"


def _lead(about: str, notice: Notice | None) -> str:
    found = [flat(about)]
    if notice:
        found.append(f"Amazon {notice.marketplace}" if notice.marketplace else "")
        found.append(f"notice of {written(notice.received)}" if notice.received else "")
        numbers = [value for kind in ("complaint", "case") for value in notice.of_kind(kind)]
        found.append(one_line(f"reference {', '.join(numbers[:3])}", 80) if numbers else "")
    return " · ".join(filter(None, found))


def _before(route: Route, boxes: Sequence[Answer], missing: Sequence[str]) -> list[str]:
    found = ["Read plan.txt once more, slowly. Every sentence must be true; who submits it answers for it."]
    found.append("You submit this yourself, signed in to Seller Central. No tool does it for you.")
    if route == "retraction":
        found.append(
            "The rights owner must send the withdrawal to Amazon. One that you forward or attach does not count alone."
        )
    if route == "two-step":
        found.append("First have the other account reactivated that the notice names; then submit this for your own.")
    found += [
        f"Box “{box.title}” is {box.over:,} characters over the limit of {box.limit:,} that you set. Shorten it."
        for box in boxes
        if box.over
    ]
    if missing:
        found.append(
            f"plan.pdf cannot show {' '.join(missing[:20])}: no font on this computer has them. Use plan.docx, or "
            "save it as PDF from Word."
        )
    return found


def _steps(notice: Notice | None, boxes: Sequence[Answer], exhibits: Sequence[Exhibit], cover: str) -> list[str]:
    steps = [_where(notice)]
    if len(boxes) > 1:
        steps.append(
            f"Does the form have {len(boxes)} boxes? Paste from form-answers.txt, box by box. "
            "Does it have one? Paste all of plan.txt."
        )
    else:
        steps.append("Paste all of plan.txt into the box.")
    steps.append("If it wants the answer as a file, upload plan.pdf.")
    if exhibits:
        steps.append("Upload the files listed below from the folder exhibits, one by one. Do not upload the ZIP.")
        if cover:
            steps.append(f"Upload {cover} before them: it says on which page and line each statement stands.")
        steps.append("Compare: every file that the text names shows as uploaded, under the same name.")
    steps.append("Press submit once. Keep a screenshot of the confirmation.")
    steps.append("Record it, so that deadlines and promises are tracked: amends submit CASE --on YYYY-MM-DD")
    return steps


def _where(notice: Notice | None) -> str:
    if notice and notice.channel:
        return f"Go where the notice says: {one_line(notice.channel, _QUOTE)}."
    if notice and notice.level == "account":
        return "In Seller Central open Performance, Account Health, and press “Reactivate your account”."
    if notice and notice.level == "listing":
        return "In Seller Central open Performance, Account Health, find the listing, and press “Appeal”."
    return "In Seller Central open Performance Notifications, open the notice, and use its own button or reply."


def _files(exhibits: Sequence[Exhibit], titles: dict[str, str], extras: Sequence[Extra]) -> list[str]:
    found = [
        one_line(f"Exhibit {e.label}: {e.name} ({titles.get(e.kind, e.kind)})", _FILE + len(e.name))
        for e in exhibits[:_MOST_FILES]
    ]
    if len(exhibits) > _MOST_FILES:
        found.append(f"and {len(exhibits) - _MOST_FILES} more, in the order of exhibits-index.txt")
    pictures = [extra.name for extra in extras if extra.name.endswith(_PICTURE)]
    if pictures:
        found.append(f"If the form takes more files: {', '.join(pictures)}")
    return found


def _by_when(notice: Notice | None) -> list[str]:
    deadlines = notice.deadlines if notice else ()
    found = [_deadline(deadline) for deadline in deadlines[:_MOST_DEADLINES]]
    if not found:
        found.append("The notice sets no time limit. Submit when the answer is complete and true, not before.")
    found.append("Amazon says that it answers within two days; it can take longer. Wait for the answer.")
    return found


def _deadline(deadline: Deadline) -> str:
    until = f"{written(deadline.date)}: " if deadline.date else ""
    quote = one_line(deadline.span.quote)
    said = f"{until}“{one_line(quote, _QUOTE)}”"
    if not deadline.consequence or one_line(deadline.consequence) in quote:
        return said
    return f"{said}. Otherwise: {one_line(deadline.consequence, _QUOTE)}"


_KEEP_IN_MIND = (
    "Do not submit a second time while this is under review: it slows the review. New facts wait for Amazon's answer.",
    "Do not open another account. It is closed as a related one.",
    "Do not edit, mark or re-save a document. If something is missing on it, ask whoever issued it for a new one.",
    "Do not rename the files. The text names them as they are.",
)
