"""Who took part, in a table: «№ · ФИО · Должность · Подпись», a person to a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import EMPTY, Passage, join
from protocol_cli.models import Attendance
from protocol_cli.outline.people_tables import PeopleTable

_AWAY = re.compile(r"отсутств|не ?явил|не присутств|нет\b|отпуск|болен|болезн|больничн|командиров|[-–—]$")
_DASHES = re.compile(r"[-–—_\s]*$")
# «от администрации: Иванов И.И., Петров П.П.»
INLINE_GROUP = re.compile(
    r"^((?:от|со стороны|члены|представители|приглаш[её]нные|из числа|секретариат|в формате|в режиме|"
    r"дистанционно|онлайн|по видео\w*)(?: [^:;–—]{2,100})?)(?::| [–—-](?= [А-ЯЁ][а-яё-]+ [А-ЯЁ]\.))\s*",
    re.IGNORECASE,
)
_STATUS = (
    (re.compile(r"(?:также |на \w+ )?приглаш|с правом совещательного"), Attendance.INVITED),
    (re.compile(r"отсутств"), Attendance.ABSENT),
    (re.compile(r"присутств|член|состав|участник|председател|секретар|постоянн"), Attendance.PRESENT),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of the table: who, as one passage, the status that the row itself tells, post and organisation by columns."""

    who: Passage
    status: Attendance | None = None
    post: str | None = None
    body: str | None = None


def status_of(words: str) -> Attendance | None:
    """The status that a line over a part of a list gives those below: «Приглашённые» – invited; None where it gives none."""
    folded = fold(words)
    return next((status for pattern, status in _STATUS if pattern.match(folded)), None)


def read_listed(table: PeopleTable, row: int) -> Listed | None:
    """Whom a row lists: «Имя – должность, организация»; None for a row that names nobody (headings, an empty one)."""
    if row <= table.heading:
        return None
    name, post, body = (_filled(table.passage(row, kind)) for kind in ("name", "post", "body"))
    if not name and not post:
        return None
    beside = join([p for p in (post, body) if p], separator=", ")
    who = join([p for p in (name, beside) if p], separator=" – ")
    away = _AWAY.match(fold(table.passage(row, "attendance").text))
    return Listed(who, Attendance.ABSENT if away else None, post.text or None, body.text or None)


def _filled(passage: Passage) -> Passage:
    return EMPTY if _DASHES.match(passage.text) else passage.strip().rstrip(" ;,")
