"""SARIF 2.1.0 (OASIS): the exchange format of code scanning, with rule help, related places and fixes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote
from zlib import crc32

from amends.text import line_and_column, normal

if TYPE_CHECKING:
    from amends.model import Finding
    from amends.render.findings import Described, Report, Run

_RANK = {"high": 90.0, "medium": 60.0, "low": 30.0}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(run: Run) -> str:
    """One log with one run."""
    from amends import __version__

    used = {finding.rule: finding for report in run.reports for finding in report.findings}
    described = {rule.code: _rule(rule) for rule in run.rules}
    for code, finding in used.items():
        described.setdefault(code, {"id": code, "name": _pascal(finding.name)})
    index = {code: at for at, code in enumerate(described)}
    artifacts = [
        {
            "location": {"uri": _uri(report.file)},
            "length": len(report.text.encode("utf-8", "replace")),
            "sourceLanguage": "en",
        }
        for report in run.reports
    ]
    made = {
        "tool": {"driver": {"name": "amends", "version": __version__, "rules": list(described.values())}},
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts,
        "results": [
            _result(finding, report, index, at) for at, report in enumerate(run.reports) for finding in report.findings
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [made]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Described) -> dict[str, object]:
    described: dict[str, object] = {
        "id": rule.code,
        "name": _pascal(rule.name),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.help or rule.title},
        "help": {"text": f"{rule.title}\n\n{rule.help}\n\nSource: {rule.source}"},
        "defaultConfiguration": {"level": rule.level},
        "properties": {"tags": [rule.code[:2], rule.name]},
    }
    if rule.source.startswith("https://") and " " not in rule.source:
        described["helpUri"] = rule.source
    return described


def _pascal(name: str) -> str:
    return "".join(piece.capitalize() for piece in name.split("-"))


def _result(finding: Finding, report: Report, index: dict[str, int], number: int) -> dict[str, object]:
    artifact: dict[str, object] = {"uri": _uri(report.file), "index": number}
    region = _region(finding, report.text)
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": finding.level,
        "rank": _RANK[finding.confidence],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "partialFingerprints": {"quote/v1": f"{crc32(f'{finding.rule} {normal(finding.span.quote)}'.encode()):08x}"},
        "properties": {"confidence": finding.confidence},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": at,
                "message": {"text": f"{related.note}: {related.quote}" if related.quote else related.note},
                "physicalLocation": {"artifactLocation": {"uri": _uri(related.file)}},
            }
            for at, related in enumerate(finding.related)
        ]
    if finding.fix is not None:
        deleted = {"charOffset": finding.span.start, "charLength": finding.span.end - finding.span.start}
        change = {
            "artifactLocation": artifact,
            "replacements": [{"deletedRegion": deleted, "insertedContent": {"text": finding.fix.text}}],
        }
        result["fixes"] = [{"description": {"text": _fix_says(finding)}, "artifactChanges": [change]}]
    return result


def _region(finding: Finding, text: str) -> dict[str, object]:
    last, column = line_and_column(text, finding.span.end)
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": last,
        "endColumn": column,
        "charOffset": finding.span.start,
        "charLength": finding.span.end - finding.span.start,
        "snippet": {"text": finding.span.quote},
    }


def _fix_says(finding: Finding) -> str:
    return "Write it so" if finding.fix and finding.fix.text else "Leave these words out"


def _uri(file: str) -> str:
    return quote(file.replace("\\", "/"), safe="/~.-_") or "stdin"
