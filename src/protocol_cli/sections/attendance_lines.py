"""The lines of a list of people joined to entries, one to a person or a group, however they are wrapped and set in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.lexicon.posts import POST_HEADS
from protocol_cli.grammar.nominative import find_head
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.numbering import MarkKind, read_mark
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.sentences import ends_sentence
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.layout.wrapping import Wrap
from protocol_cli.outline.patterns import POST
from protocol_cli.sections.attendance_table import INLINE_GROUP

_LABEL = re.compile(
    r"(?:(?:также |кроме того,? )?(?:на|в) (?:\w+ )?(?:заседани\w|совещани\w|собрани\w|конференции|семинаре|"
    r"вебинаре|работе [^:]{0,60}?) )?"
    r"(?:были(?= ?:)|не (?:были|смог(?:ли|ла)?)(?= ?:)|(?:не )?присутств(?:\w+|\.)|участвовал\w?|участвуют|"
    r"принял[аи]? участие|участник\w*|участвующие|отсутств\w+|"
    r"(?:также )?приглаш[её]н\w*(?: лица| на заседание| на совещание)?|"
    r"состав \w+|члены (?:комиссии|совета|коллегии|группы|правления|штаба|комитета|рабочей группы|"
    r"ученого совета|кафедры)|с правом совещательного голоса)",
    re.IGNORECASE,
)
# «от администрации:» with its people below
_SIDE_HEAD = re.compile(r"(?:от|со стороны|представители|члены|из числа) [^:;]{2,120}:$", re.IGNORECASE)
# the left column of «от Минпромторга России    Иванов И.И., Петров П.П.»
_SIDE = re.compile(r"(?:от|со стороны|представители|члены|стороны|работников|работодателей)(?= |$)", re.IGNORECASE)
_SIDE_OF = re.compile(r"(?:от|со стороны) ", re.IGNORECASE)
_CLERK = re.compile(r"(?:ответственный )?секретарь|председатель", re.IGNORECASE)
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


def read_entries(rows: Sequence[TextRow], wrap: Wrap) -> list[Passage]:
    """The lines of a list joined to entries: one ends with «;», «.» or a name, or where the next begins with a name."""
    rows = _past_long_label(rows)
    entries = _Entries(rows, wrap)
    for row in rows:
        entries.take(row)
    return [join_lines(group).strip() for group in entries.groups if group]


_LONG_LABEL = re.compile(r"(?:на|в) (?:\w+ )?(?:заседани|совещани|собрани|конференц|работе)[^:;]{10,400}:$", re.IGNORECASE)
_LABEL_ROWS = 4


def _past_long_label(rows: Sequence[TextRow]) -> Sequence[TextRow]:
    """The rows less those of a label over several lines: «На заседании комиссии по … ⏎ (далее – Комиссия) присутствовали:»."""
    if _LABEL.match(rows[0].text):
        return rows
    for count in range(2, min(len(rows), _LABEL_ROWS + 1)):
        if _LONG_LABEL.match(" ".join(row.text for row in rows[:count])):
            return rows[count:]
    return rows


class _Entries:
    """The entries so far, each as its pieces; what each line is to them is tried in turn."""

    def __init__(self, rows: Sequence[TextRow], wrap: Wrap) -> None:
        self.groups: list[list[Passage]] = []
        self._wrap = wrap
        self._named_first = _named_first(rows)
        self._dashed = _dashed(rows)
        self._first = True
        self._place: tuple[int, int] | None = None  # the row of a table that the last entry is
        self._beside: Passage | None = None  # the name at the right of a post that may be wrapped
        self._above: TextRow | None = None  # the line of a name and a post in columns
        self._pair: list[Passage] = []
        self._side: float | None = None  # where the side in a column of its own began in the line above

    def take(self, row: TextRow) -> None:
        """Add a line to the entry that it goes on with, or begin one."""
        if self._in_columns(row):
            return
        listed = len(row.pieces) == _PAIR and row.row.cell is None and not self._first
        self._above, self._pair = (row, list(row.pieces)) if listed else (None, [])
        passage = row.passage
        first, self._first = self._first, False
        if row.row.cell is not None:
            self._cell(row, (row.row.cell.table, row.row.cell.row))
            return
        if first and not _CLERK.match(passage.text):
            passage = cut_label(passage)
        if not passage or self._beside_post(row) or self._of_side(row):
            return
        mark = read_mark(passage.text)
        if mark is not None and not (mark.kind is MarkKind.BULLET and self._dash_goes_on(passage.text)):
            self.groups.append([passage[mark.length :]])
        elif self.groups and _goes_on(self.groups[-1], row, passage, self._wrap):
            self.groups[-1].append(passage)
        else:
            self.groups.append([passage])

    def _in_columns(self, row: TextRow) -> bool:
        """«Кедрова Дарья    – заместитель главного врача» / «Леонидовна    больницы»."""
        if self._above is None or not self.groups or not _goes_on_in_columns(self._above, row):
            return False
        self._pair = [join_lines([held, piece]) for held, piece in zip(self._pair, row.pieces, strict=True)]
        self.groups[-1] = list(self._pair)
        return True

    def _cell(self, row: TextRow, place: tuple[int, int]) -> None:
        """A row of a table is one entry: «1 | Лоза Мария Андреевна | начальник отдела»."""
        text = row.text
        if text.endswith(":") or (_SIDE.match(text) and not find_persons(text)):
            return  # «От Заказчика» heads a column or a row
        if self._place == place:
            self.groups[-1] = [join([*self.groups[-1], row.passage], separator=", ")]
        elif not re.fullmatch(r"\d{1,3}\.?", text):
            self.groups.append([row.passage])
            self._place = place

    def _beside_post(self, row: TextRow) -> bool:
        """A post with its name at the right of its first line, and the lines on which the post is wrapped."""
        if self._named_first and len(row.pieces) == _PAIR and _NAMED_BESIDE.match(row.pieces[1].text):
            self._beside = row.pieces[1]
            self.groups.append([row.pieces[0], self._beside])
            return True
        held = self.groups[-1] if self.groups else []
        if self._beside is not None and held and held[-1] is self._beside and _post_goes_on(held[0].text, row):
            self.groups[-1] = [join_lines([*held[:-1], row.pieces[0]]), self._beside]
            return True
        self._beside = None
        return False

    def _of_side(self, row: TextRow) -> bool:
        """«от администрации    Иванов И.И., Петров П.П.»: the side in a column of its own is no part of the entry."""
        goes_on = self._side is not None and not row.row.blank_before and abs(row.row.pieces[0].x0 - self._side) < 1
        side, self._side = self._side, None
        if goes_on and len(row.pieces) == 1 and row.text[:1].islower() and not find_persons(row.text):
            self._side = side
            return True  # «представители стороны» / «профсоюзов»
        if len(row.pieces) < _PAIR or not (_SIDE.match(row.pieces[0].text) or (goes_on and row.text[:1].islower())):
            return False
        named = [i for i, piece in enumerate(row.pieces) if find_persons(piece.text)]
        if not named or named[0] == 0:
            return False
        self._side = row.row.pieces[0].x0
        self.groups.append([join(row.pieces[named[0] :])])
        return True

    def _dash_goes_on(self, text: str) -> bool:
        return (
            bool(self.groups)
            and not self._dashed
            and bool(re.match(r"[–—-]", text))
            and not _complete(self.groups[-1][-1].text)
        )


_PAIR = 2  # columns: the name, and the post after a dash


def _goes_on_in_columns(above: TextRow, row: TextRow) -> bool:
    """Whether the name at the left and the post at the right both go on from the line above, where a dash began the post."""
    if len(row.pieces) != _PAIR or row.row.blank_before or row.row.cell is not None:
        return False
    aligned = all(abs(a.x0 - b.x0) < _ALIGNED for a, b in zip(above.row.pieces, row.row.pieces, strict=True))
    begun = above.pieces[1].text[:1] in _DASHES and row.pieces[1].text[:1] not in _DASHES
    return (aligned or above.row.pieces[1].x0 < row.row.pieces[1].x0 < above.row.pieces[1].x0 + _HANGING) and begun


_DASHES = ("–", "—", "-")
_ALIGNED = 1.5  # character widths
_HANGING = 6.0  # character widths by which the post may hang after its dash


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


_INITIALS_HEAD = re.compile(r"[А-ЯЁ]\. ?[А-ЯЁ]\.(?= ?[,;]|$)")


def _goes_on(group: list[Passage], row: TextRow, passage: Passage, wrap: Wrap) -> bool:
    before, text = group[-1].text, passage.text
    if row.row.paragraph or _SIDE_HEAD.match(text) or INLINE_GROUP.match(text):
        return False
    if _complete(before):
        return False
    if _INITIALS_HEAD.match(text) and re.search(r"[А-ЯЁ][а-яё-]+$", before):
        return True  # «прокурор района Левашов» / «К.Е., главный бухгалтер …»
    names_before = find_persons(" ".join(p.text for p in group))
    if (
        not names_before
        and re.search(r"\([^()]*дал[её]е[^()]*\)$", before)
        and re.match(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.", text)
    ):
        return True
    names_here = find_persons(text)
    whole = " ".join(p.text for p in group)
    if (
        names_before
        and re.search(r"[А-ЯЁ][а-яё]+$", whole[names_before[-1].end :].strip())
        and len(whole[names_before[-1].end :].split(",")[-1].split()) < 3
    ):
        return True  # «…, Герасимчук» / «Павел Олегович»: a name over two lines
    post_first = bool(names_before) and names_before[0].start > 0
    if post_first and text[:1].isupper() and whole.rstrip(" .").endswith(names_before[-1].text.rstrip(" .")):
        return False  # «Главный металлург      Рыков С.И.»: a post with its name is complete
    starts_with_name = bool(names_here) and names_here[0].start == 0
    if starts_with_name and names_before and not before.endswith((",", "–", "-", "—")):
        # «директор Гуменюк Е.Б., начальник цеха» / «Хабибуллин Р.Ф., …»: a post whose name stands in the next line
        return names_before[0].start > 3 and bool(re.match(r"[,;] [а-яё]", whole[names_before[-1].end :]))
    if row.row.blank_before and not row.after_furniture:
        return False
    if before.endswith((",", "–", "—", "-", "(")) or text[:1].islower() or text[:1] in "(–—-«":
        # «… – Л.В. Горнова» closed the entry above; a post in lower case opens the next
        ended_by_name = bool(names_before) and names_before[-1].end >= len(
            " ".join(p.text for p in group).rstrip(" .,")
        )
        return not (ended_by_name and not before.endswith(",") and text[:1].islower())
    if starts_with_name and not names_before:
        if _SIDE_OF.match(whole):
            return False  # «от Министерства транспорта края» heads those below
        return not text.endswith(":") and bool(re.search(r"[а-яё»]$", before))
    return not names_before or (wrap.width is not None and row.reach > 0 and not names_here)
