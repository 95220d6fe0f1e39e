"""Stems, numbers, names: what makes two writings one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.registry.fulltext import excerpt_of
from protocol_cli.registry.keys import day_floor, day_of, document_key, item_key
from protocol_cli.registry.people import NameForm, joined_forms
from protocol_cli.registry.search import folded, folded_number, hits, stems
from protocol_cli.registry.stemming import index_stem, stem

RUSSIAN = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", max_size=20)

# From the vocabulary published with the algorithm, and office words.
STEMS = """
вавилонская вавилонск   вагоновожатый вагоновожат   валентинович валентинович   важнейшие важн   величайшей величайш
поднявшись подня        противоестественным противоестествен   предложенный предложен   ответственность ответствен
проверками проверк      учреждениями учрежден        совещанию совещан           исполняющего исполня
июня июн                планы план                   доклад доклад               123 123   abc abc   а а   ст ст
"""


@pytest.mark.parametrize(("word", "found"), itertools.batched(STEMS.split(), 2) if hasattr(itertools, "batched") else list(
    zip(STEMS.split()[::2], STEMS.split()[1::2], strict=True)
))  # fmt: skip
def test_stems_are_those_of_the_algorithm(word: str, found: str):
    assert stem(word) == found


@pytest.mark.parametrize(
    "forms",
    [
        "проверка проверки проверок проверками проверке",
        "заявка заявок заявками",
        "линейка линеек линейками",
        "образец образца образцами",
        "учреждение учреждений учреждениям",
        "руководитель руководителям руководители",
        "ответственный ответственная ответственному ответственности",
    ],
)
def test_forms_of_a_word_are_found_together(forms: str):
    assert len({index_stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize("pair", ["проверка проверяющий", "план планета", "отдел отделение", "суд судно"])
def test_other_words_stay_apart(pair: str):
    one, other = pair.split()
    assert index_stem(one) != index_stem(other)


@given(RUSSIAN)
def test_a_stem_begins_its_word(word: str):
    assert word.startswith(stem(word))


@given(st.text(max_size=60))
def test_every_hit_is_a_word_of_the_question(text: str):
    wanted = frozenset(stems(text).split())
    for start, end in hits(text, wanted):
        assert stems(text[start:end])
    assert bool(hits(text, wanted)) == bool(wanted)


@given(st.text(alphabet="абв \n", min_size=1, max_size=900), st.integers(0, 900), st.integers(1, 9))
def test_an_excerpt_holds_its_hits(text: str, at: int, length: int):
    start = min(at, len(text) - 1)
    end = min(start + length, len(text))
    excerpt, spans = excerpt_of(text, [(start, end)])
    if text[start:end].strip() == text[start:end]:
        assert [excerpt[first:last] for first, last in spans] == [text[start:end]]


@pytest.mark.parametrize("number", ["57-2751", "№ 57-2751", "57 – 2751", "№57‑2751"])
def test_a_number_is_one_however_it_is_written(number: str):
    assert folded_number(number) == "57-2751"


def test_folding():
    assert folded("Ёлкина  А. П.", None, "ОО") == " елкина а п оо"


@given(st.dates(), st.dates(), st.text(), st.text(), st.integers(0, 65_535))
def test_keys_are_in_the_order_of_days(first, second, one: str, other: str, position: int):
    keys = [document_key(day.isoformat(), sha) for day, sha in ((first, one), (second, other))]
    if first != second:
        assert (keys[0] < keys[1]) == (first < second)
    assert day_floor(first) <= keys[0]
    assert day_of(keys[0]) == first.isoformat()
    assert item_key(keys[0], position) < 1 << 63
    assert item_key(keys[0], position) >> 16 == keys[0]


def test_a_document_without_a_day_comes_before_all():
    assert document_key(None, "a") < document_key("0001-01-01", "a")
    assert day_of(document_key(None, "a")) is None


def test_too_many_rows_are_refused():
    with pytest.raises(OverflowError):
        item_key(1, 65_536)


def forms(*names: str) -> list[NameForm]:
    found = []
    for key, name in enumerate(names):
        family, given, patronymic = [*(part.strip(".").lower() for part in name.split()), "", "", ""][:3]
        found.append(NameForm(family, given, patronymic, name, key))
    return found


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["Вторина Елена Павловна", "Вторина Е. П.", "Вторина Е."], [3]),
        (["Вторина Е. П.", "Вторина Елена"], [2]),
        (["Иванов Иван Петрович", "Иванов Игорь Павлович", "Иванов И. П."], [1, 1, 1]),
        (["Иванов Иван Петрович", "Иванов Пётр Иванович", "Иванов И. П."], [1, 2]),
        (["Иванов И. П.", "Иванов И. К."], [1, 1]),
        (["Иванов И. П.", "Иванова И. П."], [1, 1]),
        (["Иванов И. П.", "Иванов"], [1, 1]),
    ],
)
def test_people_and_their_forms(names: list[str], people: list[int]):
    for order in itertools.permutations(forms(*names)):
        assert sorted(len(person.forms) for person in joined_forms(order)) == sorted(people)
