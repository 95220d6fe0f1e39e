"""Word files: what the paper shows, once and in order."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import NAMES, word_file

from protocol_cli.readers import Cell, Line, ReadError, Unreadable, read_bytes
from protocol_cli.readers.docx_numbering import write_number


def lines(data: bytes) -> list[Line]:
    return [line for page in read_bytes(data, "x.docx").pages for line in page.lines]


def texts(data: bytes) -> list[str]:
    return [line.text for line in lines(data)]


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


INSIDE = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'


def numbered(depth: int, text: str, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def level(depth: int, form: str, pattern: str, extra: str = "") -> str:
    written = f'<w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{pattern}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{written}</w:lvl>'


def numbering(*levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{lists}'


def test_paragraphs_and_tables_come_in_the_order_of_the_body():
    data = word_file(p("до") + table(cell("ячейка")) + p("после"))
    assert texts(data) == ["до", "ячейка", "после"]


def test_a_line_break_parts_lines_of_one_paragraph():
    data = word_file("<w:p><w:r><w:t>Главам</w:t><w:br/><w:t>(по списку)</w:t></w:r></w:p>" + p("Копия"))
    assert [(line.text, line.paragraph) for line in lines(data)] == [
        ("Главам", False),
        ("(по списку)", False),
        ("Копия", True),
    ]


def test_merged_cells_have_their_spans_and_their_text_once():
    data = word_file(
        table(
            cell("1", '<w:vMerge w:val="restart"/>') + cell("широкая", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("б") + cell("в"),
            properties=INSIDE,
        )
    )
    assert [(line.text, line.cell) for line in lines(data)] == [
        ("1", Cell(0, 0, 0, 2, 1)),
        ("широкая", Cell(0, 0, 1, 1, 2)),
        ("б", Cell(0, 1, 1)),
        ("в", Cell(0, 1, 2)),
    ]


def test_a_table_without_borders_says_so():
    assert [line.cell.ruled for line in lines(word_file(table(cell("а") + cell("б"))))] == [False, False]
    assert [line.cell.ruled for line in lines(word_file(table(cell("а"), properties=INSIDE)))] == [True]


def test_a_nested_table_is_a_table_of_its_own():
    inner = table(cell("внутри"), properties=INSIDE)
    data = word_file(f"<w:tbl><w:tr><w:tc>{inner}{p('снаружи')}</w:tc></w:tr></w:tbl>")
    assert [(line.text, line.cell.table) for line in lines(data)] == [("внутри", 1), ("снаружи", 0)]


def test_deleted_text_is_out_and_inserted_text_is_in():
    data = word_file(
        "<w:p><w:del><w:r><w:delText>до 1 мая</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>до 1 июня</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> тайно</w:t></w:r></w:p>"
    )
    assert texts(data) == ["до 1 июня"]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('Адресат')}</w:txbxContent>"
    data = word_file(
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Текст</w:t></w:r></w:p>"
    )
    assert texts(data) == ["Адресат", "Текст"]


def test_a_list_of_several_levels_counts_and_restarts():
    parts = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2."), level(2, "russianLower", "%3)"))
    body = "".join(
        numbered(depth, text) for depth, text in [(0, "а"), (1, "б"), (2, "в"), (2, "г"), (1, "д"), (0, "е"), (1, "ж")]
    )
    assert texts(word_file(body, numbering=parts)) == [
        "1. а", "1.1. б", "а) в", "б) г", "1.2. д", "2. е", "2.1. ж",
    ]  # fmt: skip


def test_lists_of_one_pattern_count_on_and_a_start_override_begins_anew():
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = numbered(0, "а") + numbered(0, "б", 2) + numbered(0, "в", 3) + numbered(0, "г", 3)
    assert texts(word_file(body, numbering=numbering(level(0, "upperRoman", "%1."), lists=lists))) == [
        "I. а", "II. б", "V. в", "VI. г",
    ]  # fmt: skip


def test_a_style_brings_its_list():
    styles = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Item"/></w:style>'
    )
    parts = numbering(
        level(0, "decimal", "%1)", '<w:pStyle w:val="Item"/>'), level(1, "bullet", "\uf0b7", '<w:pStyle w:val="Sub"/>')
    )
    body = p("а", '<w:pStyle w:val="Item"/>') + p("б", '<w:pStyle w:val="Sub"/>')
    assert texts(word_file(body, numbering=parts, styles=styles)) == ["1) а", "• б"]


def test_number_zero_takes_a_paragraph_out_of_the_list():
    assert texts(word_file(numbered(0, "а", 0), numbering=numbering(level(0, "decimal", "%1.")))) == ["а"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [
        (3, "russianLower", "в"), (10, "russianLower", "к"), (30, "russianUpper", "АА"), (27, "lowerLetter", "aa"),
        (4, "lowerRoman", "iv"), (7, "decimalZero", "07"), (5, "bullet", ""), (12, "unheardOf", "12"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_word_does(value, form, written):
    assert write_number(value, form) == written


SECTION = (
    '<w:sectPr><w:headerReference w:type="{}" r:id="header1"/>'
    '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
)


def test_a_letterhead_in_the_first_page_header_is_text_and_a_page_number_is_not():
    number = "<w:p><w:fldSimple w:instr=' PAGE '><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p>"
    data = word_file(
        p("Уважаемые коллеги!") + SECTION.format("first", "<w:titlePg/>"),
        header1=p("МИНИСТЕРСТВО") + p("ТРАНСПОРТА"),
        footer1=number,
    )
    assert texts(data) == ["МИНИСТЕРСТВО", "ТРАНСПОРТА", "Уважаемые коллеги!"]
    assert not any(line.furniture for line in lines(data))


def test_a_running_head_is_furniture_and_an_executor_in_the_footer_is_not():
    data = word_file(
        p("Текст") + SECTION.format("default", ""), header1=p("Протокол № 3"), footer1=p("Исп. Рогова М.С., 6-00-21")
    )
    assert [(line.text, line.furniture) for line in lines(data)] == [
        ("Протокол № 3", True),
        ("Текст", False),
        ("Исп. Рогова М.С., 6-00-21", False),
    ]


def test_fields_give_their_result_and_not_their_code():
    data = word_file(
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK x </w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>сайт</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )
    assert texts(data) == ["сайт"]


def test_a_footnote_stands_at_the_end():
    data = word_file(
        "<w:p><w:r><w:t>Текст</w:t><w:footnoteReference w:id='2'/></w:r></w:p>" + p("Конец"),
        footnotes=f"<w:footnote w:id='2'>{p(' Сноска.')}</w:footnote>",
    )
    assert texts(data) == ["Текст", "Конец", "1 Сноска."]


BREAK = "<w:r><w:br w:type='page'/></w:r>"


def test_a_page_that_ends_inside_a_paragraph_does_not_part_it():
    data = word_file(
        f"<w:p><w:r><w:t>2. Провести</w:t></w:r>{BREAK}<w:r><w:t>анализ.</w:t></w:r></w:p>" + p("3. Далее.")
    )
    assert [[line.text for line in page.lines] for page in read_bytes(data, "x").pages] == [
        ["2. Провести анализ."],
        ["3. Далее."],
    ]


def test_a_page_break_before_a_heading_parts_it():
    data = word_file(f"<w:p><w:r><w:t>тел. 5-13</w:t></w:r>{BREAK}<w:r><w:t>ПРОТОКОЛ</w:t></w:r></w:p>")
    assert texts(data) == ["тел. 5-13", "ПРОТОКОЛ"]


def test_a_break_and_words_own_mark_of_it_are_one_page():
    data = word_file(p("а") + f"<w:p>{BREAK}</w:p>" + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>б</w:t></w:r></w:p>")
    assert [len(page.lines) for page in read_bytes(data, "x").pages] == [1, 1]


def test_empty_paragraphs_and_space_between_show_as_a_blank():
    data = word_file(p("а", '<w:spacing w:after="200"/>') + p("б") + p("") + p("") + p("в") + p("г"))
    assert [line.blank_before for line in lines(data)] == [0, 1, 2, 0]


def test_paragraphs_of_several_lines_in_a_cell_are_parted():
    broken = "<w:p><w:r><w:t>Директорам</w:t><w:br/><w:t>школ</w:t></w:r></w:p>"
    data = word_file(
        table(f"<w:tc>{broken}{broken}{p('')}</w:tc><w:tc>{p('а')}{p('б')}{p('')}{p('в')}</w:tc>", properties=INSIDE)
        + p("после")
    )
    assert [line.blank_before for line in lines(data)] == [0, 0, 1, 0, 0, 0, 1, 0]


def test_looks():
    data = word_file(
        "<w:p><w:pPr><w:jc w:val='center'/></w:pPr>"
        "<w:r><w:rPr><w:b/><w:sz w:val='28'/></w:rPr><w:t>ПРОТОКОЛ</w:t></w:r></w:p>"
        + p("справа", "<w:jc w:val='right'/><w:ind w:left='5000'/>")
    )
    heading, right = lines(data)
    assert (heading.bold, heading.size, heading.centered) == (True, 14.0, True)
    assert (right.bold, right.right, right.indent) == (False, True, 250.0)


def test_entities_are_refused():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE x [<!ENTITY a "{"б" * 9}">]><w:document {NAMES}><w:body>{p("&a;")}</w:body></w:document>',
        )
    with pytest.raises(ReadError) as error:
        read_bytes(stream.getvalue(), "x")
    assert error.value.reason is Unreadable.DAMAGED


def test_a_zip_bomb_is_refused(monkeypatch):
    monkeypatch.setattr("protocol_cli.readers.ooxml.PART_LIMIT", 10_000)
    with pytest.raises(ReadError) as error:
        read_bytes(word_file(p("а" * 20_000)), "x")
    assert error.value.reason is Unreadable.TOO_LARGE


def test_a_word_file_without_text_is_empty():
    with pytest.raises(ReadError) as error:
        read_bytes(word_file(p("")), "x")
    assert error.value.reason is Unreadable.EMPTY


WHOLE = word_file(p("Решили:") + numbered(0, "а") + table(cell("б")), numbering=numbering(level(0, "decimal", "%1.")))


@given(st.integers(4, len(WHOLE)))
@settings(max_examples=150, deadline=None)
def test_a_cut_file_gives_a_read_error(length):
    try:
        read_bytes(WHOLE[:length], "x")
    except ReadError:
        return
    assert length == len(WHOLE)


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_gives_a_source_or_a_read_error(changes):
    data = bytearray(WHOLE)
    for place, value in changes:
        data[place] = value
    try:
        assert read_bytes(bytes(data), "x").pages
    except ReadError as error:
        assert error.reason in Unreadable


TAGS = st.sampled_from(
    ["p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "br", "tab", "fldChar", "pPr", "numPr"]
)


def _around(tag: str, parts: list[str]) -> str:
    return f"<w:{tag}>{''.join(parts)}</w:{tag}>"


LEAVES = st.builds(lambda tag: f"<w:{tag}/>", TAGS)
BODIES = st.recursive(LEAVES, lambda inner: st.builds(_around, TAGS, st.lists(inner, max_size=4)), max_leaves=25)


@given(BODIES)
@settings(max_examples=200, deadline=None)
def test_any_nesting_of_words_elements_reads(body):
    try:
        assert read_bytes(word_file(p("текст") + body), "x").pages
    except ReadError as error:
        assert error.reason in Unreadable
