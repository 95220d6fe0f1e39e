"""Who took part: lists under «Присутствовали», «Отсутствовали», «Приглашены»."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocol_cli.grammar.lexicon.posts import POST_HEADS
from protocol_cli.grammar.nominative import find_head
from protocol_cli.grammar.organisations import split_executors
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.paragraphs import TextRow, Wrap, join_lines
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.sentences import ends_sentence
from protocol_cli.models import Attendance, Participant
from protocol_cli.outline.parts import Part, Run
from protocol_cli.outline.patterns import POST
from protocol_cli.outline.people_tables import PeopleTable, people_tables
from protocol_cli.outline.section import Section as S
from protocol_cli.sections.attendance_table import read_listed, status_of
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
_LABEL = re.compile(
    r"(?:(?:также |кроме того,? )?(?:на|в) (?:\w+ )?(?:заседани\w|совещани\w|собрани\w|конференции|семинаре|"
    r"вебинаре|работе [^:]{0,60}?) )?"
    r"(?:присутств(?:\w+|\.)|участвовал\w?|участвуют|принял[аи]? участие|участник\w*|участвующие|отсутств\w+|"
    r"(?:также )?приглаш[её]н\w*(?: лица| на заседание| на совещание)?|"
    r"состав \w+|члены (?:комиссии|совета|коллегии|группы|правления|штаба|комитета|рабочей группы|"
    r"ученого совета|кафедры)|с правом совещательного голоса)",
    re.IGNORECASE,
)
_GROUP_HEAD = re.compile(r"^[^:;]{3,140}:$")
# «от администрации:» with its people below
_SIDE_HEAD = re.compile(r"(?:от|со стороны|представители|члены|из числа) [^:;]{2,120}:$", re.IGNORECASE)
_INLINE_GROUP = re.compile(
    r"^((?:от|со стороны|члены|представители|приглаш[её]нные|из числа|секретариат|в формате|в режиме|"
    r"дистанционно|онлайн|по видео\w*)(?: [^:;]{2,100})?):\s*",
    re.IGNORECASE,
)
_REMOTELY = re.compile(rf"(?:в формате |в режиме )?{_REMOTE_WAY}|в формате|в режиме", re.IGNORECASE)
_NAMES_ONLY = re.compile(r"[А-ЯЁ][\w.\- ]+?(?:, ?[А-ЯЁ][\w.\- ]+?)+$")
# the left column of «от Минпромторга России    Иванов И.И., Петров П.П.»
_SIDE = re.compile(r"(?:от|со стороны|представители|члены|стороны|работников|работодателей)(?= |$)", re.IGNORECASE)
_GROUP = re.compile(r"[А-Яа-яЁё-]+(?:и|ы|е)(?= |$)")  # «руководители …», «заведующие …»
_CLERK = re.compile(r"(?:ответственный )?секретарь|председатель", re.IGNORECASE)
_COUNT = re.compile(
    r"\d+ из \d+ |(?:всего )?(?:\d+|[а-я]+)(?: \([а-я ]+\))? (?:человека?|чел\.?|участник\w+|член\w+)\b", re.IGNORECASE
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
    for entry in _entries(paper, tuple(rows)):
        if _GROUP_HEAD.match(entry.text):
            told = status_of(entry.text)
            status = told if told in (Attendance.INVITED, Attendance.ABSENT) else status
            continue
        remotely = False
        head = _INLINE_GROUP.match(entry.text)
        if head and (find_persons(entry.text[head.end() :]) or _REMOTELY.match(head[1])):
            remotely = bool(_REMOTELY.match(head[1]))
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
        listed = read_listed(table, number)
        made = _participant(paper, listed.who, listed.status or status) if listed is not None else None
        if made is not None and listed is not None and made.person is not None and listed.body is not None:
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


_POST_HEAD = re.compile(POST, re.IGNORECASE)
_NAMED_BESIDE = re.compile(r"[–—-] ?[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё-]+[;,.]?$")


def _named_first(rows: Sequence[TextRow]) -> bool:
    """Whether the names at the right stand beside the first lines of the posts, as a column of their own, and posts are wrapped."""
    beside = [i for i, row in enumerate(rows) if len(row.pieces) == 2 and _NAMED_BESIDE.match(row.pieces[1].text)]
    if len(beside) < 2 or any(len(rows[i].pieces) == 1 and not cut_label(rows[i].passage) for i in range(1, beside[0])):
        return False
    if not all(_POST_HEAD.match(rows[i].pieces[0].text) for i in beside if cut_label(rows[i].passage)):
        return False  # the names stand beside the last lines
    unlabelled = [row for row in rows[: beside[0]] if cut_label(row.passage)]
    broken = any(re.search(r"[а-я]-$", rows[i].pieces[0].text) for i in beside)
    edges = {round(rows[i].row.pieces[1].x0) for i in beside}
    return not unlabelled and (broken or len(edges) == 1) and beside[-1] - beside[0] >= len(beside)


def _post_goes_on(post: str, row: TextRow) -> bool:
    if len(row.pieces) > 1 or row.row.blank_before or find_persons(row.text) or read_mark(row.text) is not None:
        return False
    head = find_head(row.text, "nominative") if row.text[:1].islower() and not re.search(r"[а-я]-$", post) else None
    # «руководители школ» are listed by themselves, «области» ends «… министра финансов области»
    return head is None or not head.plural or head.lemma.casefold() not in POST_HEADS


def _entries(paper: Paper, rows: tuple[TextRow, ...]) -> list[Passage]:
    """The lines of a list joined to entries: one ends with «;», «.» or a name, or where the next begins with a name."""
    groups: list[list[Passage]] = []
    first = True
    cells: tuple[int, int] | None = None
    beside: Passage | None = None
    named_first = _named_first(rows)
    dashed = _dashed(rows)
    for row in rows:
        passage = row.passage
        if (cell := row.row.cell) is not None:
            # a row of a table is one entry: «1 | Лоза Мария Андреевна | начальник отдела»
            if passage.text.endswith(":") or (_SIDE.match(passage.text) and not find_persons(passage.text)):
                first = False
                continue  # «От Заказчика» heads a column or a row
            place = (cell.table, cell.row)
            if cells != place and not re.fullmatch(r"\d{1,3}\.?", passage.text):
                groups.append([passage])
                cells = place
            elif cells == place:
                groups[-1] = [join([*groups[-1], passage], separator=", ")]
            first = False
            continue
        if first:
            passage = cut_label(passage) if not _CLERK.match(passage.text) else passage
            first = False
            if not passage:
                continue
        if named_first and len(row.pieces) == 2 and _NAMED_BESIDE.match(row.pieces[1].text):
            beside = row.pieces[1]
            groups.append([row.pieces[0], beside])
            continue
        if beside is not None and groups and groups[-1][-1] is beside and _post_goes_on(groups[-1][0].text, row):
            # the post is wrapped, its name stands at the right of its first line
            groups[-1] = [join_lines([*groups[-1][:-1], row.pieces[0]]), beside]
            continue
        beside = None
        if len(row.pieces) > 1 and _SIDE.match(row.pieces[0].text):
            named = [i for i, piece in enumerate(row.pieces) if find_persons(piece.text)]
            if named and named[0] > 0:
                groups.append([join(row.pieces[named[0] :])])
                continue
        mark = read_mark(passage.text)
        if mark is not None and not (
            groups
            and mark.kind is MarkKind.BULLET
            and not dashed
            and re.match(r"[–—-]", passage.text)
            and not _complete(groups[-1][-1].text)
        ):
            passage = passage[mark.length :]
            groups.append([passage])
            continue
        if groups and _goes_on(groups[-1], row, passage, paper.wrap):
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return [join_lines(g).strip() for g in groups if g]


def _dashed(rows: Sequence[TextRow]) -> bool:
    """Whether the list's lines begin with dashes: its first one does, so that no dash goes on with the line above."""
    listed = (row for row in rows if not row.text.endswith(":"))
    first = next(listed, None)
    mark = read_mark(first.text) if first is not None else None
    return mark is not None and mark.kind is MarkKind.BULLET


