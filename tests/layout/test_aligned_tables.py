"""Tables whose cells only stand under their headings."""

from __future__ import annotations

from protocol_cli.layout.page import lay_out
from protocol_cli.readers import read_text


def cells(text: str) -> list[str]:
    """«row.column text» of every cell's line; lines outside tables as they are."""
    layout = lay_out(read_text(text, "x.txt"))
    return [
        (f"{row.cell.row}.{row.cell.column} " if row.cell else "")
        + layout.text[row.pieces[0].start : row.pieces[-1].end]
        for row in layout.rows
    ]


def test_numbers_begin_the_rows():
    assert cells(
        "№    Поручение                     Ответственный     Срок\n"
        "1    Разработать план              Барсуков Б.Б.     до 10 июня\n"
        "     и согласовать его\n"
        "2    Провести осмотр               Ветров В.В.       03.06.2024\n"
        "\n"
        "Директор                           А.А. Арбенин\n"
    ) == [
        "0.0 №", "0.1 Поручение", "0.2 Ответственный", "0.3 Срок",
        "1.0 1", "1.1 Разработать план", "1.1 и согласовать его", "1.2 Барсуков Б.Б.", "1.3 до 10 июня",
        "2.0 2", "2.1 Провести осмотр", "2.2 Ветров В.В.", "2.3 03.06.2024",
        "Директор                           А.А. Арбенин",
    ]  # fmt: skip


def test_a_line_of_headings_alone_is_no_table():
    text = "№    Поручение    Ответственный    Срок\n\nСовещание закрыто.\n"
    assert not any(line[:2] == "0." for line in cells(text))


def test_a_line_of_labels_heads_no_table():
    assert not any(
        line[:2] == "0."
        for line in cells("Ответственный: Юров К.К.    Срок: 12.04    Поручение: план\n1 а    б    в\n")
    )
