"""How to judge: the file protocol.toml beside the paper, or above it, and the options, which win.

Its tables are [validate], [validate.rules] and [school_year]; docs/rules.md shows one with all its keys.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import typer

from protocol_cli.cli.messages import system_reason, tr
from protocol_cli.validation import Edition, Settings, Severity, all_rules
from protocol_cli.validation.catalogue import is_code
from protocol_cli.validation.settings import OFF, Profile

FILE_NAME = "protocol.toml"
PROFILES = ("auto", "gov", "civil")
EDITIONS = ("auto", *(edition.value for edition in Edition))
SEVERITIES = tuple(severity.value for severity in Severity)
ON = "on"
_DAY = re.compile(r"(\d\d)-(\d\d)")
_KEYS = frozenset({"profile", "gost", "strict", "severity", "select", "ignore", "abbreviations", "rules"})


@dataclass(frozen=True, slots=True)
class Manner:
    """Settings for the rules, the mildest severity shown, and whether warnings fail too."""

    settings: Settings
    shown: Severity = Severity.INFO
    strict: bool = False


@dataclass(slots=True)
class Options:
    """What was typed; None and empty where nothing was."""

    today: dt.date
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: str | None = None
    strict: bool = False
    profile: str | None = None
    gost: str | None = None
    config: str | None = None
    _made: dict[Path | None, Manner] = field(default_factory=dict)

    def manner_for(self, path: str | None) -> Manner:
        """How the paper at `path` is judged. Raises typer.BadParameter for a configuration file out of form."""
        found = Path(self.config) if self.config else find_config(Path(path).parent if path else Path.cwd())
        if found not in self._made:
            self._made[found] = self._manner(read_config(found) if found else {}, str(found))
        return self._made[found]

    def _manner(self, config: Mapping[str, Any], name: str) -> Manner:
        section = _table(config, "validate", name)
        _check(section, name)
        edition = self.gost or section.get("gost") or "auto"
        return Manner(
            settings=Settings(
                today=self.today,
                profile=cast("Profile", self.profile or section.get("profile") or "auto"),
                edition=None if edition == "auto" else Edition(edition),
                abbreviations=frozenset(section.get("abbreviations", ())),
                school_year=_school_year(_table(config, "school_year", name), name),
                select=self.select or codes(section.get("select", ()), name),
                ignore=self.ignore or codes(section.get("ignore", ()), name),
                severities=_levels(_table(section, "rules", name), name),
            ),
            shown=Severity(self.severity or section.get("severity") or Severity.INFO.value),
            strict=self.strict or bool(section.get("strict", False)),
        )


def find_config(folder: Path) -> Path | None:
    """protocol.toml in the folder or the nearest one above, else in the user's configuration folder; or None."""
    for place in (folder.absolute(), *folder.absolute().parents):
        if (place / FILE_NAME).is_file():
            return place / FILE_NAME
    from platformdirs import user_config_path

    usual = user_config_path("protocol", appauthor=False) / FILE_NAME
    return usual if usual.is_file() else None


def read_config(path: Path) -> Mapping[str, Any]:
    """The file's tables. Raises typer.BadParameter, with the reason and the line, for a file that cannot be read."""
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise _wrong(path, str(error)) from error
    except UnicodeDecodeError as error:
        raise _wrong(path, "UTF-8") from error
    except OSError as error:
        raise _wrong(path, system_reason(error)) from error


def codes(texts: Iterable[str], name: str) -> tuple[str, ...]:
    """Codes typed apart or with commas between them. Raises typer.BadParameter for one that begins no rule."""
    found = [code.strip().upper() for text in texts for code in text.split(",") if code.strip()]
    for code in found:
        if not is_code(code):
            raise typer.BadParameter(tr("validate.no_such_rule", code=code), param_hint=name)
    return tuple(found)


def _table(config: Mapping[str, Any], key: str, name: str) -> Mapping[str, Any]:
    value = config.get(key, {})
    if not isinstance(value, Mapping):
        raise _wrong(name, f"[{key}]")
    return value


def _check(section: Mapping[str, Any], name: str) -> None:
    unknown = [key for key in section if key not in _KEYS]
    if unknown:
        raise _wrong(name, tr("validate.unknown_key", entry=unknown[0], entries=", ".join(sorted(_KEYS))))
    for key, choices in (("profile", PROFILES), ("gost", EDITIONS), ("severity", SEVERITIES)):
        value = section.get(key, choices[0])
        if value not in choices:
            raise _wrong(name, f"{key}: " + tr("general.one_of", value=value, choices=", ".join(choices)))
    for key in ("select", "ignore", "abbreviations"):
        value = section.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise _wrong(name, tr("validate.list_expected", entry=key))


def _levels(table: Mapping[str, Any], name: str) -> dict[str, str]:
    levels = (*SEVERITIES, OFF, ON)
    known = {rule.code: rule.severity.value for rule in all_rules()}
    found: dict[str, str] = {}
    for code, level in table.items():
        if code not in known:
            raise _wrong(name, tr("validate.no_such_rule", code=code))
        if level not in levels:
            raise _wrong(name, f"{code}: " + tr("general.one_of", value=level, choices=", ".join(levels)))
        found[code] = known[code] if level == ON else level
    return found


def _school_year(table: Mapping[str, Any], name: str) -> tuple[tuple[int, int], tuple[int, int]]:
    days: list[tuple[int, int]] = []
    for key, usual in (("first", "09-01"), ("last", "05-31")):
        match = _DAY.fullmatch(str(table.get(key, usual)))
        if match is None or not 1 <= int(match[1]) <= 12 or not 1 <= int(match[2]) <= 31:
            raise _wrong(name, tr("validate.day_expected", entry=key))
        days.append((int(match[1]), int(match[2])))
    return days[0], days[1]


def _wrong(name: object, reason: str) -> typer.BadParameter:
    return typer.BadParameter(tr("validate.bad_config", name=name, reason=reason), param_hint=FILE_NAME)
