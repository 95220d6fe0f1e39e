"""Rows to paragraphs: which line goes on with the one above."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from protocol_cli.layout.joining import HYPHEN_END, HYPHENS, breaks_a_word, join_lines
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.sentences import ends_sentence
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.layout.wrapping import INDENT, LOWER, NARROWEST, WELL_FILLED, Wrap


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph: `rows` as read, `passage` the joined text."""

    rows: tuple[TextRow, ...]
    passage: Passage

    @property
    def text(self) -> str:
        """The clean text."""
        return self.passage.text


_END = 60  # characters of a line's end that tell whether the next goes on
# A line that ends so goes on whatever the next begins with; «г.» only before what is no item of a list.
_OPEN_END = re.compile(
    r"(?:№|\bN|[(«„]|\((?:здесь и )?далее(?: по тексту)?|(?<![А-Яа-яЁё-])(?:и|в|во|с|со|на|по|от|до|о|об|за|к|ко|для|из|при|не|или|у|без|под|над|между|через|"
    r"пп?\.|ст\.|им\.|см\.|тыс\.|млн\.?|ФГБУ|МБУ|МКУ|ООО|АО|ОАО|ЗАО|ПАО|МУП|ГБУ|ИП))$"
)
_INITIALS_END = re.compile(r"(?:^| )[а-яё]{3,} [А-ЯЁ]\. ?[А-ЯЁ]\.$")  # «… Правительства края Н.И.» / «Журбина»
_PLACE_END = re.compile(r"(?<![А-Яа-яЁё/])(?:г\.|д\.|ул\.|стр\.|ч\.|пос\.|с\.|пр\.|каб\.|кв\.)$")
_LABEL_WORD_END = re.compile(r"(?:^|[.;(] )(?:Срок(?: исполнения| выполнения)?|Ответственн(?:ый|ая|ые)|Исполнител[ьи])$")
_LONE_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?[.,;]?$")
_DEEP_LABEL = 7.0  # character widths
_YEAR_END = re.compile(r"(?:[ \d]|[тс]\. ?)г\.$")
_LABEL_END = re.compile(
    r"[.,;)( ](?:Ответственн\w+|Исполнител\w+|Отв\.?|Исп\.?|Срок\w*(?: исполнения)?) ?:$|"
    r"[;,(] ?(?:ответственн\w+|исполнител\w+|отв\.?|исп\.?|срок\w*(?: исполнения)?) ?[:–-]$"
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.|[\w.+-]+@[\w-]+\.)")
_BEFORE_NUMBER = re.compile(r"[^\W\d_]$| г\.$|[^\W\d_] от \d{2}\.\d{2}\.\d{4}$")
# initials are kept with their surname, a sign with its number
_FIRST_WORD = re.compile(r"(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё-]+|№ \S+|\S+")


def continues(previous: TextRow, row: TextRow, wrap: Wrap) -> bool:
    """Whether `row` goes on with the paragraph of `previous`, as the document wraps its lines."""
    if previous.row.cell != row.row.cell and (previous.row.cell or row.row.cell):
        return False
    text, before = row.text, previous.text
    if row.row.cell is not None and not (row.row.paragraph or previous.row.paragraph or row.row.blank_before):
        # a cell's lines are wrapped at its edge, wherever that is
        return breaks_a_word(before, text) or (read_mark(text) is None and not ends_sentence(before))
    lower = bool(LOWER.match(text))
    end = before[-_END:]  # what tells of a line's end is not looked for in the whole of it
    broken = row.after_furniture or row.row.page != previous.row.page
    if lower and not row.row.blank_before and end[-1:] in HYPHENS and HYPHEN_END.search(end):
        return True
    if row.row.paragraph or previous.row.paragraph:
        return broken and lower and not ends_sentence(before) and read_mark(text) is None
    if row.row.blank_before and not broken:
        return False
    if _OPEN_END.search(end) or (not row.row.blank_before and _is_left_open(before, end, text)):
        return True
    mark = read_mark(text)
    if mark is not None and not _is_no_mark(mark, before, text):
        return False
    if before.endswith((" –", " —")) and not row.row.blank_before:
        return True
    if not row.row.blank_before and _PLACE_END.search(end) and not (_YEAR_END.search(end) and _stands_in(previous, row, wrap)):
        return not _YEAR_END.search(end) or lower or _full(previous, row, wrap)
    if broken:
        return not ends_sentence(before) and (lower or _full(previous, row, wrap))
    return row.row.column == previous.row.column and _goes_on(previous, row, wrap, lower=lower)


def _is_left_open(before: str, end: str, text: str) -> bool:
    """Whether the `end` of a line asks for just what the next begins with: a label for its value, a date for its number."""
    mark = read_mark(text)
    if before.endswith(":") and _ADDRESS.match(text):
        return True
    if end.endswith((":", "–", "-")) and _LABEL_END.search(end) and mark is None:
        return True  # «Срок: с 16 по 20 января. Ответственная:» / «Обухова А.А.»
    if _LONE_SURNAME.match(text) and _INITIALS_END.search(end):
        return True
    if text.startswith("№ ") and _BEFORE_NUMBER.search(end):
        return True  # «приказом от 19 января 2023 г.» / «№ МХ-П9-512»
    return mark is not None and _in_a_row(mark, before)


