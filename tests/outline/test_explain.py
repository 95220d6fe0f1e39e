"""`protocol explain`: every line with its section and rule, and what rules took from it."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from protocol_cli.cli import explain
from protocol_cli.outline.section import Section
from protocol_cli.reading import read

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LETTER = SAMPLES / "letter.txt"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):
    def command(*args: object, stdin: bytes = b"") -> tuple[int, str, str]:
        app = typer.Typer(add_completion=False)
        explain.register(app)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = get_command(app).main(args=[str(arg) for arg in args], standalone_mode=False)
        out, errors = capsys.readouterr()
        return code, out, errors

    return command


def objects(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_line_for_each_row_and_for_each_thing_taken(run):
    code, out, errors = run(LETTER)
    assert (code, errors) == (0, "")
    reading = read(LETTER)
    assert len(out.splitlines()) == len(reading.outline.rows) + len(reading.taken)
    head = next(line for line in out.splitlines() if line.endswith("| РЕШИЛИ:"))
    place, section, rule, *_ = head.split()
    assert (section, rule) == ("decisions", "decided")
    page, number = (int(figure) for figure in place.split(":"))
    assert LETTER.read_text(encoding="utf-8").split("\f")[page - 1].split("\n")[number - 1].strip() == "РЕШИЛИ:"


def test_json_has_an_object_a_line(run):
    lines = objects(run(LETTER, "--json")[1])
    reading = read(LETTER, with_text=True)
    text = reading.document.text or ""
    assert [line["text"] for line in lines] == [row.text for row in reading.outline.rows]
    assert sum(len(line["taken"]) for line in lines) == len(reading.taken)
    assert {line["part"] for line in lines} == {"letter", "protocol"}
    for line in lines:
        span = line["span"]
        assert text.count("\f", 0, span["start"]) + 1 == span["page"] == line["page"]
        assert (line["rule"] is None) == (line["weight"] is None)
        for taken in line["taken"]:
            assert taken["text"] == " ".join(text[taken["span"]["start"] : taken["span"]["end"]].split())
            assert taken["span"]["start"] >= span["start"]
    assert {"title", "agenda item", "assignment"} <= {taken["rule"] for line in lines for taken in line["taken"]}


def test_one_section(run):
    lines = objects(run(LETTER, "--json", "--section", "agenda")[1])
    assert {line["section"] for line in lines} == {"agenda"}
    assert lines[0]["text"] == "ПОВЕСТКА:"
    everything = objects(run(LETTER, "--json")[1])
    assert lines == [line for line in everything if line["section"] == "agenda"]


def test_pages_and_lines_of_a_pdf(run):
    lines = objects(run(SAMPLES / "letter.pdf", "--json")[1])
    assert {line["page"] for line in lines} == {1, 2, 3, 4}
    assert all(line["line"] >= 1 for line in lines)
    assert [line["page"] for line in lines] == sorted(line["page"] for line in lines)


def test_standard_input(run):
    assert run("-", stdin=LETTER.read_bytes())[1] == run(LETTER)[1]


def test_what_is_neither_letter_nor_protocol_is_explained_too(run, tmp_path: Path):
    order = tmp_path / "order.txt"
    order.write_text("ПРИКАЗ\n12.03.2024 № 5\nО назначении\nПРИКАЗЫВАЮ:\n1. Назначить Иванова И.И.\n", encoding="utf-8")
    code, out, errors = run(order)
    assert code == 3
    assert len(out.splitlines()) == 5
    assert "order.txt" in errors
    assert {line["part"] for line in objects(run(order, "--json")[1])} == {None}


def test_what_cannot_be_read_is_told(run, tmp_path: Path):
    code, out, errors = run(tmp_path / "no.txt")
    assert (code, out) == (3, "")
    assert "no.txt" in errors


def test_the_terminal_is_not_steered(run, tmp_path: Path):
    paper = tmp_path / "evil.txt"
    paper.write_text("ПРОТОКОЛ\nсовещания\x1b]0;x\x07\x9b31m\nРЕШИЛИ:\n1. Утвердить \u202eплан.\n", encoding="utf-8")
    out = run(paper)[1]
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(out)
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(run(paper, "--json")[1])


def test_an_unknown_section_is_refused(run):
    with pytest.raises(typer.BadParameter, match="agenda"):
        run(LETTER, "--section", "nothing")


def test_every_section_with_a_look_is_a_section():
    assert set(explain.LOOKS) <= {section.value for section in Section}