def cut_label(passage: Passage) -> Passage:
    """The row less the words that open its list: «Присутствовали члены комиссии:», «В заседании приняли участие …:»."""
    found = _LABEL.match(passage.text)
    if not found:
        return passage
    rest = passage.text[found.end() :]
    colon = rest.find(":")
    names = find_persons(rest)
    limit = names[0].start if names else len(rest)
    if 0 <= colon <= limit and colon < 120:
        return passage[found.end() + colon + 1 :].strip()
    if not rest.strip(" .–—-"):
        return passage[len(passage) :]
    return passage[found.end() :].lstrip(" –—-.:").strip()


def _complete(text: str) -> bool:
    return (
        text.endswith((";", ":"))
        or (text.endswith(".") and ends_sentence(text))
        or bool(re.search(r"[-–—] ?[А-ЯЁ]\. ?[А-ЯЁ]\. ?[А-ЯЁ][а-яё-]+[,.]?$", text))
    )


def _goes_on(group: list[Passage], row: TextRow, passage: Passage, wrap: Wrap) -> bool:
    before, text = group[-1].text, passage.text
    if row.row.paragraph or _SIDE_HEAD.match(text) or _INLINE_GROUP.match(text):
        return False
    if _complete(before):
        return False
    if re.search(r"\([^()]*дал[её]е[^()]*\)$", before) and re.match(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.", text):
        return True
    names_before = find_persons(" ".join(p.text for p in group))
    names_here = find_persons(text)
    whole = " ".join(p.text for p in group)
    if (
        names_before
        and re.search(r"[А-ЯЁ][а-яё]+$", whole[names_before[-1].end :].strip())
        and len(whole[names_before[-1].end :].split(",")[-1].split()) < 3
    ):
        return True  # «…, Герасимчук» / «Павел Олегович»: a name over two lines
    starts_with_name = bool(names_here) and names_here[0].start == 0
    if starts_with_name and names_before and not before.endswith((",", "–", "-", "—")):
        return False
    if row.row.blank_before and not row.after_furniture:
        return False
    if before.endswith((",", "–", "—", "-", "(")) or text[:1].islower() or text[:1] in "(–—-«":
        # «… – Л.В. Горнова» closed the entry above; a post in lower case opens the next
        ended_by_name = bool(names_before) and names_before[-1].end >= len(
            " ".join(p.text for p in group).rstrip(" .,")
        )
        return not (ended_by_name and not before.endswith(",") and text[:1].islower())
    if starts_with_name and not names_before:
        return not text.endswith(":") and bool(re.search(r"[а-яё»]$", before))
    return not names_before or (wrap.width is not None and row.reach > 0 and not names_here)


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
        or re.match(r"\(?(?:список|лист регистрации|по списку|согласно списку)", bare.text, re.IGNORECASE)
    ):
        return None
    person = read_person(paper, bare, first_last=True)
    return Participant(text=bare.text, status=status, remote=remote, person=person, span=paper.span(bare))