def _stands_in(previous: TextRow, row: TextRow, wrap: Wrap) -> bool:
    """Whether a line looks like the first of a paragraph, where first lines stand in."""
    return wrap.indented and row.text[:1].isupper() and row.indent - previous.indent >= INDENT


def _goes_on(previous: TextRow, row: TextRow, wrap: Wrap, *, lower: bool) -> bool:
    """Of two lines with nothing between: by the sentence's end, the indent, and the room that was left."""
    text, before = row.text, previous.text
    full = _full(previous, row, wrap)
    if ends_sentence(before):
        deep = row.indent >= INDENT and (
            previous.indent >= INDENT or (not wrap.hanging and read_mark(before) is not None)
        )
        stands_in = text[:1].isupper() and (row.indent - previous.indent >= INDENT or deep)
        if lower:
            return (before.endswith((".", ":")) and full) or before.endswith(")")
        # a sentence that ends with the line: only first lines that stand in tell whether the paragraph ends too
        return (wrap.indented or wrap.parted) and full and not stands_in and not before.endswith((";", ":"))
    under_label = previous.indent >= _DEEP_LABEL  # the value of a label that stands in goes on further in
    deeper = row.indent - previous.indent >= INDENT
    if under_label and deeper and previous.reach > NARROWEST:
        return True
    if wrap.indented and text[:1].isupper() and deeper and not row.row.centered:
        return False
    if lower or full or _flush_under_indented(previous, row, wrap):
        return True
    if text[:1].isdigit():
        return wrap.width is not None and previous.reach > 0.7 * wrap.width and before[-1:].islower()
    quoted = before.count("«") > before.count("»") and text.count("»") > text.count("«")
    return quoted and not row.row.blank_before


def _flush_under_indented(previous: TextRow, row: TextRow, wrap: Wrap) -> bool:
    """Where paragraphs stand in, a line at the margin goes on with an unfinished line of the text's length."""
    return (
        wrap.indented
        and wrap.width is not None
        and row.row.column == 0
        and row.indent < INDENT / 2
        and len(row.pieces) == len(previous.pieces) == 1
        and previous.reach > WELL_FILLED * wrap.width
        and previous.text[-1].islower()
    )


def _is_no_mark(mark: Mark, before: str, text: str) -> bool:
    """A line that only looks like an item: «– директор» after a name, «г. направить» after a year."""
    if mark.kind is MarkKind.BULLET:
        return _dash_goes_on(before, text)
    if mark.kind is MarkKind.LETTER and mark.closing == ".":
        return mark.number in "гсдп" and (before[-1:].isdigit() or not ends_sentence(before))
    return False


def _in_a_row(mark: Mark, before: str) -> bool:
    """«1. Сообщить: а) за кем закреплён; б) какие средства;» / «в) по какой причине»: the letters run on in the lines."""
    if mark.kind is not MarkKind.LETTER or mark.closing != ")" or mark.number <= "а":
        return False
    return re.search(rf"[:;,] {chr(ord(mark.number) - 1)}\) ", before) is not None


def _dash_goes_on(before: str, text: str) -> bool:
    """«… Аристов К.Г.» + «– директор» is one line wrapped before its dash."""
    if _LABEL_WORD_END.search(before[-_END:]):
        return True  # «Срок» / «– 14 декабря 2024 года»
    return (
        not ends_sentence(before)
        and bool(re.match(r"[–—-] [а-яё]", text))
        and bool(re.search(r"[А-ЯЁ]\.$|[а-яё]$", before))
    )


def _full(previous: TextRow, row: TextRow, wrap: Wrap) -> bool:
    """Whether the first word of `row` found no room at the end of `previous`."""
    if wrap.width is None:
        return False
    word = _FIRST_WORD.match(row.text)
    return previous.reach + 1 + (len(word[0]) if word else 0) > wrap.width + 0.5


def _cut_short(before: str, text: str) -> bool:
    """Whether a line ends with a preposition that the next goes on from in lower case."""
    return text[:1].islower() and _OPEN_END.search(before[-_END:]) is not None


def paragraphs(rows: Sequence[TextRow], wrap: Wrap, starts: Callable[[str], bool] | None = None) -> list[Paragraph]:
    """The rows as paragraphs; a row whose text `starts` says yes to always begins one."""
    groups: list[list[TextRow]] = []
    for row in rows:
        # «… и подходов к мостам в» / «срок до 25 марта»: no label
        begins = starts is not None and starts(row.text) and not (groups and _cut_short(groups[-1][-1].text, row.text))
        if groups and not begins and continues(groups[-1][-1], row, wrap):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [Paragraph(tuple(g), join_lines([r.passage for r in g])) for g in groups]
