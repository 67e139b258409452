"""One page for people, to look at, print or send on: the verdict, then the letter with its marks beside the findings.

It holds no script and loads nothing. The policy in its head lets the browser use the one style sheet that is printed
in it and nothing else, so words of the letter could do no harm even if one got out of its place.
"""

from __future__ import annotations

from html import escape

from amends.render.findings._places import Places, inside
from amends.render.findings._written import accepted_by, counted, telling
from amends.text import one_line, shown
from amends.typed import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from amends.model import Answer, Finding, Related, Row, Step, Verdict
    from amends.render.findings import Report, Run

_LEVELS = ("error", "warning", "note")
_COLUMNS = (("Issue", ""), ("Cause", "causes"), ("Action", "actions"), ("Measure", "measures"), ("Exhibit", "exhibits"))
_HOLE = '<b class="error">missing</b>'
_QUOTE = 300
_MOST_ROWS = 200


def render(run: Run) -> str:
    """The page with a section for each file."""
    from amends.render.findings import _style

    title = run.reports[0].file if len(run.reports) == 1 else counted(len(run.reports), "letter")
    sections = [line for number, report in enumerate(run.reports, 1) for line in _section(report, f"{number}-")]
    lines = [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_style.POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{_line(title)} · review</title>",
        f"<style>{_style.SHEET}</style>",
        "</head>",
        "<body>",
        *sections,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _line(text: str, width: int | None = None) -> str:
    return escape(one_line(text, width))


def _section(report: Report, prefix: str) -> Iterator[str]:
    numbered = [_Numbered(at, f"{prefix}{at}", finding) for at, finding in enumerate(report.open, 1)]
    yield f'<main id="r{prefix[:-1]}">'
    yield f"<header><h1>{_line(report.file)}</h1><p>{_sum(report)}</p></header>"
    if report.verdict is not None:
        yield from _verdict(report.verdict)
    yield '<div class="sides">'
    yield '<section class="letter"><h2>The letter</h2>'
    yield f'<div class="text" dir="auto">{_letter(report, numbered)}</div></section>'
    yield '<section class="findings"><h2>What a strict reader would object to</h2>'
    places = Places(report)
    if numbered:
        yield "<ol>"
        yield from (_finding(one, report, places) for one in numbered)
        yield "</ol>"
    else:
        yield "<p>Nothing to object to.</p>"
    if report.accepted:
        yield "<h2>Accepted, so it does not count</h2><ul>"
        yield from (_accepted(finding, report) for finding in report.accepted)
        yield "</ul>"
    yield "</section></div></main>"


def _sum(report: Report) -> str:
    counts = [(level, report.count(level)) for level in _LEVELS]
    said = ", ".join(f'<b class="{level}">{counted(number, level)}</b>' for level, number in counts if number)
    return f"{said or '<b>Nothing to object to</b>'} in {counted(report.words, 'word')}."


class _Numbered(NamedTuple):
    """A finding with its number on the page and the end of its two anchors."""

    number: int
    anchor: str
    finding: Finding


def _letter(report: Report, numbered: Sequence[_Numbered]) -> str:
    """The text of the letter, cut where marks begin and end; a piece under several wears the gravest colour.

    Behind the end of each marked place stands its number, which leads to the finding.
    """
    text = report.text
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[_Numbered]] = {}
    for one in numbered:
        start, end = inside(one.finding.span, text)
        opens.setdefault(start, []).append(one.finding.level)
        closes.setdefault(end, []).append(one)
    active = dict.fromkeys(_LEVELS, 0)
    made, done = [], 0
    for cut in sorted({*opens, *closes, len(text)}):
        made.append(_piece(text[done:cut], next((level for level in _LEVELS if active[level]), "")))
        # An empty place opens and closes at once: it shows as its number alone.
        for level in opens.get(cut, ()):
            active[level] += 1
        for one in closes.get(cut, ()):
            active[one.finding.level] -= 1
            made.append(_number(one))
        done = cut
    return "".join(made)


def _piece(text: str, level: str) -> str:
    safe = escape(shown(text))
    return f'<mark class="{level}">{safe}</mark>' if level and safe else safe


def _number(one: _Numbered) -> str:
    level, anchor = one.finding.level, one.anchor
    return f'<a class="number {level}" id="p{anchor}" href="#f{anchor}">{one.number}</a>'


