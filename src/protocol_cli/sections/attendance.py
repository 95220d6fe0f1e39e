"""Who took part: lists under «Присутствовали», «Отсутствовали», «Приглашены»."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.organisations import split_executors
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Attendance, Participant
from protocol_cli.outline.parts import Part, Run
from protocol_cli.outline.people_tables import PeopleTable, people_tables
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.attendance_lines import read_entries
from protocol_cli.sections.attendance_table import INLINE_GROUP, read_listed, status_of
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import SO_CALLED, read_person, trim

_STATUS = {S.PRESENT: Attendance.PRESENT, S.ABSENT: Attendance.ABSENT, S.INVITED: Attendance.INVITED}
_REMOTE_WAY = (
    r"(?:дистанционно|удал[её]нно|онлайн|он-лайн|заочно|(?:в режиме |посредством |по |через |"
    r"с использованием )?(?:систем\w+ )?"
    r"(?:видео-?конференц-?-?связ[ьи]\w*|видеоконференц\w*|видеосвяз\w+|аудио-?конференц\w*|телефон\w*|ВКС|ЗУМ|"
    r"zoom|скайп\w*|skype))(?: связи)?"
)
_REMOTE = re.compile(
    rf" ?\((?:участвует |участие |подключ\w+ )?{_REMOTE_WAY}[^)]{{0,40}}\)|"
    rf" ?[-–—,] ?(?:в режиме )?{_REMOTE_WAY}(?= ?[;.,]?$)",
    re.IGNORECASE,
)
_GROUP_HEAD = re.compile(r"^[^:;]{3,140}:$")
_REMOTELY = re.compile(rf"(?:в формате |в режиме )?{_REMOTE_WAY}|в формате|в режиме", re.IGNORECASE)
_REMOTE_HEAD = re.compile(rf"(?:^|[( ]){_REMOTE_WAY}\)? ?:$", re.IGNORECASE)
_GROUP = re.compile(r"[А-Яа-яЁё-]+(?:и|ы|е)(?= |$)")  # «руководители …», «заведующие …»
# «…, педагог-психолог Нуриева Л.Р., члены родительского комитета (18 человек)»
_GROUP_AFTER = re.compile(r"(?:,| и) (?=(?:члены|представители|участники|руководители|начальники|главы|родители|специалисты|жители) )")
_SIDE_OF = re.compile(r"(?:от|со стороны) [А-ЯЁа-яё«]")
_NOBODY = re.compile(
    r"\(?(?:список|лист регистрации|по списку|согласно списку)|(?:рассмотрен[аоы]?|обсужда|рассматрива)\w* ", re.IGNORECASE
)
_COUNT = re.compile(
    r"\d+ из \d+ |(?:(?:присутству|участву)\w+ ?[–—-]? ?)?"
    r"(?:всего )?(?:\d+|[а-я]+)(?: \([а-я ]+\))?(?: из \d+(?: \([а-я ]+\))?)? (?:человека?|чел\.?|участник\w+|"
    r"член\w+)\b",
    re.IGNORECASE,
)


def read_participants(paper: Paper, part: Part) -> list[Participant]:
    """The lists' lines, one each for a person or a group, in order."""
    out: list[Participant] = []
    status = Attendance.PRESENT
    tables = people_tables([row for run in part.runs if run.section in _STATUS for row in run.rows])
    for previous, run in zip([None, *part.runs], part.runs, strict=False):
        if run.section in _STATUS:
            status = _STATUS[run.section]
        elif _listed_too(previous, run):
            status = Attendance.PRESENT
        else:
            continue
        for table, rows in _by_table(run.rows, tables):
            read = _read_lines(paper, rows, status) if table is None else _read_table(paper, table, rows, status)
            out.extend(read.participants)
            status = read.status
    return out


@dataclass(frozen=True, slots=True)
class _Read:
    """Those whom a stretch of rows lists, and the status of its last part."""

    participants: list[Participant]
    status: Attendance


def _read_lines(paper: Paper, rows: Sequence[TextRow], status: Attendance) -> _Read:
    out: list[Participant] = []
    group_remotely = bool(_REMOTE_HEAD.search(rows[0].text))
    for entry in read_entries(rows, paper.wrap):
        if _GROUP_HEAD.match(entry.text):
            group_remotely = bool(_REMOTELY.match(entry.text) or _REMOTE_HEAD.search(entry.text))
            told = status_of(entry.text)
            status = told if told in (Attendance.INVITED, Attendance.ABSENT) else status
            continue
        remotely = group_remotely
        head = INLINE_GROUP.match(entry.text)
        if head and (find_persons(entry.text[head.end() :], first_last=True) or _REMOTELY.match(head[1])):
            remotely = remotely or bool(_REMOTELY.match(head[1]))
            if head[1].casefold().startswith("приглаш"):
                status = Attendance.INVITED
            entry = entry[head.end() :]
        found = (_participant(paper, piece, status, remotely=remotely) for piece in _pieces(entry))
        out.extend(item for item in found if item is not None)
    return _Read(out, status)


