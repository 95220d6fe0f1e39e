"""The agenda: items with their speakers, under «Повестка дня» or as the headings of the main part."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.persons import find_persons, find_surnames
from protocol_cli.layout.joining import one_passage
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.paragraphs import paragraphs
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import AgendaItem, Person
from protocol_cli.outline.agenda_tables import agenda_tables
from protocol_cli.outline.parts import Part, Run
from protocol_cli.outline.section import Section as S
from protocol_cli.outline.tables import assignment_tables
from protocol_cli.sections.items import inline_items
from protocol_cli.sections.ordinals import question_number
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import person_of, read_people, trim

_LABEL = re.compile(
    r"(?:(?:на )?повестк[аеу](?: дня)?|вопросы повестки(?: дня)?|порядок(?: дня| работы)|"
    r"рассматриваемые вопросы|рассмотренные вопросы|обсуждаемые вопросы|вопросы)"
    r"(?: (?:дня|заседания|совещания|собрания|работы|комиссии|совета|семинара|вебинара|конференции|общего|"
    r"педагогического|учёного|ученого|правления|президиума|коллегии|штаба|бюро|группы|"
    r"(?-i:[А-ЯЁ]{3,8})(?![а-яё])))*\s*[:.–-]?\s*",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"\(?(?:(?:Со)?докладчик(?:и|\(и\))?|(?:Со)?докладывает|(?:Со)?докладывают|(?:Со)?докладывал[аи]?|Докл\.|"
    r"Доклад(?= ?[:–—-])|Информаци[яю](?= ?[:–—-])|Информирует|Выступающ(?:ий|ая|ие)|Спикер[ыи]?|Отв\.|"
    r"Ответственн\w+(?= ?[:–—-]))\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\(?(?:информаци[яию]|доклад|отч[её]т|сообщени[ея]|выступление) (?=[А-ЯЁа-яё])", re.IGNORECASE)
_INLINE_SPEAKER = re.compile(
    r"[.;,]? \(?(?:Со)?(?:[Дд]окладчик(?:и|\(и\))?|[Дд]окладывает) ?(?:[:–—-] ?|(?=[А-ЯЁ]))|[.;] Докладчики? (?=[А-Яа-яё])"
)
_NAME_AFTER_DASH = re.compile(
    r" [–—-] (?=(?:[А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?|[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё-]+)[.;]?$)"
)
_BRACKET_END = re.compile(r"\(([^()]+)\)[.;]?$")
_BRACKET_ONLY = re.compile(r"\(([^()]+)\)[.;]?$")


def read_agenda(paper: Paper, part: Part) -> list[AgendaItem]:
    """The agenda's items; without a «Повестка» the numbered headings of the main part are the agenda."""
    rows = part.of(S.AGENDA)
    if rows:
        return _listed(paper, rows)
    return _from_headings(paper, part.runs_of(S.HEADING)) or _from_tables(paper, part.runs_of(S.DECISIONS))


def _listed(paper: Paper, rows: Sequence[TextRow]) -> list[AgendaItem]:
    tables = agenda_tables(rows)
    out: list[AgendaItem] = []
    for table in tables.values():
        for row in table.rows:
            number = table.passage(row, "number").text.rstrip(" .)") or None
            speaker = table.passage(row, "speaker")
            item = _item(paper, number, [table.passage(row, "title")], [speaker] if speaker else [])
            out.extend([item] if item is not None else [])
    rest = [row for row in rows if row.row.cell is None or row.row.cell.table not in tables]
    return out + (_listed_in_lines(paper, rest) if rest else [])


def _listed_in_lines(paper: Paper, rows: Sequence[TextRow]) -> list[AgendaItem]:
    drafts: list[tuple[Mark | None, list[Passage], list[Passage]]] = []
    numbered = any((m := read_mark(r.text)) is not None and m.kind in (MarkKind.ARABIC, MarkKind.ROMAN) for r in rows)
    in_speakers = False
    lines = [paragraph.passage for paragraph in paragraphs(rows, paper.wrap, _begins)]
    if lines and (label := _LABEL.match(lines[0].text)):
        lines[0] = lines[0][label.end() :]
        if not lines[0].strip(' .:«»"()') or (numbered and len(lines) > 1 and read_mark(lines[0].text) is None):
            del lines[0]  # «Повестка дня сессии» over numbered items says no more
    for passage in (piece for line in lines for piece in inline_items(line)):
        mark = read_mark(passage.text)
        if mark is not None and (mark.kind in (MarkKind.ARABIC, MarkKind.ROMAN) or not numbered):
            drafts.append((mark, [passage[mark.length :]], []))
            in_speakers = False
        elif drafts and SPEAKER.match(passage.text):
            drafts[-1][2].append(passage)
            in_speakers = True
        elif drafts and (in_speakers or (_BRACKET_ONLY.fullmatch(passage.text) and find_persons(passage.text))):
            drafts[-1][2].append(passage)
        elif drafts and numbered:
            drafts[-1][1].append(passage)
        else:
            drafts.append((None, [passage], []))
    return [
        item
        for mark, title, speakers in drafts
        if (item := _item(paper, mark.number if mark and mark.number else None, title, speakers)) is not None
    ]


