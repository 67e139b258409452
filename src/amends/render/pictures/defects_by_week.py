"""The defect rate by week with Amazon's limit."""

from __future__ import annotations

import re
from datetime import date

from amends.dates import written
from amends.model.picture import Lacking, Matter, Picture, PictureKind
from amends.model.report import Chart
from amends.playbook import Catalog
from amends.render import charts
from amends.render.charts.canvas import figure

_TITLE = "Defect rate by week"
_HASH = re.compile(r", SHA-256 [0-9a-f]{64}")
_FAMILY = "performance"
_TODO = "`amends reports orders.txt feedback.txt --case DIR` takes Amazon's reports in."


def draw(matter: Matter, catalog: Catalog) -> Picture | Lacking:
    """The weeks that the reports in the case tell of."""
    table = matter.weeks
    if table is None or table.chart is None:
        playbook = catalog.playbooks.get(matter.case.enforcement or "")
        if playbook is not None and playbook.family != _FAMILY:
            return Lacking(KIND.id, _TITLE, "This notice is not about how orders were carried out.")
        return Lacking(KIND.id, _TITLE, matter.no_weeks, _TODO)
    summary = _summary(table.chart)
    # The hashes stand in the table; in the picture they would take more room than the weeks.
    source = _HASH.sub("", table.source)
    svg = charts.to_svg(table.chart, " ".join(filter(None, (*table.notes, source))), summary, KIND.id)
    notes = (summary, *table.notes, table.chart.limit_words)
    return Picture(KIND.id, table.title, summary, svg, table._replace(notes=notes))


def _summary(chart: Chart) -> str:
    """What the weeks show, in one sentence."""
    _, values = chart.series[0]
    days = [date.fromisoformat(label) for label in chart.labels]
    limit = chart.limit or 0.0
    over = [at for at, value in enumerate(values) if (value or 0) >= limit]
    most = f"{figure(limit, '').rstrip('.')} %"
    weeks = f"{len(values)} week{'' if len(values) == 1 else 's'}"
    if not over:
        return f"In none of {weeks} the share reached {most}."
    since = len(values) - 1 - over[-1]
    after = f", and it lies below in the {since} since" if since > 1 else ", and it lies below in the one since"
    return (
        f"The share was {most} or more in {len(over)} of {weeks}; the last of these began on "
        f"{written(days[over[-1]])}{after if since else ''}."
    )


KIND = PictureKind("defects-by-week", _TITLE, 40, draw)
