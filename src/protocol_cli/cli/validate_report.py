"""Findings written out: as text with the line and a caret under the place, as JSON, as CSV, and summed up by rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TextIO

from protocol_cli.cli.messages import RUSSIAN, count, language, tr
from protocol_cli.cli.output import CsvWriter, JsonWriter
from protocol_cli.cli.plain import one_line
from protocol_cli.validation import Finding, Severity
from protocol_cli.validation.places import Excerpt, cut, excerpt

if TYPE_CHECKING:
    from rich.text import Text

    from protocol_cli.models import Document

INDENT = "    "
LOOKS = {Severity.ERROR: "alarm", Severity.WARNING: "warning", Severity.INFO: "number"}


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one document."""

    name: str
    document: Document
    findings: list[Finding]
    edition: str
    profile: str

    def count(self, severity: Severity) -> int:
        """How many of that severity."""
        return sum(finding.severity is severity for finding in self.findings)


class ReportWriter(Protocol):
    """Writes reports as they come."""

    def add(self, report: Report) -> None: ...
    def close(self) -> None: ...


def said() -> str:
    """The language of findings: "ru" or "en"."""
    return "ru" if language() == RUSSIAN else "en"


def where(finding: Finding, found: Excerpt | None) -> str:
    """«стр. 2, строка 57»."""
    if found is None:
        return tr("validate.page", page=finding.place.page) if finding.place else ""
    return tr("validate.page_and_line", page=found.page, line=found.line)


def message(finding: Finding) -> str:
    """The sentence, after its address: «п. 3: срок не указан»."""
    address = finding.address.said(said())
    text = finding.message(said())
    return one_line(f"{address}: {text}" if address else text)


def hint(finding: Finding) -> str:
    """How to mend it, with the source: «поставьте дату (ГОСТ Р 7.0.97-2016, п. 5.10)»."""
    source = f" ({finding.clause.said(said())})" if finding.clause else ""
    return one_line(finding.hint(said()) + source)


class TextWriter:
    """For people: the place, the line with a caret, and what to do."""

    def __init__(self, stream: TextIO, *, many: bool) -> None:
        from protocol_cli.cli.render import console_for

        self._stream = stream
        self._console = console_for(stream)
        self._many = many
        self._totals: Counter[Severity] = Counter()
        self._documents = 0

    def add(self, report: Report) -> None:
        """Write the findings of one document."""
        from protocol_cli.cli.render import words

        self._documents += 1
        self._totals.update(finding.severity for finding in report.findings)
        for finding in report.findings:
            self._finding(report, finding)
        self._line(words(one_line(f"{report.name}: {self._counted(Counter(f.severity for f in report.findings))}"), "strong"))
        self._stream.flush()

    def close(self) -> None:
        """Write the sum of all documents."""
        if self._many and self._documents > 1:
            from protocol_cli.cli.render import words

            total = f"{count('validate.documents', self._documents)}: {self._counted(self._totals)}"
            self._line(words(total, "strong"))
        self._stream.flush()

    def _finding(self, report: Report, finding: Finding) -> None:
        from protocol_cli.cli.render import words

        found = excerpt(report.document.text or "", finding.place) if finding.place else None
        place = ", ".join(part for part in (one_line(report.name), where(finding, found)) if part)
        head = words(f"{place}: ", "strong")
        head.append_text(words(f"{finding.code} {tr(f'validate.{finding.severity.value}')}: ", LOOKS[finding.severity]))
        head.append_text(words(message(finding)))
        self._line(head)
        if found is not None:
            text, start, end = cut(found, self._console.width - len(INDENT))
            self._line(words(INDENT + text))
            self._line(words(INDENT + " " * start + "^" * max(1, end - start), LOOKS[finding.severity]))
        self._line(words(f"  {tr('validate.mend')}: {hint(finding)}", "label"))
        self._line(words(""))

    def _line(self, text: Text) -> None:
        self._console.print(text, soft_wrap=True)

    @staticmethod
    def _counted(counts: Counter[Severity]) -> str:
        if not counts:
            return tr("validate.nothing")
        return ", ".join(count(f"validate.{severity.value}s", counts[severity]) for severity in Severity if counts[severity])


