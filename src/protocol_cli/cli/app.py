"""The command `protocol`: which commands there are, and how each of them ends."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING, Annotated

import typer
from typer.main import get_command as command_of

from protocol_cli.cli import talk
from protocol_cli.cli.framework import Group, usage_message
from protocol_cli.cli.messages import system_reason, tr
from protocol_cli.cli.options import Quiet, Verbose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter

NAME = "protocol"

# A command is a module with `register(app: typer.Typer) -> None`, imported when the command is used;
# its line in the list of commands is the sentence `help_<name>` of wording/general.py.
COMMANDS = {
    "parse": "protocol_cli.cli.parse",
    "deadlines": "protocol_cli.cli.deadlines",
    "documents": "protocol_cli.cli.documents",
    "show": "protocol_cli.cli.show",
    "decisions": "protocol_cli.cli.decisions",
    "agenda": "protocol_cli.cli.agenda",
    "speakers": "protocol_cli.cli.speakers",
    "people": "protocol_cli.cli.people",
    "organizations": "protocol_cli.cli.organizations",
    "references": "protocol_cli.cli.references",
    "search": "protocol_cli.cli.search",
    "thread": "protocol_cli.cli.thread",
    "stats": "protocol_cli.cli.stats",
    "done": "protocol_cli.cli.done",
    "reopen": "protocol_cli.cli.reopen",
    "extend": "protocol_cli.cli.extend",
    "status": "protocol_cli.cli.status",
    "add": "protocol_cli.cli.add",
    "remove": "protocol_cli.cli.remove",
    "reparse": "protocol_cli.cli.reparse",
    "db": "protocol_cli.cli.db",
    "when": "protocol_cli.cli.when",
    "export": "protocol_cli.cli.export",
    "report": "protocol_cli.cli.report",
    "view": "protocol_cli.cli.view",
    "diff": "protocol_cli.cli.diff",
    "validate": "protocol_cli.cli.validate",
    "rules": "protocol_cli.cli.rules",
    "explain": "protocol_cli.cli.explain",
    "schema": "protocol_cli.cli.schema",
}

WRONG_USAGE = 2
SERVICE_FAILED = 4
NEAR = 0.75  # how like a command a misspelt one must be to be offered
INTERRUPTED = 130
PIPE_CLOSED = 141  # what the shell reports for a program that lost its reader

UsageError: type[Exception] = typer.BadParameter.__bases__[0]


class Commands(Group):
    """The group that imports a command when it is used."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - the framework's signature
        """Name the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002
        """Import the command; None when there is no such."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return None
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        import_module(module).register(app)
        return command_of(app)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without importing them."""
        with formatter.section(tr("general.commands")):
            formatter.write_dl([(name, tr(f"general.help_{name}")) for name in COMMANDS])

    def resolve_command(self, ctx: Context, args: list[str]) -> tuple[str | None, Command | None, list[str]]:
        """Find the command; a misspelt one is answered with the nearest names."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            near = get_close_matches(name, COMMANDS, cutoff=NEAR)
            hint = tr("general.did_you_mean", names=", ".join(near)) if near else ""
            ctx.fail(tr("general.no_such_command", name=name) + hint)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Context) -> object:
        """Run the command; a reader that has gone away ends it without a word."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_stdout()
            raise typer.Exit(PIPE_CLOSED) from None
        return result


app = typer.Typer(
    name=NAME,
    cls=Commands,
    help=tr("general.about"),
    epilog=tr("general.epilog"),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version", help=tr("general.help_version"))] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Take the options that stand before the command."""
    talk.settle(quiet=quiet, verbose=verbose)
    if version:
        from protocol_cli import __version__

        typer.echo(f"{NAME} {__version__}")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def run(args: Sequence[str]) -> int:
    """Run the command line and return the exit code; every error ends as one line on stderr."""
    try:
        code = command_of(app).main(args=list(args), prog_name=NAME, standalone_mode=False)
        return code if isinstance(code, int) else 0
    except UsageError as error:
        return _tell_usage(error)
    except typer.Abort:
        talk.complain(tr("general.interrupted"))
        return INTERRUPTED
    except OSError as error:
        talk.show_trace()
        talk.complain(tr("general.cannot_print", reason=system_reason(error)))
        _drop_stdout()
        return SERVICE_FAILED


def _tell_usage(error: Exception) -> int:
    context = getattr(error, "ctx", None)
    if context is not None:
        talk.complain(context.get_usage())
        talk.complain(tr("general.see_help", command=context.command_path))
    talk.complain(tr("general.error", message=usage_message(error)))
    return WRONG_USAGE


def _drop_stdout() -> None:
    """What is still to be written has no reader: the interpreter must not try it again at its end."""
    import os

    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the rest of the process
