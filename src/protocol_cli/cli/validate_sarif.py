"""Findings as SARIF 2.1.0 (OASIS): what editors and review tools of other programs show."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO
from urllib.parse import quote

from protocol_cli import __version__
from protocol_cli.cli.output import json_text, needs_ascii
from protocol_cli.cli.validate_report import Report, hint, message, said
from protocol_cli.validation import Finding, Rule, Severity, find_rule
from protocol_cli.validation.places import excerpt

if TYPE_CHECKING:
    from protocol_cli.models import Document

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


class SarifWriter:
    """One log with one run; lines and columns are those of the document's text."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._results: list[dict[str, object]] = []
        self._rules: dict[str, int] = {}

    def add(self, report: Report) -> None:
        """Put the findings of one document by."""
        for finding in report.findings:
            self._results.append(self._result(report, finding))

    def close(self) -> None:
        """Write the log."""
        rules = [_descriptor(rule) for code in self._rules if (rule := find_rule(code))]
        driver = {"name": "protocol", "version": __version__, "rules": rules}
        run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": self._results}
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
        self._stream.write(json_text(log, pretty=True, ascii_only=needs_ascii(self._stream)) + "\n")
        self._stream.flush()

    def _result(self, report: Report, finding: Finding) -> dict[str, object]:
        index = self._rules.setdefault(finding.code, len(self._rules))
        location: dict[str, object] = {"artifactLocation": {"uri": quote(report.name.replace("\\", "/"))}}
        region = _region(report.document, finding)
        if region:
            location["region"] = region
        return {
            "ruleId": finding.code,
            "ruleIndex": index,
            "level": LEVELS[finding.severity],
            "message": {"text": f"{message(finding)}. {hint(finding)}"},
            "locations": [{"physicalLocation": location}],
        }


def _region(document: Document, finding: Finding) -> dict[str, object] | None:
    found = excerpt(document.text, finding.place) if document.text and finding.place else None
    if found is None or finding.place is None:
        return None
    return {
        "startLine": found.text_line,
        "startColumn": found.column,
        "endColumn": found.column + found.end - found.start,
        "charOffset": finding.place.start,
        "charLength": finding.place.end - finding.place.start,
        "snippet": {"text": found.text},
    }


def _descriptor(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.checks.said(said())},
        "fullDescription": {"text": rule.why.said(said())},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.on},
    }