def _by_table(
    rows: Sequence[TextRow], tables: dict[int, PeopleTable]
) -> list[tuple[PeopleTable | None, list[TextRow]]]:
    """The rows in stretches: those of one table of people, and those of none."""
    out: list[tuple[PeopleTable | None, list[TextRow]]] = []
    for row in rows:
        table = tables.get(row.row.cell.table) if row.row.cell is not None else None
        if out and out[-1][0] is table:
            out[-1][1].append(row)
        else:
            out.append((table, [row]))
    return out


def _read_table(paper: Paper, table: PeopleTable, rows: Sequence[TextRow], status: Attendance) -> _Read:
    out: list[Participant] = []
    for number in dict.fromkeys(row.row.cell.row for row in rows if row.row.cell is not None):
        title = table.title(number)
        if title is not None and not find_persons(title.text, first_last=True):
            status = status_of(title.text) or status
            continue
        for listed in read_listed(table, number):
            made = _participant(paper, listed.who, listed.status or status)
            if made is not None and made.person is not None and listed.body is not None:
                told = made.person.model_copy(update={"position": listed.post, "organization": listed.body})
                made = made.model_copy(update={"person": told})
            out.extend([made] if made is not None else [])
    return _Read(out, status)


def _listed_too(previous: Run | None, run: Run) -> bool:
    """Whether a line on the chair or the secretary stands inside the list: «секретарь комиссии – …» after those invited."""
    return (
        previous is not None
        and previous.section in _STATUS
        and run.section in (S.SECRETARY, S.CHAIR)
        and run.rows[0].text[:1].islower()
    )


def _pieces(entry: Passage) -> list[Passage]:
    """An entry parted at «;», and a bare list of names at its commas."""
    out: list[Passage] = []
    for stretch in entry.split(re.compile(r";(?![^()]*\))")):
        names = find_persons(stretch.text, first_last=True)
        if (
            names
            and "," in stretch.text[: names[0].start]
            and (parts := split_executors(stretch.text, case="nominative"))
            and len(parts) > 1
            and all(p.person or _GROUP.match(p.text) for p in parts)
        ):
            out.extend(stretch[p.start : p.end] for p in parts)
            continue
        if len(names) > 1:
            rest = stretch.text
            for name in reversed(names):
                rest = rest[: name.start] + rest[name.end :]
            if len(names) > 1 and (group := _GROUP_AFTER.search(stretch.text, names[-1].end)) is not None:
                out.extend(_pieces(stretch[: group.start()]))
                out.append(stretch[group.end() :].strip())
                continue
            if not re.search(r"[А-Яа-яЁё]{3,}", rest.replace(" и ", " ")):
                out.extend(stretch[n.start : n.end] for n in names)
                continue
            cuts = _between_names(stretch.text, [(n.start, n.end) for n in names])
            if cuts:
                at = 0
                for cut in cuts:
                    out.append(stretch[at:cut].strip())
                    at = cut + 1
                out.append(stretch[at:].strip())
                continue
        out.append(stretch)
    return out


def _between_names(text: str, names: list[tuple[int, int]]) -> list[int]:
    """Offsets of the commas that part «Иванов И.И., директор, Петров П.П., завуч» or «директор Иванов И.И., завуч Петров П.П.»."""
    post_first = names[0][0] > 3
    cuts = []
    for (_, end), (start, _) in itertools.pairwise(names):
        gap = text[end:start]
        at = gap.find(",") if post_first else gap.rstrip().rfind(",")
        if at < 0:
            return []
        cuts.append(end + at)
    return cuts


def _participant(paper: Paper, piece: Passage, status: Attendance, *, remotely: bool = False) -> Participant | None:
    remote = True if remotely or _REMOTE.search(piece.text) else None
    bare = trim(piece.without(_REMOTE).without(SO_CALLED))
    if (
        bare.text.casefold() in ("нет", "отсутствующих нет", "не было")
        or not re.search(r"[А-Яа-яЁё]{2}", bare.text)
        or _COUNT.match(bare.text)
        or _NOBODY.match(bare.text)
    ):
        return None
    person = read_person(paper, bare, first_last=True)
    if person is None and _SIDE_OF.match(bare.text):
        return None  # «от администраций районов» heads those below
    return Participant(text=bare.text, status=status, remote=remote, person=person, span=paper.span(bare))
