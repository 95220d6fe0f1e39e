"""The report in a real browser."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from export_rows import ATTACKS, MOMENT, Browser, attacked_rows, row, rows_of_all_states

from protocol_cli.export.rows import AssignmentRow
from protocol_cli.export.to_html import write_report


def page_of(tmp_path: Path, rows: list[AssignmentRow]) -> Path:
    stream = io.StringIO()
    assert write_report(stream, rows, MOMENT) == len(rows)
    page = tmp_path / "report.html"
    page.write_text(stream.getvalue(), encoding="utf-8")
    return page


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return page_of(tmp_path, rows_of_all_states())


def test_table_shows_every_assignment_and_its_state(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.texts(".state") == [
        "просрочено", "срок истекает", "на исполнении", "повторяется", "без даты", "исполнено",
    ]  # fmt: skip
    assert browser.texts("tr.overdue td.due b") == ["31.05.2021"]
    assert "просрочено на 5 дн." in browser.texts("tr.overdue")[0]
    assert browser.complaints() == []
    assert browser.requests() == []


def test_filters_work_alone_and_together(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.script(
        "const who = document.getElementById('who');"
        "who.value = [...who.options].find(o => o.text === 'руководители ОО').value; who.dispatchEvent(new Event('change'))"
    )
    assert browser.texts("#count") == ["Показано 4 из 6"]
    browser.press("#find", "АНАЛИЗ августа")
    assert browser.texts("td.number") == ["3"]
    browser.click("button[type=reset]")
    browser.script("return new Promise(done => setTimeout(done, 50))")
    assert browser.texts("#count") == ["Показано 6 из 6"]
    browser.click(".card.overdue")
    assert browser.texts("td.number") == ["1"]
    browser.press("#find", "такого нет")
    assert browser.texts("td.number") == []
    browser.click("#clear")
    assert browser.texts("#count") == ["Показано 6 из 6"]
    assert browser.complaints() == []


def test_timeline_filters_by_keyboard(browser: Browser, page: Path) -> None:
    browser.open(page)
    labels = browser.script("return [...document.querySelectorAll('.bar')].map(b => b.getAttribute('aria-label'))")
    assert labels == ["май 2021: 1, просрочено 1", "июн 2021: 2, просрочено 0", "июл 2021: 1, просрочено 0", "авг 2021: 1, просрочено 0"]
    browser.press(".bar:nth-of-type(4)", "\ue007")
    assert browser.texts("td.number") == ["3"]
    browser.press(".bar:nth-of-type(4)", " ")
    assert len(browser.texts("td.number")) == 6


def test_sorting_by_a_heading(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.click("th[data-key=due] button")
    assert browser.texts("td.number") == ["1", "6", "2", "4", "3", "5"] or browser.texts("td.number") == ["1", "2", "6", "4", "3", "5"]
    browser.click("th[data-key=due] button")
    assert browser.texts("td.number")[0] == "5"


def test_everything_can_be_reached_by_keyboard(browser: Browser, page: Path) -> None:
    browser.open(page)
    unreachable = browser.script(
        "return [...document.querySelectorAll('button, select, input, .bar')].filter(e => e.tabIndex < 0).length"
    )
    assert unreachable == 0
    unnamed = browser.script(
        "return [...document.querySelectorAll('select, input')].filter(e => !e.labels.length || !e.labels[0].innerText.trim()).length"
    )
    assert unnamed == 0


def test_many_rows_are_drawn_as_one_scrolls_and_all_are_printed(browser: Browser, tmp_path: Path) -> None:
    browser.open(page_of(tmp_path, [row(number) for number in range(1, 1001)]))
    assert browser.texts("#count") == ["Показано 1000 из 1000"]
    assert browser.script("return document.querySelectorAll('#rows tr').length") < 1000
    browser.script("dispatchEvent(new Event('beforeprint'))")
    assert browser.script("return document.querySelectorAll('#rows tr').length") == 1000


def test_attacks_are_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    browser.open(page_of(tmp_path, attacked_rows()))
    assert browser.script("return window.attacked === undefined")
    assert len(browser.texts("td.text")) == len(ATTACKS)
    assert "<script>window.attacked = 1</script>" in browser.texts("td.text")[4]
    assert browser.script("return document.querySelectorAll('img, script').length") == 2
    assert browser.complaints() == []
    assert browser.requests() == []


def test_page_names_nothing_outside_itself(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#|data:)""", text)
    assert "@import" not in text


def test_an_empty_report_says_so(browser: Browser, tmp_path: Path) -> None:
    browser.open(page_of(tmp_path, []))
    assert browser.texts("#count") == ["Показано 0 из 0"]
    assert browser.complaints() == []


def test_printing_gives_a_table_over_the_whole_width(browser: Browser, page: Path) -> None:
    import base64

    import pypdfium2

    browser.open(page)
    printed = browser.window.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": False})
    paper = pypdfium2.PdfDocument(base64.b64decode(printed["data"]))
    assert len(paper) == 1
    sheet = paper[0]
    text = sheet.get_textpage()
    assert sheet.get_size()[0] > sheet.get_size()[1]
    shown = text.get_text_bounded()
    assert "просрочено на 5 дн." in shown
    assert "Сбросить" not in shown  # what only a screen can do is not printed
    at = shown.rindex("Документ")
    assert text.get_charbox(at)[0] > sheet.get_size()[0] / 2
