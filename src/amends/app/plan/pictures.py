"""Verbs on the pictures of a case: draw them, write them as files, give them to a bundle."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from amends.app import knowledge
from amends.app.cases import Opened
from amends.app.evidence import reported, reports
from amends.app.outcome import Outcome
from amends.errors import NotSaved, Unknown
from amends.evidence.reports import recognised
from amends.evidence.together import OF_DEFECTS
from amends.evidence.verify import Verified, verify
from amends.model import Case, Exhibit, Period
from amends.model.picture import Balance, Matter, Picture
from amends.model.report import Asked, Table
from amends.needed import INVOICES
from amends.render.filename import fault
from amends.render.pictures import Drawn, drawn, kinds
from amends.render.pictures.defects_by_week import KIND as BY_WEEK
from amends.text import one_line
from amends.typed import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from amends.render.extra import Extra

PICTURES = "pictures"
WEEKS = BY_WEEK.id
"""The kind of picture for which reports are read, which may take a second or more."""
_AS = {"svg": ", for print", "csv": ", the same as a table"}
_HEAD = 65_536
_YEAR = timedelta(days=365)


class Written(NamedTuple):
    """The files that were written, and the letters that the PNG pictures could not draw (usually none)."""

    files: tuple[Path, ...]
    undrawn: tuple[str, ...] = ()


def draw(opened: Opened, only: Sequence[str] = ()) -> Drawn:
    """The pictures of a case, and why it holds none of the other kinds. `only` names kinds ("time-line").

    Nothing is read anew but, for the defects by week, Amazon's reports that lie in the case; nothing is written. Raises
    `Unknown` for a kind that is none.
    """
    there = names()
    wrong = [one_line(id, 40) for id in only if id not in there]
    if wrong:
        raise Unknown(f"There is no picture “{'”, “'.join(wrong)}”. There are: {', '.join(there)}.")
    return drawn(_matter(opened, not only or WEEKS in only), knowledge(), only)


def names() -> tuple[str, ...]:
    """The kinds of pictures."""
    return tuple(kind.id for kind in kinds())


def has_reports(opened: Opened) -> bool:
    """Whether reports of Amazon's lie in the case from which defects by week may be counted."""
    return bool(_reports(opened))


def as_file(picture: Picture, form: str) -> tuple[bytes, str]:
    """A picture as "svg", "png" or "csv" (its table), and the media type. Raises `Unknown` for another form."""
    from amends.render import charts
    from amends.render.tables import to_csv

    match form:
        case "svg":
            return picture.svg.encode(), "image/svg+xml"
        case "png":
            return charts.to_png(picture.svg, undrawn(Drawn((picture,), ()))), "image/png"
        case "csv":
            return to_csv(picture.table), "text/csv; charset=utf-8"
        case _:
            raise Unknown(f"A picture is not written as {one_line(form, 20)}.")


def write(opened: Opened, made: Drawn, folder: Path | None = None) -> Written:
    """Write pictures as SVG and PNG and their tables as CSV, into the folder pictures/ of the case or another one.

    Raises `NotSaved` when the folder is that of the originals.
    """
    if folder is not None and folder.resolve().is_relative_to((opened.files.home / "evidence").resolve()):
        raise NotSaved(f"{folder} lies among the originals; choose another folder for pictures.")
    where = Outcome(opened.files, PICTURES, folder)
    files: list[Path] = []
    missing = undrawn(made)
    for picture in made.pictures:
        for name, data in _files(picture, missing):
            files.append(where.put(name, data))
    return Written(tuple(files), missing)


def undrawn(made: Drawn) -> tuple[str, ...]:
    """The letters of pictures that no font of this machine can draw in a PNG; the SVG and the table have them."""
    from amends.render import charts, pdf

    text = "".join(sorted({c for picture in made.pictures for c in picture.svg}))
    return () if charts.plain(text) else pdf.missing(text)


def extras(made: Drawn) -> tuple[Extra, ...]:
    """Pictures as a bundle takes them: for print and for upload, each with its table."""
    from amends.render.extra import Extra

    missing = undrawn(made)
    return tuple(
        Extra(f"{PICTURES}/{name}", f"{picture.title}{_AS.get(name.rpartition('.')[2], '')}", picture.summary, data)
        for picture in made.pictures
        for name, data in _files(picture, missing)
    )


