"""The paper handed back with remarks: one self-contained HTML page, the text sheet by sheet, findings beside it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, TextIO

from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.plain import one_line, plain
from protocol_cli.cli.validate_report import Report, hint, message, said
from protocol_cli.validation import Severity

if TYPE_CHECKING:
    from protocol_cli.validation import Finding

STYLE = """
:root { color-scheme: light dark; --error: #c62828; --warning: #b26a00; --info: #1565c0; --line: #8884; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem; }
.sheet { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; border-top: 1px solid var(--line); padding: 1rem 0; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.sheet h3 { grid-column: 1 / -1; margin: 0; font-size: 1rem; opacity: .7; }
mark { background: none; color: inherit; border-bottom: 3px solid; scroll-margin: 4rem; }
mark a { font-size: .75em; vertical-align: super; text-decoration: none; }
ol { margin: 0; padding: 0; list-style: none; }
li { border-left: 4px solid; padding: .2rem .7rem; margin-bottom: .8rem; scroll-margin: 4rem; }
.error { border-color: var(--error); } .warning { border-color: var(--warning); } .info { border-color: var(--info); }
li p { margin: .1rem 0; } li .code { font-weight: 600; } li .mend { opacity: .8; font-size: .9em; }
:target { background: #ffd54f55; }
@media (max-width: 50rem) { .sheet { grid-template-columns: 1fr; } }
@media print { .sheet { break-after: page; } }
"""


class AnnotationWriter:
    """Writes the page as reports come."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._number = 0
        language = said()
        stream.write(
            f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            f"<title>{escape(tr('validate.page_title'))}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        )

    def add(self, report: Report) -> None:
        """Write one document: each sheet with the findings that begin on it."""
        counts = [
            count(f"validate.{severity.value}s", number) for severity in Severity if (number := report.count(severity))
        ]
        summary = ", ".join(counts) or tr("validate.nothing")
        self._stream.write(f"<h1>{_shown(report.name)}</h1>\n<p>{_shown(summary)}</p>\n")
        text = report.document.text or ""
        start = 0
        for page, sheet in enumerate(text.split("\f"), 1):
            end = start + len(sheet)
            here = [f for f in report.findings if f.place and start <= f.place.start <= end]
            if not text:
                here = report.findings
            self._sheet(page, sheet, start, here)
            start = end + 1

    def close(self) -> None:
        """Write what ends the page."""
        self._stream.write("</body>\n</html>\n")
        self._stream.flush()

    def _sheet(self, page: int, sheet: str, start: int, findings: list[Finding]) -> None:
        first = self._number + 1
        remarks = "".join(self._remark(finding, number) for number, finding in enumerate(findings, first))
        self._number += len(findings)
        self._stream.write(
            f'<section class="sheet">\n<h3>{_shown(tr("validate.sheet", page=page))}</h3>\n'
            f'<div class="text">{_marked(sheet, start, findings, first)}</div>\n<ol>{remarks}</ol>\n</section>\n'
        )

    @staticmethod
    def _remark(finding: Finding, number: int) -> str:
        level = tr(f"validate.{finding.severity.value}")
        return (
            f'<li class="{finding.severity.value}" id="n{number}"><p><a href="#t{number}">{number}</a> '
            f'<span class="code">{escape(finding.code)}</span> {_shown(level)}</p>'
            f'<p>{_shown(message(finding))}</p><p class="mend">{_shown(tr("validate.mend"))}: {_shown(hint(finding))}</p></li>'
        )


def _marked(sheet: str, start: int, findings: list[Finding], first: int) -> str:
    """The sheet's text with its places underlined; where two overlap, the second is marked from where the first ends."""
    places = sorted(
        (finding.place.start - start, min(finding.place.end - start, len(sheet)), number, finding.severity.value)
        for number, finding in enumerate(findings, first)
        if finding.place
    )
    pieces: list[str] = []
    at = 0
    for begin, end, number, level in places:
        begin = max(begin, at)
        end = max(begin, end)
        pieces.append(escape(plain(sheet[at:begin])))
        pieces.append(
            f'<mark class="{level}" id="t{number}">{escape(plain(sheet[begin:end]))}<a href="#n{number}">{number}</a></mark>'
        )
        at = end
    pieces.append(escape(plain(sheet[at:])))
    return "".join(pieces)


def _shown(text: str) -> str:
    return escape(one_line(text))
