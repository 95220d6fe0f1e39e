"""Validation: a document and settings to findings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from protocol_cli.models import Document
from protocol_cli.validation.catalogue import all_rules
from protocol_cli.validation.finding import Finding, Severity
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule
from protocol_cli.validation.settings import OFF, Settings


def validate(document: Document, settings: Settings | None = None) -> list[Finding]:
    """What is wrong with the paper, in the order of the text.

    The document should carry its text: without it, what is missing cannot be looked for, and is no error. A document
    that is neither letter nor protocol has no findings. What the reading was unsure of is in `document.notices`, and is
    never repeated here.
    """
    if not (document.letter or document.protocols):
        return []
    settings = settings or Settings()
    paper = Paper(document, settings)
    findings = [
        _finding(rule, severity, found, paper)
        for rule, severity in rules_in_force(settings)
        for found in rule.check(paper)
    ]
    findings.sort(key=_in_order_of_text)
    return findings


def rules_in_force(settings: Settings) -> tuple[tuple[Rule, Severity | None], ...]:
    """The rules that run, each with the gravity that the settings give it (None: its own)."""
    severities = tuple(sorted((code, str(level)) for code, level in settings.severities.items()))
    return _in_force(settings.select, settings.ignore, severities)


@lru_cache(maxsize=16)
def _in_force(
    select: tuple[str, ...], ignore: tuple[str, ...], severities: tuple[tuple[str, str], ...]
) -> tuple[tuple[Rule, Severity | None], ...]:
    levels = dict(severities)
    return tuple(_chosen(select, ignore, levels))


def _chosen(select: tuple[str, ...], ignore: tuple[str, ...], levels: dict[str, str]) -> Iterator[tuple[Rule, Severity | None]]:
    for rule in all_rules():
        level = levels.get(rule.code)
        named = rule.code in select
        chosen = named or (rule.code.startswith(select) if select else True)
        usual = named or rule.on if level is None else level != OFF or named
        if chosen and usual and not (ignore and rule.code.startswith(ignore) and not named):
            yield rule, Severity(level) if level and level != OFF else None


def _finding(rule: Rule, severity: Severity | None, found: Found, paper: Paper) -> Finding:
    level = severity or found.severity or rule.severity
    if level is Severity.ERROR and severity is None and paper.is_recognised:
        level = Severity.WARNING  # a digit may have been misread: recognition is no solid ground
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=level,
        phrase=found.phrase or rule.message,
        mend=rule.mend,
        clause=rule.source or (rule.requisite.clause(paper.edition) if rule.requisite else None),
        address=found.address,
        place=found.place,
        values=found.values,
    )


def _in_order_of_text(finding: Finding) -> tuple[int, int, str]:
    return (finding.place.start if finding.place else 0, finding.severity.rank, finding.code)
