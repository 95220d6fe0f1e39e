"""Rows to text rows, and text rows to paragraphs: which line goes on with the one above."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from protocol_cli.layout.normalise import clean, is_spaced
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.passage import EMPTY, Passage, concatenate, join
from protocol_cli.layout.rows import Layout, Row
from protocol_cli.layout.sentences import ends_sentence
from protocol_cli.morphology import is_known


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row with its clean text: `pieces` between wide gaps, and `passage`, the whole line with single spaces."""

    index: int
    row: Row
    pieces: tuple[Passage, ...]
    passage: Passage
    after_furniture: bool = False

    @property
    def text(self) -> str:
        """The clean line."""
        return self.passage.text

    @property
    def indent(self) -> float:
        """Character widths from the column's left margin."""
        return self.row.pieces[0].x0 - self.row.left

    @property
    def reach(self) -> float:
        """Where the line ends, in character widths from the page's left edge."""
        return self.row.pieces[-1].x1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph: `rows` as read, `passage` the joined text."""

    rows: tuple[TextRow, ...]
    passage: Passage

    @property
    def text(self) -> str:
        """The clean text."""
        return self.passage.text


def text_rows(layout: Layout) -> list[TextRow]:
    """The layout's rows with clean text; rows in which nothing is left are dropped."""
    out: list[TextRow] = []
    for row in layout.rows:
        spaced = is_spaced(layout.text[row.pieces[0].start : row.pieces[-1].end])
        pieces = [clean(layout.text[p.start : p.end], p.start, spaced=spaced, read=True) for p in row.pieces]
        kept = [(p, q) for p, q in zip(pieces, row.pieces, strict=True) if p]
        if row.cell is None and len(kept) > 1 and _STRAY.fullmatch(kept[0][0].text):
            kept = kept[1:]  # «|   2. Организовать …»: the edge of a scanned sheet
        if row.cell is None and not any(any(c.isalnum() for c in p.text) for p, _ in kept):
            if not kept or not re.search(r"_{3,}", kept[0][0].text):
                continue  # a stray sign of recognition says nothing
        if len(kept) < len(row.pieces):
            row = Row(
                tuple(q for _, q in kept),
                row.page,
                row.blank_before,
                row.column,
                row.left,
                row.right,
                row.size,
                row.bold,
                row.centered,
                row.cell,
                row.paragraph,
            )
        before = out[-1].row.pieces[-1].end if out else 0
        between = layout.text[before : row.pieces[0].start]
        out.append(
            TextRow(
                len(out), row, tuple(p for p, _ in kept), join(p for p, _ in kept), bool(out) and bool(between.strip())
            )
        )
    return out


# --- joining -----------------------------------------------------------------------------------------------------

_STRAY = re.compile(r"[|¦\\/`'^~.,:;]{1,3}")
_HYPHEN_END = re.compile(r"([А-Яа-яЁё]+)[-‐¬]$")
_URL_SIGNS = tuple("-/_.?&=")
_URL_END = re.compile(r"(?:https?://|www\.|@)\S*[-/_.?&=]$")
_WORD_HEAD = re.compile(r"[А-Яа-яЁё]+")
_ADDRESS_HEAD = re.compile(r"[\w./-]")
_WORD_END = re.compile(r"[А-Яа-яЁё]{3,}$")
_NUMBER_END = re.compile(r"\d[-–]$")
_INDEX_HEAD = re.compile(r"[а-яё]{1,3}(?![а-яё])")  # «№ 512-» / «п»
_LINKING_END = re.compile(
    r"(?:ско|ико|но|во|ло|ко|ро|жо|це|его|ие|ых|го|бо|вице|экс|обер|штаб|унтер|веб|онлайн|интернет|бизнес|пресс|медиа|видео|аудио|мини|сан|юго|северо|стат?с)$",
    re.IGNORECASE,
)


def join_lines(passages: Sequence[Passage]) -> Passage:
    """The lines as one passage: line-end hyphens taken out where they only part a word.

    «обеспе-» + «чить» is «обеспечить»; «фельдшерско-» + «акушерского» and «Санкт-» + «Петербург» keep theirs.
    """
    if len(passages) == 1:
        return passages[0]
    words: list[list[Passage]] = []
    tail = ""
    for passage in passages:
        if not words or not (glue := _glue(tail, passage.text)):
            words.append([passage])
            tail = passage.text[-_TAIL:]
            continue
        if glue == "hyphen out":
            words[-1][-1] = words[-1][-1][:-1]
        words[-1].append(passage)
        tail = (tail + passage.text)[-_TAIL:]
    return join(concatenate(pieces) for pieces in words)


def join_cell(lines: Sequence[TextRow]) -> Passage:
    """The lines of a table's cell as one passage: a word cut at the edge of a narrow cell, with no hyphen, is made whole."""
    passages: list[Passage] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not line.row.paragraph and _cut_off(before.text, line.text):
            passages[-1] = concatenate([passages[-1], line.passage])
        else:
            passages.append(line.passage)
    return join_lines(passages) if passages else EMPTY