def _files(picture: Picture, missing: Sequence[str]) -> list[tuple[str, bytes]]:
    from amends.render import charts
    from amends.render.tables import to_csv

    return [
        (f"{picture.id}.png", charts.to_png(picture.svg, missing)),
        (f"{picture.id}.svg", picture.svg.encode()),
        (f"{picture.id}.csv", to_csv(picture.table)),
    ]


def as_json(made: Drawn, written: Written | None = None) -> dict[str, Any]:
    """The pictures for programs."""
    return {
        "pictures": [
            {
                "id": picture.id,
                "title": picture.title,
                "summary": picture.summary,
                "svg": picture.svg,
                "table": {
                    "head": list(picture.table.head),
                    "rows": [list(row) for row in picture.table.rows],
                    "notes": list(picture.table.notes),
                    "source": picture.table.source,
                },
            }
            for picture in made.pictures
        ],
        "lacking": [lacking._asdict() for lacking in made.lacking],
        "written": [str(file) for file in written.files] if written else [],
        "undrawn": list(written.undrawn) if written else [],
    }


def _matter(opened: Opened, with_weeks: bool) -> Matter:
    case = opened.case
    found = verify(case, knowledge())
    weeks, why = _weeks(opened) if with_weeks else (None, "")
    return Matter(case, _balances(found), _doubts(case), _sales(opened, found), weeks, why)


def _balances(found: Verified) -> tuple[Balance, ...]:
    # Only a product that is given up meets what is asked without any invoice.
    return tuple(
        Balance(
            each.asin, each.sold, each.invoiced, each.exhibits,
            each.verdict == "meets" and each.invoiced is None,
        )
        for each in found.products
    )  # fmt: skip


def _doubts(case: Case) -> tuple[str, ...]:
    unread = [each.label for each in case.exhibits if each.reading is None and each.kind in INVOICES]
    if not unread:
        return ()
    return (f"Not read yet, so not counted: {'exhibit' if len(unread) == 1 else 'exhibits'} {', '.join(unread)}.",)


def _sales(opened: Opened, found: Verified) -> tuple[Period, str] | None:
    if all(each.sold is None for each in found.products):
        return None
    try:
        start, end, says = reported.window_of(opened)
    except Unknown:
        return None
    return Period(start, end), says


def _weeks(opened: Opened) -> tuple[Table | None, str]:
    """The table of defects by week from the reports that lie in the case, or why there is none."""
    there = _reports(opened)
    kinds_there = {id for _, id in there}
    if "orders" not in kinds_there or len(kinds_there) < 2:
        return None, (
            "It is counted from the All orders report together with Seller feedback or the report of returns that you "
            f"receive yourself; the case holds {'no orders report' if 'orders' not in kinds_there else 'only orders'}."
        )
    files = {str(opened.files.path(f"evidence/{exhibit.name}")): exhibit for exhibit, _ in there}
    made = reports.draw(list(files), _asked(opened.case))
    changed = [file.name for file in made.files if files[file.path].sha256 != file.sha256]
    if changed:
        return None, f"{', '.join(changed)} changed since it was taken in. Put the original back."
    for table in made.tables:
        if table.chart is not None and table.chart.form == "weeks" and table.chart.limit is not None:
            return table, ""
    return None, " ".join(
        made.refused
    ) or "The reports hold no orders of the last year before the notice, or none since."


def _reports(opened: Opened) -> list[tuple[Exhibit, str]]:
    """The exhibits that defects are counted from, with the report that each of them is."""
    found = []
    for exhibit in (*opened.case.exhibits, *opened.case.held):
        if fault(exhibit.name) is not None or not exhibit.name.lower().endswith((".txt", ".csv", ".tsv")):
            continue
        if not opened.files.holds(f"evidence/{exhibit.name}"):
            continue
        with opened.files.open(f"evidence/{exhibit.name}") as source:
            told = recognised(source.read(_HEAD))
        if told is not None and told.report.id in OF_DEFECTS:
            found.append((exhibit, told.report.id))
    return found


def _asked(case: Case) -> Asked:
    """From a year before the notice on, so that what came after it is seen too."""
    value = case.value("case.received")
    day = value if isinstance(value, date) else case.notice.received if case.notice else None
    return Asked(day - _YEAR if day is not None else None)