class ObjectWriter:
    """One JSON object for each document."""

    def __init__(self, stream: TextIO, form: str, *, many: bool) -> None:
        self._writer = JsonWriter(stream, form, many=many)

    def add(self, report: Report) -> None:
        """Write one."""
        document = report.document
        self._writer.add(
            {
                "source": report.name,
                "sha256": document.source.sha256,
                "kind": document.kind.value,
                "gost": report.edition,
                "profile": report.profile,
                "counts": {severity.value: report.count(severity) for severity in Severity},
                "findings": [record(finding, document.text) for finding in report.findings],
            }
        )
        self._writer.flush()

    def close(self) -> None:
        """Write what ends the answer."""
        self._writer.close()


def record(finding: Finding, text: str | None) -> dict[str, object]:
    """A finding as JSON has it; `line` counts within the page, `line` and `column` from 1, null without the text."""
    found = excerpt(text, finding.place) if text and finding.place else None
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message(said()),
        "hint": finding.hint(said()),
        "clause": finding.clause.said(said()) if finding.clause else None,
        "address": finding.address.said(said()) or None,
        "page": finding.place.page if finding.place else None,
        "line": found.line if found else None,
        "column": found.column if found else None,
        "excerpt": found.text.strip() if found else None,
        "span": finding.place.model_dump() if finding.place else None,
    }


class TableWriter:
    """CSV: a line for each finding; nothing in a cell is taken for a formula."""

    HEADING = ("source", "code", "rule", "severity", "page", "line", "address", "message", "hint", "clause", "excerpt")

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._writer = CsvWriter(stream)
        self._written = False

    def add(self, report: Report) -> None:
        """Write the findings of one document."""
        for finding in report.findings:
            told = record(finding, report.document.text) | {"source": report.name}
            self._writer.add({key: told[key] for key in self.HEADING})
            self._written = True
        self._writer.flush()

    def close(self) -> None:
        """Write the heading, where nothing was found."""
        if not self._written:
            self._stream.write(",".join(self.HEADING) + "\n")
        self._writer.close()


@dataclass(slots=True)
class StatisticsWriter:
    """A batch summed up: how often each rule spoke, and in how many documents."""

    stream: TextIO
    form: str
    documents: int = 0
    found: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)
    severities: dict[str, Severity] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Count one document in."""
        self.documents += 1
        self.found.update(finding.code for finding in report.findings)
        self.papers.update({finding.code for finding in report.findings})
        for finding in report.findings:
            before = self.severities.get(finding.code, Severity.INFO)
            self.severities[finding.code] = min(before, finding.severity, key=lambda severity: severity.rank)

    def close(self) -> None:
        """Write the sums, the most frequent first."""
        from protocol_cli.validation import find_rule

        order = sorted(self.found, key=lambda code: (-self.found[code], code))
        rows: list[dict[str, object]] = [
            {
                "code": code,
                "severity": self.severities[code].value,
                "findings": self.found[code],
                "documents": self.papers[code],
                "checks": rule.checks.said(said()) if (rule := find_rule(code)) else "",
            }
            for code in order
        ]
        if self.form == "csv":
            table = CsvWriter(self.stream)
            for row in rows:
                table.add(row)
            table.close()
        elif self.form == "text":
            self._draw(rows)
        else:
            writer = JsonWriter(self.stream, self.form, many=self.form == "jsonl")
            if self.form == "jsonl":
                for row in rows:
                    writer.add(row)
            else:
                writer.add({"documents": self.documents, "rules": rows})
            writer.close()
        self.stream.flush()

    def _draw(self, rows: list[dict[str, object]]) -> None:
        from protocol_cli.cli.render import columns, console_for, words

        widths = {"code": 8, "severity": 16, "findings": 8, "documents": 10, "checks": None}
        headings = [(tr(f"validate.column_{key}"), width) for key, width in widths.items()]
        table = columns(*headings, ratios=(None, None, None, None, 1))
        for row in rows:
            severity = Severity(str(row["severity"]))
            table.add_row(
                words(row["code"], "number"),
                words(tr(f"validate.{severity.value}"), LOOKS[severity]),
                words(row["findings"]),
                words(row["documents"]),
                words(row["checks"]),
            )
        console_for(self.stream).print(table)
        self.stream.write(count("validate.documents", self.documents) + "\n")
