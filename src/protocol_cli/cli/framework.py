"""The framework's own words in the user's language, and its start kept short.

typer writes its headings and errors in English only, draws help with rich (80 ms) and checks every option with
pydantic (100 ms). Here help is drawn plainly, errors are told by their kind, and options are taken as typed:
they are texts, and the commands check them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from typer.core import TyperCommand, TyperGroup

from protocol_cli.cli.messages import tr

if TYPE_CHECKING:
    from typer._click.core import Context, Parameter
    from typer._click.formatting import HelpFormatter

# Options that the framework adds by itself, with its own help.
OWN_HELP = {
    "--help": "general.help_help",
    "--install-completion": "general.help_install_completion",
    "--show-completion": "general.help_show_completion",
}


class Command(TyperCommand):
    """A command whose help speaks the user's language and whose values come as typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the framework's
        kwargs["options_metavar"] = tr("general.options_mark")
        super().__init__(*args, **kwargs)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Let all parameters come as typed, those that the framework added by itself too."""
        return take_as_typed(super().get_params(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the arguments and the options."""
        write_parameters(self.get_params(ctx), formatter)


class Group(TyperGroup):
    """The group of all commands, in the same manner."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the framework's
        kwargs["options_metavar"] = tr("general.options_mark")
        kwargs["subcommand_metavar"] = tr("general.command_mark")
        super().__init__(*args, **kwargs)

    def get_params(self, ctx: Context) -> list[Parameter]:
        """Let all parameters come as typed, those that the framework added by itself too."""
        return take_as_typed(super().get_params(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the usage line."""
        write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the options and the commands."""
        write_parameters(self.get_params(ctx), formatter)
        self.format_commands(ctx, formatter)


def take_as_typed(params: list[Parameter]) -> list[Parameter]:
    """Let the parameters pass their texts on unchecked; those that do so already are left alone."""
    for param in params:
        # Set on the object: the classes are the framework's, and it makes the objects itself.
        if "process_value" not in vars(param):
            setattr(param, "process_value", _as_typed(param, param.process_value))  # noqa: B010
    return params


def _as_typed(param: Parameter, checked: Callable[[Context, Any], Any]) -> Callable[[Context, Any], Any]:
    many = param.nargs == -1 or bool(getattr(param, "multiple", False))

    def process(ctx: Context, value: Any) -> Any:  # noqa: ANN401
        if param.required and not value:
            return checked(ctx, value)  # the framework says what is missing
        if many:
            value = tuple(value or ())
        return param.callback(ctx, param, value) if param.callback else value

    return process


def write_usage(command: TyperCommand | TyperGroup, ctx: Context, formatter: HelpFormatter) -> None:
    """«Использование: protocol parse [ПАРАМЕТРЫ] ФАЙЛ…»."""
    pieces = [command.options_metavar or ""]
    for param in command.params:
        if param.param_type_name == "argument":
            mark = param.metavar or param.name or ""
            pieces.append(mark if param.required else f"[{mark}]")
    if isinstance(command, TyperGroup):
        pieces.append(command.subcommand_metavar)
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=tr("general.usage") + " ")


def write_parameters(params: Iterable[Parameter], formatter: HelpFormatter) -> None:
    """Write the sections «Аргументы» and «Параметры»."""
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for param in params:
        if getattr(param, "hidden", False):
            continue
        words = getattr(param, "help", None) or ""
        if param.param_type_name == "argument":
            arguments.append((param.metavar or param.name or "", words))
            continue
        names = [*sorted(param.opts, key=len), *param.secondary_opts]
        mark = f" {param.metavar}" if param.metavar else ""
        own = next((OWN_HELP[name] for name in names if name in OWN_HELP), None)
        options.append((", ".join(names) + mark, tr(own) if own else words))
    for heading, records in (("general.arguments", arguments), ("general.options", options)):
        if records:
            with formatter.section(tr(heading)):
                formatter.write_dl(records)


def usage_message(error: Exception) -> str:
    """What a usage error says, in the user's language: told by its kind, for the framework's text is English."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        names = ", ".join(sorted(getattr(error, "possibilities", None) or ()))
        message = tr("general.no_such_option", name=getattr(error, "option_name", ""))
        return message + (tr("general.did_you_mean", names=names) if names else "")
    param = getattr(error, "param", None)
    name = _param_name(error, param)
    if kind == "MissingParameter":
        which = "missing_option" if getattr(param, "param_type_name", "") == "option" else "missing_argument"
        return tr(f"general.{which}", name=name)
    text = str(getattr(error, "message", error))
    if kind == "BadParameter" and name:
        return tr("general.bad_value", name=name, message=text)
    if kind == "BadOptionUsage":
        which = "no_value_needed" if "does not take" in text else "value_needed"
        return tr(f"general.{which}", name=getattr(error, "option_name", ""))
    if text.startswith("Got unexpected extra"):
        return tr("general.extra_argument", message=text.rpartition("(")[2].rstrip(")."))
    return text


def _param_name(error: Exception, param: Parameter | None) -> str:
    hint = getattr(error, "param_hint", None)
    if hint:
        return hint if isinstance(hint, str) else ", ".join(hint)
    if param is None:
        return ""
    if param.param_type_name == "option":
        return max(param.opts, key=len)
    return param.metavar or param.name or ""
