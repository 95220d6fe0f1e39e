"""Who took part, in a table: «№ · ФИО · Должность · Подпись», a person to a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import EMPTY, Passage, join
from protocol_cli.models import Attendance
from protocol_cli.outline.people_tables import PeopleTable

_AWAY = re.compile(r"отсутств|не ?явил|не присутств|нет\b|отпуск|болен|болезн|больничн|командиров|[-–—]$")
_DASHES = re.compile(r"[-–—_\s]*$")
# «от администрации: Иванов И.И., Петров П.П.»
INLINE_GROUP = re.compile(
    r"^((?:от|со стороны|члены|представители|приглаш[её]нные|из числа|секретариат|в формате|в режиме|"
    r"дистанционно|онлайн|по видео\w*)(?: [^:;–—]{2,100}(?: [–—-] [^:;–—]{2,80}(?=:))?)?)(?::| [–—-](?= [А-ЯЁ][а-яё-]+ [А-ЯЁ]\.))\s*",
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


def read_listed(table: PeopleTable, row: int) -> list[Listed]:
    """Whom a row lists: «Имя – должность, организация», one for each name; nobody in a row of headings or an empty one."""
    if row <= table.heading:
        return []
    name, post = (_filled(table.passage(row, kind)) for kind in ("name", "post"))
    body = _filled(table.shared(row, "body"))
    if not name and not post:
        return []
    lines = table.lines(row, "name")
    several = len(lines) > 1 and all(_is_name(line.text) for line in lines)
    posts = table.lines(row, "post")
    own = [line.passage for line in posts] if several and len(posts) == len(lines) else [post] * len(lines)
    status = Attendance.ABSENT if _AWAY.match(fold(table.passage(row, "attendance").text)) else None
    out = []
    for one, its in zip([_filled(line.passage) for line in lines], own, strict=True) if several else [(name, post)]:
        beside = join([p for p in (its, body) if p], separator=", ")
        who = join([p for p in (one, beside) if p], separator=" – ")
        out.append(Listed(who, status, its.text or None, body.text or None))
    return out


def _is_name(text: str) -> bool:
    names = find_persons(text, first_last=True)
    return len(names) == 1 and names[0].start == 0 and not text[names[0].end :].strip(" ,;.")


def _filled(passage: Passage) -> Passage:
    return EMPTY if _DASHES.match(passage.text) else passage.strip().rstrip(" ;,")
