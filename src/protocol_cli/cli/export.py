"""`protocol export`: assignments into Excel, the calendar, Word, and formats for programs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from protocol_cli.cli import talk
from protocol_cli.cli.asking import SERVICE_FAILED, Files, registry_trouble
from protocol_cli.cli.deadlines import (
    After,
    All,
    Before,
    Kind,
    On,
    Overdue,
    Profile,
    Responsible,
    Today,
    Within,
    span_of,
)
from protocol_cli.cli.export_options import (
    Force,
    Output,
    Status,
    bytes_stream,
    filter_of,
    moment_of,
    refuse_early,
    text_stream,
)
from protocol_cli.cli.framework import Command
from protocol_cli.cli.messages import count, tr
from protocol_cli.cli.options import Db, DocumentOption, Limit, Quiet, Verbose, choice_option, day_option

if TYPE_CHECKING:
    from protocol_cli.cli.export_source import Selection
    from protocol_cli.export.rows import Moment
    from protocol_cli.registry import DeadlineFilter

FORMATS = ("xlsx", "csv", "ics", "docx", "md", "json", "jsonl", "akn")
BINARY = frozenset({"xlsx", "docx"})
SUFFIXES = {".xlsx": "xlsx", ".csv": "csv", ".ics": "ics", ".docx": "docx", ".md": "md", ".json": "json", ".jsonl": "jsonl",
            ".ndjson": "jsonl", ".akn": "akn", ".xml": "akn"}  # fmt: skip
FORMS = ("list", "reminders", "extract")
DIALECTS = ("excel-ru", "rfc4180")
YEAR = dt.timedelta(days=366)
WRONG_USAGE = 2

To = Annotated[str | None, choice_option("--to", "export.to", *FORMATS)]
Dialect = Annotated[str | None, choice_option("--dialect", "export.dialect", *DIALECTS)]
Form = Annotated[str | None, choice_option("--form", "export.form", *FORMS)]
Items = Annotated[str | None, typer.Option("--items", metavar=tr("export.items_mark"), help=tr("export.items"))]
Template = Annotated[
    str | None, typer.Option("--template", metavar=f"{tr('general.file_mark')}.docx", help=tr("export.template"))
]
AsEvents = Annotated[bool, typer.Option("--as-events", help=tr("export.as_events"))]
Expand = Annotated[bool, typer.Option("--expand", help=tr("export.expand"))]
Until = Annotated[str | None, typer.Option("--until", metavar=tr("general.date_mark"), help=tr("export.until"))]
Alarms = Annotated[str | None, typer.Option("--alarms", metavar=tr("export.alarms_mark"), help=tr("export.alarms"))]


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(name="export", cls=Command, help=tr("export.help"))(export)


def export(
    files: Files = None,
    to: To = None,
    output: Output = None,
    force: Force = False,
    before: Before = None,
    after: After = None,
    on: On = None,
    within: Within = None,
    overdue: Overdue = False,
    responsible: Responsible = None,
    kind: Kind = None,
    document: DocumentOption = None,
    undated: All = False,
    status: Status = None,
    limit: Limit = None,
    now: Today = None,
    profile: Profile = None,
    dialect: Dialect = None,
    form: Form = None,
    items: Items = None,
    template: Template = None,
    as_events: AsEvents = False,
    expand: Expand = False,
    until: Until = None,
    alarms: Alarms = None,
    db: Db = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Return 0, 3 when an input could not be read or was not recognised, 4 when the registry failed."""
    talk.settle(quiet=quiet, verbose=verbose)
    target = _format_of(to, output)
    moment = moment_of(now, profile)
    wanted = filter_of(
        moment.today, before=before, after=after, on=on, within=within, overdue=overdue, responsible=responsible,
        kind=kind, document=document, undated=undated, status=status, limit=limit,
    )  # fmt: skip
    refuse_early(output, force=force, inputs=files)
    job = _Job(target, output, force, tuple(files or ()), wanted, moment)
    if target == "ics":
        job.calendar = _calendar(moment, as_events, expand, day_option(until, "--until"), _alarm_days(alarms))
    job.dialect, job.form = dialect or DIALECTS[0], form or FORMS[0]
    job.items, job.template = items, Path(template) if template else None

    from protocol_cli.cli.export_source import selection
    from protocol_cli.registry import RegistryError

    try:
        with selection(files, db, wanted, overdue=overdue) as chosen:
            return job.run(chosen)
    except RegistryError as error:
        talk.complain(registry_trouble(error))
        return SERVICE_FAILED


