"""Signs that recognition and keyboards mix up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.layout.look_alikes import repaired


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("29.0З.2023  №  О1-17/642", "29.03.2023  №  01-17/642"),
        ("Ha № 115 от 2б.08.2024", "На № 115 от 26.08.2024"),
        ("12 марта 2О23 г., 1З марта 2023 года", "12 марта 2023 г., 13 марта 2023 года"),
        ("тел. З1-22-18, т. 5-21-З6", "тел. 31-22-18, т. 5-21-36"),
        ("20.11.2023 г.  Ns 01-19/356", "20.11.2023 г.  №  01-19/356"),
        ("на l л. в З экз.", "на 1 л. в 3 экз."),
        ("   2. Обеспечить явку.\n   З. Проверить данные ребёнка.", "   2. Обеспечить явку.\n   3. Проверить данные ребёнка."),
        ("2.З. Направить отчёт", "2.3. Направить отчёт"),
        ("П.Д. Кравц0в, М0РОЗОВ, пре3идиум", "П.Д. Кравцов, МОРОЗОВ, президиум"),
        ("Coвет дирeкторов", "Совет директоров"),
        ("0ТДЕЛЕНИЕ ПРИСТАВ0В", "ОТДЕЛЕНИЕ ПРИСТАВОВ"),
        ("O предоставлении сведений", "О предоставлении сведений"),
        ("письмо c приложением", "письмо с приложением"),
        ("Coвет дирeкторов, зaседание cостоится, T.B. Рябченко", "Совет директоров, заседание состоится, Т.В. Рябченко"),
        ("Уважaeмые poдители", "Уважаемые родители"),
    ],
)
def test_put_right(read: str, meant: str):
    assert repaired(read) == meant


@pytest.mark.parametrize(
    "text",
    [
        "О 3 млн. и ЗАО",
        "Президенту A.M. Зайцеву",
        "З.А. Петрова",
        "З. Петрова",
        "Закон № 25-ОЗ, № 12-З, приказ № 7-О",
        "станок 2А622Ф4, формат А3, ул. 2-я Заречная, д. 12б",
        "CO2, H2O, Windows 10, ISO 9001",
        "по 20 человек и 3 мастера",
        "в 3 экз. на 1 л.",
        "I квартал, II полугодие, Nissan, NS 5",
    ],
)
def test_left_alone(text: str):
    assert repaired(text) == text


@given(st.text(alphabet="ЗОOбlI0123456789.-/ №Nsгоднал\nавАAaеe", max_size=80))
def test_every_place_is_kept(text: str):
    assert len(repaired(text)) == len(text)
    assert repaired(repaired(text)) == repaired(text)
