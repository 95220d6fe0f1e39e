"""`protocol validate`: what a careful clerk and a controller would say of the paper."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import tr
from protocol_cli.cli.options import Db, Json, Quiet, Verbose, choice_option, one_of, today
from protocol_cli.cli.output import answer_stream

if TYPE_CHECKING:
    from protocol_cli.cli.inputs import Input
    from protocol_cli.cli.validate_report import Report, ReportWriter
    from protocol_cli.cli.validate_settings import Options

FORMATS = ("text", "json", "jsonl", "sarif", "csv")
# In the user's words, too: «ошибка» is "error".
LEVELS = {"error": "error", "warning": "warning", "info": "info", "ошибка": "error", "предупреждение": "warning", "заметка": "info"}
FOUND = 1
INPUT_FAILED = 3
SERVICE_FAILED = 4
STDIN = "-"

Names = Annotated[list[str], typer.Argument(metavar=f"{tr('general.file_mark')}…", help=tr("validate.files"))]
Format = Annotated[str | None, choice_option("--format", "validate.format", *FORMATS)]
Select = Annotated[list[str] | None, typer.Option("--select", metavar=tr("validate.code_mark"), help=tr("validate.select"))]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar=tr("validate.code_mark"), help=tr("validate.ignore"))]
Level = Annotated[
    str | None,
    typer.Option(
        "--severity",
        metavar=tr("validate.severity_mark"),
        help=tr("validate.severity"),
        callback=one_of(*LEVELS),
        autocompletion=lambda: list(LEVELS),
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=tr("validate.strict"))]
Statistics = Annotated[bool, typer.Option("--statistics", help=tr("validate.statistics"))]
ProfileOption = Annotated[str | None, choice_option("--profile", "validate.profile", "auto", "gov", "civil")]
Gost = Annotated[str | None, choice_option("--gost", "validate.gost", "auto", "2003", "2016", "2025")]
Config = Annotated[str | None, typer.Option("--config", metavar=tr("general.file_mark"), help=tr("validate.config"))]
Annotate = Annotated[str | None, typer.Option("--annotate", metavar="HTML", help=tr("validate.annotate"))]
Output = Annotated[str | None, typer.Option("--output", "-o", metavar=tr("general.file_mark"), help=tr("parse.output"))]
Force = Annotated[bool, typer.Option("--force", help=tr("parse.force"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="validate", cls=Command, help=tr("validate.help"))(validate)


def validate(
    files: Names,
    format: Format = None,  # noqa: A002 - the option's name
    as_json: Json = False,
    select: Select = None,
    ignore: Ignore = None,
    severity: Level = None,
    strict: Strict = False,
    statistics: Statistics = False,
    profile: ProfileOption = None,
    gost: Gost = None,
    config: Config = None,
    annotate: Annotate = None,
    output: Output = None,
    force: Force = False,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 1 when there are errors (with --strict: warnings), 3 when an input failed, 4 when the registry did."""
    talk.settle(quiet=quiet, verbose=verbose)
    from protocol_cli.cli.validate_settings import Options, codes
    from protocol_cli.registry import RegistryError

    options = Options(
        today=today(),
        select=codes(select or (), "--select"),
        ignore=codes(ignore or (), "--ignore"),
        severity=LEVELS[severity] if severity else None,
        strict=strict,
        profile=profile,
        gost=gost,
        config=config,
    )
    form = format or ("text" if output is None and not as_json and sys.stdout.isatty() else "json")
    many = len(files) > 1 or _is_folder(files[0])
    if form == "json" and many and not format and not as_json:
        form = "jsonl"
    try:
        with ExitStack() as stack:
            stream = stack.enter_context(answer_stream(output, force=force, inputs=files))
            writers = [_writer(stream, form, many=many, statistics=statistics)]
            if annotate:
                from protocol_cli.cli.validate_annotate import AnnotationWriter

                page = stack.enter_context(answer_stream(annotate, force=force, inputs=files))
                writers.append(AnnotationWriter(page))
            code = _run(files, db, options, writers)
            for writer in writers:
                writer.close()
        return code
    except RegistryError as error:
        from protocol_cli.cli.asking import registry_trouble

        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


def _run(files: list[str], db: str | None, options: Options, writers: list[ReportWriter]) -> int:
    from protocol_cli.cli.inputs import recognised
    from protocol_cli.cli.validate_inputs import read_inputs
    from protocol_cli.validation import Severity

    failed = found = False
    for given in read_inputs(files, db):
        if given.document is None or not recognised(given.document, given.name):
            failed = True
            continue
        report, strict = _judged(given, options)
        fails = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
        found = found or any(report.count(severity) for severity in fails)
        for writer in writers:
            writer.add(report)
    return INPUT_FAILED if failed else FOUND if found else 0


def _judged(given: Input, options: Options) -> tuple[Report, bool]:
    """What the rules say of one document, and whether its warnings fail too."""
    from protocol_cli.cli.validate_report import Report
    from protocol_cli.validation import validate as findings_of
    from protocol_cli.validation.paper import Paper

    document = given.document
    if document is None:
        raise ValueError(given.name)
    manner = options.manner_for(given.path)
    if document.text is None:
        talk.note(tr("validate.no_text", name=given.name))
    findings = [f for f in findings_of(document, manner.settings) if f.severity.rank <= manner.shown.rank]
    paper = Paper(document, manner.settings)
    name = document.source.name if given.name == STDIN else given.name
    return Report(name, document, findings, paper.edition.value, paper.profile), manner.strict


def _is_folder(name: str) -> bool:
    from pathlib import Path

    return name != STDIN and Path(name).is_dir()


def _writer(stream: TextIO, form: str, *, many: bool, statistics: bool) -> ReportWriter:
    from protocol_cli.cli.validate_report import ObjectWriter, StatisticsWriter, TableWriter, TextWriter

    if statistics:
        return StatisticsWriter(stream, form if form != "sarif" else "json")
    if form == "text":
        return TextWriter(stream, many=many)
    if form == "csv":
        return TableWriter(stream)
    if form == "sarif":
        from protocol_cli.cli.validate_sarif import SarifWriter

        return SarifWriter(stream)
    return ObjectWriter(stream, form, many=many)
