"""The view in a real browser: from value to place and back."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from export_rows import ATTACKS, SAMPLES, Browser

from protocol_cli.export.found import entries_of
from protocol_cli.export.page_images import page_images
from protocol_cli.export.to_view import write_view
from protocol_cli.models import (
    Assignment,
    Document,
    DocumentKind,
    Notice,
    Protocol,
    Responsible,
    Role,
    SourceInfo,
    Span,
)
from protocol_cli.reading import parse

UNDER = """
const entry = arguments[0];
const mark = document.querySelector(`.m[data-ids~="${entry}"]`);
mark.scrollIntoView({block: 'center'});
const box = mark.getClientRects()[0];
return [box.x + box.width / 2, box.y + box.height / 2];
"""


def view_of(tmp_path: Path, document: Document, pdf: Path | None = None) -> Path:
    stream = io.StringIO()
    assert write_view(stream, document, page_images(pdf) if pdf else None) > 0
    page = tmp_path / "view.html"
    page.write_text(stream.getvalue(), encoding="utf-8")
    return page


def entry_named(browser: Browser, label: str, beginning: str) -> str:
    """The id of the card's entry with the label whose value begins so."""
    found = browser.script(
        "return [...document.querySelectorAll('button.entry')].filter(e => e.querySelector('.label').textContent === arguments[0]"
        " && e.querySelector('.value').textContent.startsWith(arguments[1])).map(e => e.dataset.id)",
        label,
        beginning,
    )
    assert len(found) == 1, (label, beginning, found)
    return str(found[0])


def in_sight(browser: Browser, selector: str) -> bool:
    return bool(
        browser.script(
            "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
            "return b.top >= 0 && b.bottom <= innerHeight && b.width > 0 && b.height > 0",
            selector,
        )
    )


@pytest.mark.parametrize("name", ["letter.txt", "letter.pdf", "letter.docx"])
def test_from_value_to_place_and_back(browser: Browser, tmp_path: Path, name: str) -> None:
    source = SAMPLES / name
    pdf = source if name.endswith(".pdf") else None
    browser.open(view_of(tmp_path, parse(source, with_text=True), pdf))
    browser.script("document.documentElement.style.scrollBehavior = 'auto'; window.matchMedia = () => ({matches: true})")
    term = entry_named(browser, "Срок", "до 10 июня 2021 года")
    browser.click(f"button.entry[data-id='{term}']")
    browser.script("return new Promise(done => setTimeout(done, 900))")  # the scrolling is smooth
    assert browser.script("return [...document.querySelectorAll('.m.chosen')].length > 0")
    assert in_sight(browser, ".m.chosen")
    if not pdf:
        assert "до 10 июня 2021 года" in browser.script(
            "return [...document.querySelectorAll('.m.chosen')].map(m => m.textContent).join('')"
        ).replace("\n", " ")
    # back: a click on another place chooses its entry
    decision = entry_named(browser, "Решение 3", "Включить")
    across, down = browser.script(UNDER, decision)
    browser.script(
        "document.elementFromPoint(arguments[0], arguments[1]).dispatchEvent("
        "new MouseEvent('click', {bubbles: true, clientX: arguments[0], clientY: arguments[1]}))", across, down,
    )  # fmt: skip
    assert browser.script("return document.querySelector('[aria-current]').dataset.id") == decision
    browser.script("return new Promise(done => setTimeout(done, 900))")
    assert in_sight(browser, f"button.entry[data-id='{decision}']")
    assert browser.complaints() == []
    assert browser.requests() == []


def test_marks_on_a_picture_lie_on_the_words(browser: Browser, tmp_path: Path) -> None:
    """The rectangle of the letter's number lies where pdfium prints the number."""
    source = SAMPLES / "letter.pdf"
    document = parse(source, with_text=True)
    browser.open(view_of(tmp_path, document, source))
    assert document.letter
    assert document.letter.number
    number = entry_named(browser, "Номер", document.letter.number)
    share = browser.script(
        "const m = document.querySelector(`.m[data-ids='${arguments[0]}']`).getBoundingClientRect();"
        "const p = document.querySelector('#page-1 img').getBoundingClientRect();"
        "return [(m.left - p.left) / p.width, (m.top - p.top) / p.height, (m.right - p.left) / p.width, (m.bottom - p.top) / p.height]",
        number,
    )
    import pypdfium2

    page = pypdfium2.PdfDocument(source.read_bytes())[0]
    text = page.get_textpage()
    width, height = page.get_size()
    at = text.get_text_bounded().index(document.letter.number)
    left, bottom, right, top = text.get_charbox(at)
    assert share[0] == pytest.approx(left / width, abs=0.01)
    assert share[1] <= 1 - top / height + 0.005
    assert share[3] >= 1 - bottom / height - 0.005
    assert right / width < share[2] < 0.9


