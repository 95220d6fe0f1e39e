"""Chair and secretary of a meeting, and the mark of approval above a protocol."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.calendar_date import find_dates
from protocol_cli.grammar.nominative import find_head, nominative_phrase
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.joining import one_passage
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Approval, Person
from protocol_cli.outline.parts import Part
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.attendance_lines import read_entries
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import read_person, trim

_CHAIR_LABEL = re.compile(
    r"(?:Председатель(?: [а-яё-]+){1,4}(?= ?[:–—])|"
    r"(?:(?:Координатор|Сопредседатель)(?: [а-яё]+){0,2}, )?Председател[ьи](?:ствующ(?:ий|ая|его)|ствовал[аи]?|ствует)?(?: (?:на )?(?:общего )?(?:собрани\w|"
    r"заседани\w|совещани\w|комиссии|совета|педсовета|коллегии|рабочей группы|группы|"
    r"педагогического совета|уч[её]ного совета|правления|кафедры|комитета|штаба))?|Под председательством|"
    r"(?:заседание|совещание|собрание|семинар|вебинар)? ?(?:в[её]л[аи]?|провел[аи]?|ведет|ведёт) ?(?:заседание|"
    r"совещание|собрание|планёрку|планерку|встречу|оперативку|семинар)?|"
    r"Ведущ(?:ий|ая)(?: (?:собрания|заседания|совещания))?|Модератор|Руководитель (?:рабочей группы|совещания|"
    r"комиссии|группы)(?= ?[:–—-])|Председательство)(?![а-яё])\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_SECRETARY_LABEL = re.compile(
    r"(?:Секретарь(?: [а-яё-]+){1,4}(?= ?[:–—])|"
    r"(?:Ответственный |Уч[её]ный |Технический |Корпоративный )?секретарь(?: (?:собрания|заседания|совещания|комиссии|"
    r"совета|педсовета|коллегии|рабочей группы|педагогического совета|уч[её]ного совета|общего собрания))?|"
    r"Протокол (?:в[её]л[аи]?|вед[её]т|составил[аи]?|оформил[аи]?|подготовил[аи]?)|За протокол|"
    r"Ведение протокола|Протоколист|Ответственн\w+ за (?:ведение )?протокола?)(?![а-яё])\s*[:–—-]?\s*",
    re.IGNORECASE,
)


# «Председатель заседания – Гуляева Т.М., секретарь – Латыпова С.Х.»
_SECRETARY_INSIDE = re.compile(
    r"[,;.] ?(?:ответственный )?секретарь(?: (?:заседания|собрания|совещания|комиссии|совета|правления))?"
    r"(?: ?[:–—-]\s*| (?=(?-i:[А-ЯЁ][а-яё-]+ [А-ЯЁ])))",
    re.IGNORECASE,
)


def read_chair(paper: Paper, part: Part) -> Person | None:
    """Who presided, with the post."""
    return _labelled(paper, part.of(S.CHAIR), _CHAIR_LABEL, stop=_SECRETARY_INSIDE)


def read_secretary(paper: Paper, part: Part) -> Person | None:
    """Who kept the protocol, wherever the protocol says it: at the head, in the list, or under the text."""
    found = _labelled(paper, part.of(S.SECRETARY), _SECRETARY_LABEL) or _labelled(
        paper, part.of(S.KEPT), _SECRETARY_LABEL
    )
    if found is not None:
        return found
    chair = part.of(S.CHAIR)
    passage = one_passage(chair)
    if inside := _SECRETARY_INSIDE.search(passage.text):
        return read_person(paper, passage[inside.end() :].strip())
    return None


def _labelled(
    paper: Paper, rows: Sequence[TextRow], label: re.Pattern[str], *, stop: re.Pattern[str] | None = None
) -> Person | None:
    if not rows:
        return None
    named = next((i for i, row in enumerate(rows) if find_persons(row.text)), len(rows))
    stop_row = next((i for i in range(named + 1, len(rows)) if rows[i].text.endswith(":") or rows[i].row.blank_before), len(rows))
    beside = _in_columns(paper, rows[:3])
    passage = beside or one_passage(rows[:stop_row])
    if stop is not None and (end := stop.search(passage.text)):
        passage = passage[: end.start()]
    if found := label.match(passage.text):
        passage = passage[found.end() :]
    elif beside is None and (nearly := re.match(r"[А-ЯЁа-яё ]{6,40}? ?[:–—-]\s*", passage.text)):
        passage = passage[nearly.end() :]
    case = None
    if found and re.match("под предс", found[0], re.IGNORECASE):
        case = "genitive"
    names = find_persons(passage.text) or find_persons(passage.text, first_last=True)
    if not names:
        return None
    if len(names) > 1:
        second = passage[names[1].start :].text
        if ";" in passage.text[: names[1].start] or second:
            passage = passage[: names[1].start]
    return read_person(paper, passage.rstrip(" ,;–—-"), case, bent_post=case is not None, first_last=True)


_DASH = re.compile(r"[–—-] ")


def _in_columns(paper: Paper, rows: Sequence[TextRow]) -> Passage | None:
    """«ПРЕДСЕДАТЕЛЬСТВОВАЛ:» over «Ермилов    – глава города,» / «Константин Тарасович    председатель комиссии»."""
    below = rows[1:3]
    if len(below) < 2 or any(len(row.pieces) != 2 for row in below) or not _DASH.match(below[0].pieces[1].text):
        return None
    if find_persons(below[0].pieces[0].text) or not rows[0].text.endswith(":"):
        return None
    return next((entry for entry in read_entries(rows, paper.wrap) if find_persons(entry.text)), None)


def read_approval(paper: Paper, part: Part) -> Approval | None:
    """Гриф утверждения (ГОСТ Р 7.0.97, requisite 16): post, name, date."""
    rows = part.of(S.APPROVAL)
    if not rows:
        return None
    passage = one_passage(rows)
    opening = re.match(r"\W*утвержд\w+\s*:?\s*", passage.text, re.IGNORECASE)
    if not opening:
        return None
    body = passage[opening.end() :]
    names = find_persons(body.text)
    date = next((d.date for d in find_dates(body.text) if d.date is not None), None)
    position = name = None
    # «УТВЕРЖДЕНО» / «Секретарём совета Ивановым И.И.»: by whom
    by_whom = re.match(r"\W*утвержд[её]н", passage.text, re.IGNORECASE) is not None
    if names:
        name = body[names[0].start : names[0].end].text
        if by_whom and find_head(body[: names[0].start].text.strip(), "instrumental") is not None:
            name = paper.roster.resolve(names[0], "instrumental").name
        position = trim(body[: names[0].start].without(re.compile(r"_{2,}"))).text or None
    elif date is None:
        return None
    else:
        dates = find_dates(body.text)
        position = trim(body[: dates[0].start]).text or None
    if by_whom and position:
        told = nominative_phrase(position, "instrumental")
        position = told[:1].upper() + told[1:] if position[:1].isupper() else told
    paper.take("approval", passage)
    return Approval(position=position, name=name, date=date)