class _Job:
    """One export as asked for."""

    def __init__(
        self, target: str, output: str | None, force: bool, inputs: tuple[str, ...], wanted: DeadlineFilter, moment: Moment
    ) -> None:
        self.target = target
        self.output = output
        self.force = force
        self.inputs = inputs
        self.wanted = wanted
        self.moment = moment
        self.calendar: object = None
        self.dialect = DIALECTS[0]
        self.form = FORMS[0]
        self.items: str | None = None
        self.template: Path | None = None

    def run(self, chosen: Selection) -> int:
        """Write the file and say how much is in it."""
        if self.target == "akn" or (self.target == "docx" and self.form == "extract"):
            from protocol_cli.cli.export_document import write_document

            written = write_document(self.target, chosen, self.output, self.force, self.inputs, self.items, self.template)
            return WRONG_USAGE if written is None else chosen.code
        number = self._write_bytes(chosen) if self.target in BINARY else self._write_text(chosen)
        if number:
            talk.note(count("export.number", number))
        else:
            talk.note(tr("deadlines.none", span=span_of(self.wanted)))
        return chosen.code

    def _write_bytes(self, chosen: Selection) -> int:
        rows = chosen.rows(self.moment)
        with bytes_stream(self.output, force=self.force, inputs=self.inputs) as stream:
            if self.target == "xlsx":
                from protocol_cli.export.to_xlsx import write_xlsx

                return write_xlsx(stream, rows, chosen.documents())
            from protocol_cli.export.to_docx import write_list, write_reminders
            from protocol_cli.export.word_form import FormError

            write = write_reminders if self.form == "reminders" else write_list
            try:
                return write(stream, rows, self.moment, template=self.template, responsible=self.wanted.responsible)
            except (FormError, FileNotFoundError) as error:
                raise bad_template(self.template) from error

    def _write_text(self, chosen: Selection) -> int:
        rows = chosen.rows(self.moment, once=self.target == "ics")
        with text_stream(self.output, force=self.force, inputs=self.inputs) as stream:
            if self.target == "csv":
                from protocol_cli.export.to_csv import write_csv

                return write_csv(stream, rows, "rfc4180" if self.dialect == "rfc4180" else "excel-ru")
            if self.target == "ics":
                from protocol_cli.export.to_ics import CalendarOptions, write_ics

                options = self.calendar
                assert isinstance(options, CalendarOptions)
                return write_ics(stream, rows, self.moment, options)
            if self.target == "md":
                from protocol_cli.export.to_markdown import write_markdown

                return write_markdown(stream, rows, self.moment, "Перечень поручений")
            from protocol_cli.export.to_json import write_json, write_jsonl

            return write_json(stream, rows) if self.target == "json" else write_jsonl(stream, rows)


def bad_template(path: Path | None) -> typer.BadParameter:
    """The error of an office's form that cannot be used."""
    return typer.BadParameter(tr("export.bad_template", name=path), param_hint="--template")


def _format_of(to: str | None, output: str | None) -> str:
    """--to, else by the suffix of --output. Raises typer.BadParameter where neither tells."""
    if to:
        return to
    suffix = Path(output).suffix.lower() if output else ""
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    raise typer.BadParameter(tr("export.no_format", choices=", ".join(FORMATS)), param_hint="--to")


def _alarm_days(text: str | None) -> tuple[int, ...]:
    if text is None:
        return (5, 1)
    days = tuple(part.strip() for part in text.split(",") if part.strip())
    if days in {("0",), ()}:
        return ()
    if not all(day.isdecimal() and 0 < int(day) <= YEAR.days for day in days):
        raise typer.BadParameter(tr("export.bad_alarms", text=text), param_hint="--alarms")
    return tuple(map(int, days))


def _calendar(moment: Moment, as_events: bool, expand: bool, until: dt.date | None, alarms: tuple[int, ...]) -> object:
    from protocol_cli.export.to_ics import CalendarOptions

    return CalendarOptions(
        stamp=dt.datetime.now(dt.UTC),
        horizon=until or moment.today + YEAR,
        as_events=as_events,
        expand=expand,
        alarms=alarms,
    )
