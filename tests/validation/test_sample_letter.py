"""The sample letter, and a copy of it with five faults."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from protocol_cli.reading import parse
from protocol_cli.validation import Finding, Settings, Severity, validate

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LETTER = (SAMPLES / "letter.txt").read_text(encoding="utf-8")
TODAY = dt.date(2026, 1, 12)


def findings(text: str) -> list[Finding]:
    return validate(parse(text, name="letter.txt", with_text=True), Settings(today=TODAY))


def replaced(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def test_the_letter_gives_exactly_this():
    found = findings(LETTER)
    assert [(f.code, f.message()) for f in found] == [
        ("DOC025", "сокращение СИРО нигде не раскрыто"),
        ("LTR011", "исполнитель Тетерина О.Ю. назван с инициалами"),
        ("DOC007", "нет регистрационного номера"),
        ("PRT004", "не назван секретарь"),
        ("ASG002", "«директора школ» – группа: не сказано, кто отвечает за целое (п. 1, 3, 4, 8)"),
        ("ASG002", "«начальники МОУО» – группа: не сказано, кто отвечает за целое (п. 2, 5, 6, 7, 10)"),
        *[
            ("DUE005", "15.08.2021 – воскресенье, нерабочий день: по порядку госорганов срок – 13.08.2021, по ГК РФ и ТК РФ – 16.08.2021")
        ]
        * 2,
    ]  # fmt: skip
    assert {f.severity for f in found} == {Severity.INFO}
    assert [f.address.russian for f in found if f.code == "DUE005"] == ["п. 3", "п. 4"]


def test_five_faults_give_exactly_five_findings_more():
    text = replaced(LETTER, "8899014275/", "8899014285/")
    text = replaced(text, "до 31 мая 2021 года", "до 31 июня 2021 года")
    head, _, decisions = text.partition("РЕШИЛИ:")
    decisions = re.sub(r"^(9|10)\. ", lambda match: f"{int(match[1]) + 1}. ", decisions, flags=re.MULTILINE)
    text = f"{head}РЕШИЛИ:{decisions}"
    text = replaced(text, "М.В. Сухарева", "П.А. Ланских")
    text = replaced(text, "» от 16.04.2021", "» от 15.04.2021")
    before = [f.code for f in findings(LETTER)]
    after = findings(text)
    for code in before:
        after.remove(next(f for f in after if f.code == code))
    assert [(f.severity.value, f.code, f.message()) for f in after] == [
        ("error", "IDN001", "в ИНН 8899014285 ошибка: контрольное число не сходится"),
        ("error", "CNS001", "в письме – протокол от 15.04.2021, а приложен протокол от 16.04.2021"),
        ("error", "DUE003", "31 июня 2021: такой даты нет в календаре"),
        ("warning", "PRT009", "после п. 8 идёт п. 10: нет п. 9"),
        ("warning", "CNS008", "председательствовал(а) Сухарева Марина Викторовна, а подписал(а) П.А. Ланских"),
    ]


@pytest.mark.parametrize("signed", ["М.В. Сухарева", "Сухарева М.В.", "М. Сухарева", "Сухарева Марина Викторовна"])
def test_the_chair_is_known_by_person_and_not_by_string(signed: str):
    assert "CNS008" not in {f.code for f in findings(replaced(LETTER, "М.В. Сухарева", signed))}


@pytest.mark.parametrize("signed", ["М.В. Сухарев", "И.В. Сухарева", "М.А. Сухарева", "М.В. Берестова"])
def test_another_person_is_not_the_chair(signed: str):
    assert "CNS008" in {f.code for f in findings(replaced(LETTER, "М.В. Сухарева", signed))}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[tdp][xod][tcf]*")), ids=lambda path: path.name)
def test_no_sample_has_an_error(path: Path):
    found = validate(parse(path, with_text=True), Settings(today=TODAY))
    assert [(f.code, f.message()) for f in found if f.severity is Severity.ERROR] == []


def test_findings_follow_the_text():
    starts = [f.place.start for f in findings(LETTER) if f.place]
    assert starts == sorted(starts)