def _begins(text: str) -> bool:
    return bool(SPEAKER.match(text) or read_mark(text) or (text.startswith("(") and find_persons(text)))


def _item(paper: Paper, number: str | None, title: list[Passage], speaker_lines: list[Passage]) -> AgendaItem | None:
    passage = join(title)
    speakers: list[Person] = []
    if found := _INLINE_SPEAKER.search(passage.text):
        speaker_lines = [passage[found.start() :].lstrip(" .;,"), *speaker_lines]
        passage = passage[: found.start()]
    elif found := _NAME_AFTER_DASH.search(passage.text):
        speaker_lines = [passage[found.end() :], *speaker_lines]
        passage = passage[: found.start()]
    elif (found := _BRACKET_END.search(passage.text)) and find_persons(found[1]):
        speaker_lines = [passage.cut(found, 1), *speaker_lines]
        passage = passage[: found.start()]
    elif (found := _BRACKET_END.search(passage.text)) and re.match(
        r"докл|докладчик|информаци[яю] ", found[1], re.IGNORECASE
    ):
        passage = passage[: found.start()]
    for line in speaker_lines:
        told = _TOLD.match(line.text)
        if told and not re.match(r"\S+ ?[:–—-]", line.text):
            speakers.extend(read_people(paper, line[told.end() :].rstrip(" )."), "genitive", bent_post=True))
            continue
        if label := SPEAKER.match(line.text):
            line = line[label.end() :]
        speakers.extend(read_people(paper, line.rstrip(" ).").strip("( ") if line.text.endswith(")") else line))
    passage = trim(passage)
    if not passage:
        return None
    paper.take("agenda item", passage)
    return AgendaItem(number=number, title=passage.text, speakers=tuple(speakers), span=paper.span(passage))


def _from_headings(paper: Paper, runs: Sequence[Run]) -> list[AgendaItem]:
    out: list[AgendaItem] = []
    for run in runs:
        apart = next((i for i, r in enumerate(run.rows) if i and r.row.blank_before and not r.text.startswith("(")), None)
        lettered = [r for r in run.rows[:apart] if any(map(str.isalpha, r.text))]  # no rule under the heading
        item = _headed(paper, one_passage(lettered)) if lettered else None
        out.extend([item] if item is not None else [])
    return out


def _from_tables(paper: Paper, runs: Sequence[Run]) -> list[AgendaItem]:
    """The questions in lines across a table of assignments: «Вопрос № 1. О готовности котельных (Тищенко Н.Ю.)»."""
    tables = [table for run in runs for table in assignment_tables(run.rows)]
    titles = [title for table in tables for row in table.rows if (title := table.title(row)) is not None]
    if not titles or not all(question_number(title.text) for title in titles):
        return []
    return [item for title in titles if (item := _headed(paper, title)) is not None]


def _headed(paper: Paper, passage: Passage) -> AgendaItem | None:
    """An item whose number and title head a part of the text, the speakers in brackets after them."""
    mark = read_mark(passage.text)
    number: str | None = None
    if mark is not None and mark.number:
        number, passage = mark.number, passage[mark.length :]
    elif question := question_number(passage.text):
        number, passage = question.number, passage[question.length :].lstrip(" .:–—-")
    if number is None or not passage:
        return None
    speakers: list[Person] = []
    if found := _BRACKET_END.search(passage.text):
        inner = passage.cut(found, 1)
        names = find_persons(inner.text) or find_surnames(inner.text)
        if names:
            speakers = [person_of(paper, inner, n, known=" " in n.text or "." in n.text) for n in names]
            passage = passage[: found.start()]
    title = trim(passage)
    return AgendaItem(number=number, title=title.text, speakers=tuple(speakers), span=paper.span(title)) if title else None