def _cut_off(before: str, after: str) -> bool:
    """«проектирова» / «ния»: one of the two is no word by itself, together they are."""
    head, tail = _WORD_END.search(before), _WORD_HEAD.match(after)
    if head is None or tail is None or not tail[0].islower():
        return False
    return not (is_known(head[0]) and is_known(tail[0])) and is_known(head[0] + tail[0])


_END = 60  # characters of a line's end that tell whether the next goes on
# A word or an address broken over the line end is judged by its last part; nothing longer is one word.
_TAIL = 200


def _glue(before: str, after: str) -> str:
    """How the line `after` goes on the word that ends `before`: "" with a space, "glued", or "hyphen out"."""
    if before[-1:] in _URL_SIGNS and _URL_END.search(before) and _ADDRESS_HEAD.match(after) and not (before.endswith(".") and after[:1].isupper()):
        return "glued"
    if (end := _HYPHEN_END.search(before)) and (head := _WORD_HEAD.match(after)):
        return "hyphen out" if _parts_a_word(end[1], head[0]) else "glued"
    if _NUMBER_END.search(before) and (after[:1].isdigit() or _INDEX_HEAD.match(after)):
        return "glued"
    return "glued" if before.endswith(("/", "@", "_")) and _ADDRESS_HEAD.match(after) else ""


def _parts_a_word(first: str, second: str) -> bool:
    if second[0].isupper() and not first.isupper():
        return False
    whole = first + second
    if is_known(f"{first}-{second}"):
        return False
    if is_known(whole):
        return True
    return not (
        is_known(second) and len(second) > 2 and len(first) > 2 and (is_known(first) or _LINKING_END.search(first))
    )


# --- which line goes on ------------------------------------------------------------------------------------------

