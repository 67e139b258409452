"""SARIF 2.1.0 (OASIS): the exchange format of code scanning, with rule help, related places, fixes and suppressions.

Left out on purpose: `baselineState`, which compares two logs (what our own baseline holds is an external
suppression), and the length and hash of a file, since what is read here is its text, not its bytes.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from amends.model import Span
from amends.render.findings._places import Places, inside
from amends.render.findings._written import as_json
from amends.text import normal
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from amends.model import Finding, Related, Suppression
    from amends.render.findings import Described, Report, Run

_RANK = {"high": 90.0, "medium": 60.0, "low": 30.0}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MIME = {"txt": "text/plain", "md": "text/markdown", "pdf": "application/pdf"}
_LONGEST_NAME = 120
_WIDEST = 800
_Data = dict[str, object]


def render(run: Run) -> str:
    """One log with one run."""
    from amends import __version__

    described = {rule.code: _rule(rule) for rule in run.rules}
    for report in run.reports:
        for finding in report.findings:
            described.setdefault(finding.rule, {"id": finding.rule, "name": _pascal(finding.name)})
    order = {code: at for at, code in enumerate(described)}
    artifacts = {_uri(report.file): _artifact(report.file) for report in run.reports}
    where = {uri: at for at, uri in enumerate(artifacts)}
    # All results of a run say whether they are suppressed, or none does (SARIF 3.27.23).
    told = any(report.accepted for report in run.reports)
    made: _Data = {
        "tool": {"driver": {"name": "amends", "version": __version__, "rules": list(described.values())}},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "artifacts": list(artifacts.values()),
        "results": [
            result for report in run.reports for result in _Results(report, where[_uri(report.file)], order, told).all()
        ],
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [made]})


def _rule(rule: Described) -> _Data:
    below = f"\n\n{rule.help}" if rule.help else ""
    described: _Data = {
        "id": rule.code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": _sentence(rule.title)},
        "fullDescription": {"text": _sentence(rule.help or rule.title)},
        "help": {
            "text": f"{rule.title}{below}\n\nSource: {rule.source}",
            "markdown": f"**{_marked(rule.title)}**{_marked(below)}\n\n*Source:* {_marked(rule.source)}",
        },
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": [rule.code[:2], rule.name]},
    }
    if rule.source.startswith("https://") and " " not in rule.source:
        described["helpUri"] = rule.source
    return described


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _marked(text: str) -> str:
    """Plain text for Markdown, where it shall mean nothing but itself."""
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", text)


def _pascal(name: str) -> str:
    return "".join(piece.capitalize() for piece in name.split("-"))


def _artifact(file: str) -> _Data:
    made: _Data = {"location": {"uri": _uri(file)}, "roles": ["analysisTarget"]}
    mime = _MIME.get(file.rpartition(".")[2].lower())
    return {**made, "mimeType": mime} if mime else made


def _uri(file: str) -> str:
    """A file's name as a URI: relative as it was given, or with its scheme when it begins at the root or a drive."""
    path = quote(file.replace("\\", "/"), safe="/~.-_", errors="replace")
    if path.startswith("/"):
        return f"file://{path}"
    if re.match(r"[A-Za-z]%3A/", path):
        return f"file:///{path[0]}:{path[4:]}"
    return path or "stdin"


def _said(text: str) -> str:
    """A message as SARIF reads it: words of a letter are no link `[…](…)` and no placeholder `{0}` there."""
    return re.sub(r"\{(\d+)\}", r"{{\1}}", text.replace("](", "] ("))


