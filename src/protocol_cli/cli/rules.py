"""`protocol rules`: what `protocol validate` looks at, and why."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import RUSSIAN, language, tr
from protocol_cli.cli.options import Json, Quiet, Verbose

if TYPE_CHECKING:
    from rich.text import Text

    from protocol_cli.validation import Rule

Code = Annotated[str | None, typer.Argument(metavar=tr("validate.code_mark"), help=tr("validate.rule_code"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="rules", cls=Command, help=tr("validate.help_rules"))(rules)


def rules(code: Code = None, as_json: Json = False, quiet: Quiet = False, verbose: Verbose = False) -> int:
    """List the rules, or those of one group; explain one. Wrong usage for a code that no rule has."""
    talk.settle(quiet=quiet, verbose=verbose)
    from protocol_cli.validation import all_rules, find_rule

    one = find_rule(code) if code else None
    chosen = [one] if one else [rule for rule in all_rules() if rule.code.startswith((code or "").upper())]
    if not chosen:
        raise typer.BadParameter(tr("validate.no_such_rule", code=code), param_hint=tr("validate.code_mark"))
    if as_json or not sys.stdout.isatty():
        from protocol_cli.cli.output import JsonWriter

        writer = JsonWriter(sys.stdout, "json", many=one is None)
        for rule in chosen:
            writer.add(_record(rule))
        writer.close()
    elif one:
        _explain(one)
    else:
        _list(chosen)
    return 0


def _said() -> str:
    return "ru" if language() == RUSSIAN else "en"


def _record(rule: Rule) -> dict[str, object]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "on": rule.on,
        "checks": rule.checks.said(_said()),
        "why": rule.why.said(_said()),
        "mend": rule.mend.general(_said()),
        "source": source_of(rule),
        "wrong": rule.wrong,
        "right": rule.right,
    }


def source_of(rule: Rule) -> str:
    """The law, the practice, or the clause of the standard in each of its editions."""
    if rule.source:
        return rule.source.said(_said())
    from protocol_cli.validation import Edition

    clauses = [rule.requisite.clause(edition) for edition in Edition] if rule.requisite else []
    return "; ".join(clause.said(_said()) for clause in clauses if clause)


def _list(chosen: list[Rule]) -> None:
    from protocol_cli.cli.render import columns, console_for, words
    from protocol_cli.cli.validate_report import LOOKS

    headings = ((tr("validate.column_code"), 8), (tr("validate.column_severity"), 16), (tr("validate.column_checks"), None))
    table = columns(*headings, ratios=(None, None, 1))
    for rule in chosen:
        level = words(tr(f"validate.{rule.severity.value}"), LOOKS[rule.severity])
        table.add_row(words(rule.code, "number"), level if rule.on else words(tr("validate.off"), "quiet"), words(rule.checks.said(_said())))
    console_for(sys.stdout).print(table)


def _explain(rule: Rule) -> None:
    from protocol_cli.cli.render import console_for, fields, panel, words
    from protocol_cli.cli.validate_report import LOOKS

    level = words(tr(f"validate.{rule.severity.value}"), LOOKS[rule.severity])
    if not rule.on:
        level.append_text(words(f" ({tr('validate.off')})", "quiet"))
    rows: list[tuple[str, Text]] = [
        (tr("validate.label_severity"), level),
        (tr("validate.label_why"), words(rule.why.said(_said()))),
        (tr("validate.label_mend"), words(rule.mend.general(_said()))),
        (tr("validate.label_source"), words(source_of(rule))),
        (tr("validate.label_wrong"), words(rule.wrong, "alarm")),
        (tr("validate.label_right"), words(rule.right, "strong")),
    ]
    title = words(f"{rule.code} {rule.checks.said(_said())}")
    console_for(sys.stdout).print(panel(title, rule.name, fields(rows)))
