"""Excel: assignments, documents, agenda and participants, each on a sheet.

Rows go to temporary files as they come (XlsxWriter's constant memory), so that memory does not grow with their number.
Every text is written as a text: nothing that a document says becomes a formula or a link.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from protocol_cli.export.columns import COLUMNS, Value
from protocol_cli.export.filed import FiledDocument, file_link, protocol_heading
from protocol_cli.export.rows import AssignmentRow, State
from protocol_cli.export.safe import plain
from protocol_cli.export.wording import ATTENDANCE, DOCUMENT_KINDS

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767  # Excel's limits
MOST_LINKS = 65_530
LONGEST_LINK = 2_079
LAST_ROW = 1_048_575
LINE_HEIGHT = 15  # points
HEADING_HEIGHT = 48
HIGHEST_ROW = 409
COLOURS = {
    State.OVERDUE: ("#FFC7CE", "#9C0006"),
    State.SOON: ("#FFEB9C", "#7F6000"),
    State.DONE: ("#C6EFCE", "#006100"),
    State.DONE_LATE: ("#E2EFDA", "#7F6000"),
}
DOCUMENT_COLUMNS = (
    ("Код", 12), ("Вид", 18), ("Номер", 16), ("Дата", 12), ("Организация", 36), ("Заголовок", 50),
    ("Протокол", 26), ("Председатель", 26), ("Поручений", 11), ("Файл", 30),
)  # fmt: skip
AGENDA_COLUMNS = (("Документ", 26), ("Вопрос", 10), ("Повестка", 70), ("Докладчики", 40), ("Код", 12))
PARTICIPANT_COLUMNS = (
    ("Документ", 26), ("Участник", 50), ("Имя", 30), ("Должность", 40), ("Участие", 16), ("Дистанционно", 14), ("Код", 12),
)  # fmt: skip


def write_xlsx(stream: BinaryIO, rows: Iterable[AssignmentRow], documents: Iterable[FiledDocument]) -> int:
    """Write the workbook to `stream`, which must take bytes; return how many assignments it holds.

    The documents are asked for when all rows were taken.
    """
    import xlsxwriter

    with tempfile.TemporaryDirectory(prefix="protocol-") as folder:
        options = {
            "constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False, "default_date_format": "dd.mm.yyyy",
        }  # fmt: skip
        book = xlsxwriter.Workbook(stream, options)
        try:
            styles = _Styles(book)
            columns = [("№ п/п", 7), *((column.title, column.width) for column in COLUMNS)]
            printed = next(number for number, (title, _) in enumerate(columns) if title == "Файл")
            assignments = _Sheet(book, "Поручения", columns, styles, printed)
            filed = _Sheet(book, "Документы", DOCUMENT_COLUMNS, styles)
            agenda = _Sheet(book, "Повестка", AGENDA_COLUMNS, styles)
            participants = _Sheet(book, "Участники", PARTICIPANT_COLUMNS, styles)
            count = _write_assignments(assignments, rows)
            _write_documents(filed, agenda, participants, documents)
        except BaseException:
            for sheet in book.worksheets():
                sheet._opt_close()  # noqa: SLF001 - its temporary file, which must go; there is no public way without writing
            raise
        book.close()
    return count


def _lines(value: Value, width: int) -> int:
    """How many lines a text takes in a cell so wide."""
    if not isinstance(value, str) or len(value) < width:
        return 1
    lines, filled = 1, 0
    for word in value.split():
        length = len(word)
        if filled and filled + 1 + length > width - 1:
            lines, filled = lines + 1, 0
        if length > width:
            lines += length // width
        filled += length + (1 if filled else 0)
    return lines


class _Styles:
    """The formats of cells."""

    def __init__(self, book: Workbook) -> None:
        cell = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
        day = {"num_format": "dd.mm.yyyy", "align": "left"}
        self.heading = book.add_format(
            cell | {"bold": True, "bg_color": "#D9E1F2", "valign": "vcenter", "align": "center", "border_color": "#8EA9DB"}
        )
        self.text = book.add_format(cell)
        self.day = book.add_format(cell | day)
        self.link = book.add_format(cell | {"font_color": "#0563C1", "underline": 1})
        self.states = {
            state: (book.add_format(cell | look), book.add_format(cell | look | day))
            for state, (background, letters) in COLOURS.items()
            for look in [{"bg_color": background, "font_color": letters}]
        }


class _Sheet:
    """A sheet with a frozen heading, filters and widths; rows are added in order, and a full sheet goes on in another."""

    def __init__(
        self, book: Workbook, name: str, columns: Sequence[tuple[str, int]], styles: _Styles, printed: int | None = None
    ) -> None:
        self.styles = styles
        self._book = book
        self._name = name
        self._columns = columns
        self._printed = printed or len(columns)
        self._part = 1
        self._begin(name)

    def _begin(self, name: str) -> None:
        self._row = 0
        self._links = 0
        self._sheet: Worksheet = self._book.add_worksheet(name)
        for number, (title, width) in enumerate(self._columns):
            self._sheet.set_column(number, number, width)
            if not number:
                self._sheet.set_row(0, HEADING_HEIGHT)
            self._sheet.write_string(0, number, title, self.styles.heading)
        self._sheet.freeze_panes(1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)  # A4
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        self._sheet.set_footer("&C&P / &N")

    def next_row(self, values: Sequence[Value]) -> None:
        """Go on to a new row, high enough for the texts that will stand in it."""
        if self._row >= LAST_ROW:
            self.close()
            self._part += 1
            self._begin(f"{self._name} {self._part}")
        self._row += 1
        # Programs do not all work the height out when they open a file.
        lines = max((_lines(value, width) for value, (_, width) in zip(values, self._columns, strict=False)), default=1)
        self._sheet.set_row(self._row, min(lines * LINE_HEIGHT, HIGHEST_ROW))

    def put(self, column: int, value: Value, text: Any = None, day: Any = None) -> None:  # noqa: ANN401 - XlsxWriter's formats
        """Write a value in its own kind: a date as a date, a number as a number, all else as text."""
        if isinstance(value, dt.date):
            self._sheet.write_datetime(self._row, column, value, day or self.styles.day)
        elif isinstance(value, int):
            self._sheet.write_number(self._row, column, value, text or self.styles.text)
        elif value:
            self._sheet.write_string(self._row, column, plain(value)[:LONGEST_CELL], text or self.styles.text)
        else:
            self._sheet.write_blank(self._row, column, None, text or self.styles.text)

    def put_link(self, column: int, link: str | None, shown: str) -> None:
        """Write a link, as long as Excel takes more of them; then the text alone."""
        if link is None or self._links >= MOST_LINKS or len(link) > LONGEST_LINK:
            self.put(column, shown)
            return
        self._links += 1
        # XlsxWriter makes «file:» links relative to a Windows folder; a scheme in capitals (RFC 3986, 3.1) it leaves alone.
        link = link.replace("file:", "FILE:", 1)
        self._sheet.write_url(self._row, column, link, self.styles.link, plain(shown)[:LONGEST_CELL])

    def close(self) -> None:
        """Set the filters and the part that is printed over all that was written."""
        self._sheet.autofilter(0, 0, self._row, len(self._columns) - 1)
        self._sheet.print_area(0, 0, self._row, self._printed - 1)


def _write_assignments(sheet: _Sheet, rows: Iterable[AssignmentRow]) -> int:
    places = {column.title: number for number, column in enumerate(COLUMNS, start=1)}
    coloured = {places[title] for title in ("Срок", "Срок с учётом выходных", "Состояние", "Просрочено, дней")}
    file = places["Файл"]
    count = 0
    for row in rows:
        values = [count + 1, *(column.value(row) for column in COLUMNS)]
        sheet.next_row(values)
        count += 1
        look = sheet.styles.states.get(row.state)
        for number, value in enumerate(values):
            if number == file:
                sheet.put_link(number, file_link(row.path, row.get("page")) if row.path else None, str(value or ""))
            elif look and number in coloured:
                sheet.put(number, value, *look)
            else:
                sheet.put(number, value)
    sheet.close()
    return count


def _write_documents(
    filed: _Sheet, agenda: _Sheet, participants: _Sheet, documents: Iterable[FiledDocument]
) -> None:
    for given in documents:
        _write_document(filed, given)
        for protocol in given.document.protocols:
            heading = protocol_heading(protocol)
            for item in protocol.agenda:
                speakers = "; ".join(person.name for person in item.speakers)
                _write_row(agenda, heading, item.number, item.title, speakers, given.id)
            for one in protocol.participants:
                person = one.person
                remote = {True: "да", False: "нет", None: None}[one.remote]
                name, post = (person.name, person.position) if person else (None, None)
                _write_row(participants, heading, one.text, name, post, ATTENDANCE[one.status.value], remote, given.id)
    for sheet in (filed, agenda, participants):
        sheet.close()


def _write_document(sheet: _Sheet, given: FiledDocument) -> None:
    document = given.document
    letter, protocols = document.letter, document.protocols
    head = letter or (protocols[0] if protocols else None)
    decisions = sum(len(protocol.decisions) for protocol in protocols) + (len(letter.requests) if letter else 0)
    _write_row(
        sheet,
        given.id,
        DOCUMENT_KINDS[document.kind.value],
        head.number if head else None,
        head.date if head else None,
        letter.organization.name if letter and letter.organization else None,
        letter.subject if letter else (protocols[0].title if protocols else None),
        "; ".join(protocol_heading(protocol) for protocol in protocols) or None,
        "; ".join(protocol.chair.name for protocol in protocols if protocol.chair) or None,
        decisions,
    )
    sheet.put_link(len(DOCUMENT_COLUMNS) - 1, file_link(given.path) if given.path else None, document.source.name)


def _write_row(sheet: _Sheet, *values: Value) -> None:
    sheet.next_row(values)
    for number, value in enumerate(values):
        sheet.put(number, value)