def test_second_click_goes_to_what_is_around(browser: Browser, tmp_path: Path) -> None:
    browser.open(view_of(tmp_path, parse(SAMPLES / "ministry.docx", with_text=True)))
    click = (
        "const m = document.querySelector('span.m.k-term'); m.scrollIntoView({block: 'center'}); const b = m.getClientRects()[0];"
        "m.dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: b.x + 3, clientY: b.y + 3}));"
        "return document.querySelector('[aria-current]').parentNode.className"
    )
    assert "k-term" in browser.script(click)
    assert "k-assignment" in browser.script(click)


def test_arrows_go_from_value_to_value_and_kinds_can_be_hidden(browser: Browser, tmp_path: Path) -> None:
    browser.open(view_of(tmp_path, parse(SAMPLES / "letter.txt", with_text=True)))
    browser.press("button.entry", "\ue015")
    browser.press("[aria-current]", "\ue015")
    chosen = browser.script("return [...document.querySelectorAll('button.entry')].indexOf(document.querySelector('[aria-current]'))")
    assert chosen == 2
    browser.click("input[data-kind=term]")
    assert browser.script("return [...document.querySelectorAll('.m.k-term')].every(m => m.classList.contains('off'))")


def attacked_document() -> Document:
    text = "ПРОТОКОЛ\n" + "\n".join(ATTACKS)
    place = Span(start=0, end=8, page=1)
    whole = Span(start=9, end=len(text), page=1)
    decisions = tuple(
        Assignment(
            number=attack, text=attack, lead=attack, responsible=(Responsible(text=attack, name=attack, role=Role.LEAD),), span=whole
        )
        for attack in ATTACKS
    )  # fmt: skip
    return Document(
        source=SourceInfo(name=ATTACKS[6], format="txt", sha256="0" * 64),
        kind=DocumentKind.PROTOCOL,
        protocols=(Protocol(title=ATTACKS[4], number=ATTACKS[5], decisions=decisions, span=place),),
        notices=(Notice(code=ATTACKS[4], message=ATTACKS[5], span=whole),),
        text=text,
    )


def test_attacks_are_shown_as_text(browser: Browser, tmp_path: Path) -> None:
    browser.open(view_of(tmp_path, attacked_document()))
    assert browser.script("return window.attacked === undefined")
    assert browser.script("return document.querySelectorAll('img').length") == 0
    assert browser.complaints() == []
    assert browser.requests() == []


def test_every_object_of_a_document_is_in_the_card() -> None:
    document = parse(SAMPLES / "letter.txt", with_text=True)
    entries = entries_of(document)
    decisions = document.protocols[0].decisions
    assert [entry.value for entry in entries if entry.label.startswith("Решение")] == [item.text for item in decisions]
    assert sum(entry.label == "Срок" for entry in entries) == sum(item.deadline is not None for item in decisions)
    assert sum(entry.label.startswith("Участник") for entry in entries) == len(document.protocols[0].participants)


def test_values_without_a_span_are_pointed_at_only_where_they_are_written() -> None:
    document = parse(SAMPLES / "letter.txt", with_text=True)
    assert document.text
    placed = {
        (entry.label, entry.value): document.text[entry.place.start : entry.place.end]
        for entry in entries_of(document)
        if entry.place and entry.kind == "requisite"
    }
    assert placed["Номер", "43-1186"] == "43-1186"
    assert placed["Дата", "16.04.2021"].startswith("16 апреля 2021")
    assert all(
        "".join(written.split()).casefold()[:2] == "".join(value.split()).casefold()[:2]
        for (label, value), written in placed.items()
        if label not in ("Дата", "Начало", "Утвердил", "На №", "Голосование")
    )