# A line that ends so goes on whatever the next begins with; «г.» only before what is no item of a list.
_OPEN_END = re.compile(
    r"(?:№|\bN|[(«„]|(?<![А-Яа-яЁё])(?:и|в|во|с|со|на|по|от|до|о|об|за|к|ко|для|из|при|не|или|у|без|под|над|между|через|"
    r"пп?\.|ст\.|им\.|см\.|тыс\.|млн\.?|ФГБУ|МБУ|МКУ|ООО|АО|ОАО|ЗАО|ПАО|МУП|ГБУ|ИП))$"
)
_PLACE_END = re.compile(r"(?<![А-Яа-яЁё])(?:г\.|д\.|ул\.|стр\.|ч\.|пос\.|с\.|пр\.|каб\.|кв\.)$")
_YEAR_END = re.compile(r"(?:[ \d]|[тс]\. ?)г\.$")
_LABEL_END = re.compile(r"[.;)] (?:Ответственн\w+|Исполнител\w+|Отв\.?|Исп\.?|Срок\w*(?: исполнения)?) ?:$")
_LOWER = re.compile(r"[(«\"„]?[а-яёa-z]")
_ADDRESS = re.compile(r"<?(?:https?://|www\.|[\w.+-]+@[\w-]+\.)")
_BEFORE_NUMBER = re.compile(r"[^\W\d_]$| г\.$|[^\W\d_] от \d{2}\.\d{2}\.\d{4}$")
# initials are kept with their surname, a sign with its number
_FIRST_WORD = re.compile(r"(?:[А-ЯЁ]\. ?){1,2}[А-ЯЁ][а-яё-]+|№ \S+|\S+")


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a document breaks its lines.

    `width`: where they are wrapped, in character widths, None when paragraphs are not wrapped at all; `indented`:
    whether a paragraph's first line stands in; `hanging`: whether the further lines of an item stand under its text;
    `loud`: whether all is in capitals, as in telegrams, so that a capital tells nothing.
    """

    width: float | None = None
    indented: bool = False
    hanging: bool = True
    loud: bool = False


SURE_OF_WRAP = 3  # wrapped lines by which a width is known
SHARE_BEYOND = 0.15  # of the lines: where more reach beyond the width, the text is not wrapped
LONELY = 8.0  # character widths by which a single longest line must reach beyond the others to tell nothing
NARROWEST = 50.0  # character widths: with fewer such lines, a narrower column tells nothing of the page
WELL_FILLED = 0.8  # of the width: the part that a line of running text fills at least
DEEPEST = 16.0  # character widths: what stands in further is no paragraph's first line
INDENT = 2.5  # character widths from which a first line stands in


def is_loud(rows: Sequence[TextRow]) -> bool:
    """Whether the whole document is in capitals, as telegrams are: then they tell nothing."""
    said = "".join(row.text[:200] for row in rows[:50])
    capitals = sum(map(str.isupper, said))
    return capitals > 90 and capitals > 0.9 * sum(map(str.isalpha, said))


def wrapping(rows: Sequence[TextRow]) -> Wrap:
    """How the rows were wrapped, judged by the lines that certainly were: the next goes on in lower case with no gap."""
    loud = is_loud(rows)
    reaches: list[float] = []
    beside: list[float] = []
    indents = flush = 0
    for previous, row in itertools.pairwise(rows):
        if (
            row.row.cell is not None
            or row.row.column != previous.row.column
            or row.row.paragraph
            or row.row.blank_before
        ):
            continue
        if row.indent - previous.indent >= INDENT and row.text[:1].isupper() and ends_sentence(previous.text):
            indents += 1
        inner = _LOWER.match(row.text) or (loud and row.text[:1].isalpha())
        if inner and read_mark(row.text) is None and not ends_sentence(previous.text):
            (beside if previous.row.column else reaches).append(previous.reach)
            if read_mark(previous.text) is not None:
                flush += -1 if row.indent - previous.indent >= 1 else 1
            if _stands_in(previous, row):
                indents += 1
        elif previous.reach > NARROWEST and not ends_sentence(previous.text) and _stands_in(previous, row):
            indents += 1
    hanging = flush <= 0
    # the column of the addressees is wrapped more closely than the text
    reaches = sorted(reaches if len(reaches) >= SURE_OF_WRAP else reaches + beside)
    if not reaches:
        return Wrap(None, indents > 2, hanging, loud)
    if len(reaches) > SURE_OF_WRAP and reaches[-1] - reaches[-2] > LONELY:
        reaches.pop()  # a line of the letterhead that runs further than the text
    width = reaches[min(len(reaches) - 1, int(len(reaches) * 0.9))]
    if len(reaches) < SURE_OF_WRAP and (width < NARROWEST or any(r.reach > width + 4 and not r.row.cell for r in rows)):
        return Wrap(None, indents > 2, hanging, loud)
    beyond = sum(r.reach > width + LONELY and not r.row.cell and not r.row.column for r in rows)
    if beyond > max(2, SHARE_BEYOND * len(rows)):
        return Wrap(None, indents > 2, hanging, loud)  # only the head of the sheet has short lines
    return Wrap(width, indents > 2, hanging, loud)


def _stands_in(first: TextRow, second: TextRow) -> bool:
    """Whether a line looks like the first of a paragraph that goes on with the second, further to the left."""
    return (
        first.indent - second.indent >= INDENT
        and first.indent < DEEPEST
        and len(first.pieces) == 1
        and (first.text[:1].isupper() or first.text[:1].isdigit())
        and read_mark(first.text) is None
        and read_mark(second.text) is None
    )


def continues(previous: TextRow, row: TextRow, wrap: Wrap) -> bool:
    """Whether `row` goes on with the paragraph of `previous`, as the document wraps its lines."""
    if previous.row.cell != row.row.cell and (previous.row.cell or row.row.cell):
        return False
    text, before = row.text, previous.text
    if row.row.cell is not None and not (row.row.paragraph or previous.row.paragraph or row.row.blank_before):
        # a cell's lines are wrapped at its edge, wherever that is
        return bool(_glue(before[-_TAIL:], text)) or (read_mark(text) is None and not ends_sentence(before))
    lower = bool(_LOWER.match(text))
    end = before[-_END:]  # what tells of a line's end is not looked for in the whole of it
    broken = row.after_furniture or row.row.page != previous.row.page
    if lower and not row.row.blank_before and _HYPHEN_END.search(end):
        return True
    if row.row.paragraph or previous.row.paragraph:
        return broken and lower and not ends_sentence(before) and read_mark(text) is None
    if row.row.blank_before and not broken:
        return False
    if _OPEN_END.search(end) or (before.endswith(":") and not row.row.blank_before and _ADDRESS.match(text)):
        return True
    if end.endswith(":") and not row.row.blank_before and _LABEL_END.search(end) and read_mark(text) is None:
        return True  # «Срок: с 16 по 20 января. Ответственная:» / «Обухова А.А.»
    if text.startswith("№ ") and not row.row.blank_before and _BEFORE_NUMBER.search(end):
        return True  # «приказом от 19 января 2023 г.» / «№ МХ-П9-512»
    mark = read_mark(text)
    if mark is not None and not _is_no_mark(mark, before, text):
        return False
    if before.endswith((" –", " —")) and not row.row.blank_before:
        return True
    if not row.row.blank_before and _PLACE_END.search(end):
        return not _YEAR_END.search(end) or lower or _full(previous, row, wrap)
    if broken:
        return not ends_sentence(before) and (lower or _full(previous, row, wrap))
    return row.row.column == previous.row.column and _goes_on(previous, row, wrap, lower=lower)


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
            return (before.endswith(".") and full) or before.endswith(")")
        # a sentence that ends with the line: only first lines that stand in tell whether the paragraph ends too
        return wrap.indented and full and not stands_in and not before.endswith((";", ":"))
    if wrap.indented and text[:1].isupper() and row.indent - previous.indent >= INDENT and not row.row.centered:
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


def _dash_goes_on(before: str, text: str) -> bool:
    """«… Аристов К.Г.» + «– директор» is one line wrapped before its dash."""
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


def one_passage(rows: Iterable[TextRow]) -> Passage:
    """All the rows as one passage, whatever the line breaks say."""
    lines = [r.passage for r in rows]
    return join_lines(lines) if lines else EMPTY