def _finding(one: _Numbered, report: Report, places: Places) -> str:
    finding = one.finding
    where = finding.where or f"line {finding.line}"
    level = f'<b class="{finding.level}">{finding.level}</b>'
    number = f'<a class="number {finding.level}" href="#p{one.anchor}">{one.number}</a>'
    lines = [
        f'<li id="f{one.anchor}" class="box {finding.level}">',
        f'<p class="head">{number} {level} {_line(finding.rule)} {_line(finding.name)}, {_line(where)}</p>',
        f"<p>{_line(finding.message)}</p>",
    ]
    if finding.span.quote.strip() and finding.span.quote not in finding.message:
        lines.append(f"<blockquote>{_line(finding.span.quote, _QUOTE)}</blockquote>")
    lines += [_related(related, finding, report, places) for related in finding.related]
    if finding.fix is not None:
        new = f"Write <q>{_line(finding.fix.text, _QUOTE)}</q>" if finding.fix.text else "Leave these words out"
        lines.append(f'<p class="aside">{new}; <code>--fix</code> does it.</p>')
    return "".join([*lines, "</li>"])


def _related(related: Related, finding: Finding, report: Report, places: Places) -> str:
    quote = f": <q>{_line(related.quote, _QUOTE)}</q>" if related.quote else ""
    span = places.of(related, finding)
    where = f"line {places.at(span.start)[0]}" if span else "" if related.file == report.file else related.file
    place = f" ({_line(where)})" if where else ""
    return f'<p class="aside">{_line(related.note)}{quote}{place}</p>'


def _accepted(finding: Finding, report: Report) -> str:
    assert finding.suppressed is not None
    where = finding.where or f"line {finding.line}"
    reason = f"<q>{_line(finding.suppressed.because)}</q>, {_line(accepted_by(finding.suppressed))}"
    head = f'<p class="head">{_line(finding.rule)} {_line(finding.name)}, {_line(where)}</p>'
    return f'<li class="box">{head}<p>{_line(finding.message)}</p><p>{reason}</p></li>'


def _verdict(verdict: Verdict) -> Iterator[str]:
    yield '<section class="verdict">'
    if verdict.next:
        yield "<h2>Do next</h2><ol>"
        yield from map(_step, verdict.next)
        yield "</ol>"
    if verdict.answers:
        yield '<h2>What Amazon asks, and how the letter answers</h2><div class="answers">'
        yield from map(_answer, verdict.answers)
        yield "</div>"
    if verdict.matrix:
        yield '<h2>What answers what</h2><div class="wide"><table><thead><tr>'
        yield "".join(f'<th scope="col">{head}</th>' for head, _ in _COLUMNS) + "</tr></thead><tbody>"
        yield from map(_row, telling(verdict.matrix, _MOST_ROWS))
        yield "</tbody></table></div>"
        if len(verdict.matrix) > _MOST_ROWS:
            yield f"<p>and {counted(len(verdict.matrix) - _MOST_ROWS, 'more row')}</p>"
    yield "</section>"


def _step(step: Step) -> str:
    ends = f" Ends {counted(step.ends, 'finding')}: {_line(', '.join(step.rules))}." if step.ends else ""
    return f'<li><p><b>{_line(step.what)}</b></p><p class="aside">{_line(step.why)}{ends}</p></li>'


def _answer(answer: Answer) -> str:
    there = "".join(f"<li>{_line(said)}</li>" for said in answer.there or ("nothing yet",))
    missing = "".join(f"<li>{_line(said)}</li>" for said in answer.missing)
    lacks = f'<h4 class="error">missing</h4><ul>{missing}</ul>' if missing else ""
    return f'<div><h3>{_line(answer.question)}</h3><h4 class="good">there</h4><ul>{there}</ul>{lacks}</div>'


def _row(row: Row) -> str:
    cells = [f'<th scope="row">{_line(" ".join(filter(None, (row.issue, row.asin))))}</th>']
    for head, field in _COLUMNS[1:]:
        values = getattr(row, field)
        said = "<br>".join(_line(value, _QUOTE) for value in values)
        cells.append(f'<td data-of="{head}">{said or _HOLE}</td>')
    return f"<tr>{''.join(cells)}</tr>"
