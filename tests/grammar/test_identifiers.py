from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.grammar.identifiers import (
    find_identifiers,
    is_valid_inn,
    is_valid_kpp,
    is_valid_ogrn,
    is_valid_ogrnip,
    is_valid_okpo,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ИНН/КПП 7021022030/701701001, ОГРН 1037000082778",
            {"inn": "7021022030", "kpp": "701701001", "ogrn": "1037000082778"},
        ),
        (
            "ИНН 2409296880 КПП 246601001 ОГРН 1022402192889",
            {"inn": "2409296880", "kpp": "246601001", "ogrn": "1022402192889"},
        ),
        ("ОКПО 34533736, ОГРН 1024303928912", {"okpo": "34533736", "ogrn": "1024303928912"}),
        ("ИНН: 7021 022 030", {"inn": "7021022030"}),
        ("ИНН/КПП: 7021022030 / 701701001", {"inn": "7021022030", "kpp": "701701001"}),
        ("ОГРНИП 304500116000157 ИНН 500100732259", {"ogrn": "304500116000157", "inn": "500100732259"}),
        ("тел. 7021022030, р/с 40702810600000012345", {}),
        ("ИНН 12345", {}),
    ],
)
def test_found_by_label(text, expected):
    found = find_identifiers(text)
    assert {i.kind: i.value for i in found} == expected
    assert all(text[i.start : i.end].replace(" ", "") == i.value for i in found)


def test_check_digits():
    assert is_valid_inn("7021022030")
    assert is_valid_inn("500100732259")
    assert is_valid_ogrn("1037000082778")
    assert is_valid_ogrnip("304500116000157")
    assert is_valid_okpo("00032537")
    assert is_valid_kpp("701701001")


@pytest.mark.parametrize("check", [is_valid_inn, is_valid_ogrn, is_valid_ogrnip, is_valid_okpo, is_valid_kpp])
@pytest.mark.parametrize(
    "value", ["", "0000000000", "00000000", "0" * 13, "0" * 15, "70210220301", "ИНН", "٧٠٢١٠٢٢٠٣٠"]
)
def test_never_valid(check, value):
    assert not check(value)


@given(st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_breaks_the_sum(place, shift):
    digits = list("7021022030")
    digits[place] = str((int(digits[place]) + shift) % 10)
    changed = "".join(digits)
    # The sum is taken by 11 and then by 10, so that one change in ten of a check digit's weight class may go unseen.
    assert not is_valid_inn(changed) or place < 9