class _Results:
    """The results of one file."""

    def __init__(self, report: Report, number: int, order: dict[str, int], told: bool) -> None:
        self._report, self._order, self._told = report, order, told
        self._places = Places(report)
        self._artifact: _Data = {"uri": _uri(report.file), "index": number}
        self._seen: dict[str, int] = {}

    def all(self) -> list[_Data]:
        """One result a finding."""
        return [self._result(finding) for finding in self._report.findings]

    def _result(self, finding: Finding) -> _Data:
        result: _Data = {
            "ruleId": finding.rule,
            "ruleIndex": self._order[finding.rule],
            "level": finding.level,
            "rank": _RANK[finding.confidence],
            "message": {"text": _said(finding.message)},
            "locations": [self._location(finding)],
            "partialFingerprints": {"quote/v2": self._fingerprint(finding)},
            "properties": {"confidence": finding.confidence},
        }
        if finding.related:
            result["relatedLocations"] = [
                self._related(at, related, finding) for at, related in enumerate(finding.related)
            ]
        if finding.fix is not None and not finding.where:
            result["fixes"] = [self._fix(finding, finding.fix.text)]
        if self._told:
            result["suppressions"] = [_suppression(finding.suppressed)] if finding.suppressed else []
        return result

    def _location(self, finding: Finding) -> _Data:
        """The lines of a text; the page or paragraph of a DOCX or PDF, whose lines and characters are not those of
        the text that was read from it.
        """
        physical: _Data = {"artifactLocation": self._artifact}
        if finding.where:
            words = finding.span.quote[:_LONGEST_NAME]
            logical: _Data = {
                "name": finding.where,
                "fullyQualifiedName": finding.where,
                "properties": {"quote": words},
            }
            return {"physicalLocation": physical, "logicalLocations": [logical]}
        physical["region"] = self._region(finding.span, snippet=True)
        around = self._around(finding.span)
        return {"physicalLocation": {**physical, "contextRegion": around} if around else physical}

    def _around(self, span: Span) -> _Data | None:
        """The whole lines of a place, for viewers without the file; None where that is no more or far too much."""
        start, end = inside(span, self._report.text)
        floor, ceiling = max(0, end - _WIDEST), min(len(self._report.text), start + _WIDEST)
        left = self._report.text.rfind("\n", floor, start) + 1 if floor <= start else start
        right = self._report.text.find("\n", end, ceiling)
        right = ceiling if right < 0 else right
        whole = (left or floor == 0) and (right < ceiling or ceiling == len(self._report.text))
        if not whole or right - left > _WIDEST or right - left <= end - start:
            return None
        return self._region(Span(left, right, self._report.text[left:right]), snippet=True)

    def _region(self, span: Span, snippet: bool = False) -> _Data:
        start, end = inside(span, self._report.text)
        line, column = self._places.at(start)
        last, after = self._places.at(end)
        region: _Data = {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
        region |= {"charOffset": start, "charLength": end - start}
        return {**region, "snippet": {"text": span.quote}} if snippet else region

    def _related(self, at: int, related: Related, finding: Finding) -> _Data:
        words = f"{related.note}: {related.quote}" if related.quote else related.note
        made: _Data = {"id": at, "message": {"text": _said(words)}}
        span = self._places.of(related, finding)
        if span is not None:
            return {
                **made,
                "physicalLocation": {"artifactLocation": self._artifact, "region": self._region(span, True)},
            }
        if related.file:
            same = related.file == self._report.file
            made["physicalLocation"] = {"artifactLocation": self._artifact if same else {"uri": _uri(related.file)}}
        name = " ".join((related.quote or related.note)[:_LONGEST_NAME].split())
        if name:
            made["logicalLocations"] = [{"name": name, "fullyQualifiedName": f"{related.file}: {name}"}]
        return made

    def _fix(self, finding: Finding, text: str) -> _Data:
        replacement = {"deletedRegion": self._region(finding.span), "insertedContent": {"text": text}}
        return {
            "description": {"text": "Write it so." if text else "Leave these words out."},
            "artifactChanges": [{"artifactLocation": self._artifact, "replacements": [replacement]}],
        }

    def _fingerprint(self, finding: Finding) -> str:
        """The rule, the words, and which of several such places it is: the same when lines move."""
        from hashlib import sha256

        key = f"{finding.rule} {normal(finding.span.quote)}"
        self._seen[key] = number = self._seen.get(key, 0) + 1
        return sha256(f"{key} {number}".encode("utf-8", "replace")).hexdigest()[:16]


def _suppression(suppressed: Suppression) -> _Data:
    """Beside the sentence is in the source; the configuration and the baseline are outside of it."""
    who = {"by": suppressed.by} if suppressed.by else {}
    day = {"on": suppressed.on.isoformat()} if suppressed.on else {}
    return {
        "kind": "inSource" if suppressed.kind == "draft" else "external",
        "status": "accepted",
        "justification": _said(suppressed.because),
        "properties": {**who, **day, "written": suppressed.kind},
    }
