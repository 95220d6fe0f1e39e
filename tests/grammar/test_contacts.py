from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol_cli.grammar.contacts import find_contacts, find_links, read_letterhead_contacts
from protocol_cli.grammar.signature_stamp import is_stamp, read_stamp


def values(items):
    return [i.value for i in items]


@pytest.mark.parametrize(
    ("text", "phones", "faxes"),
    [
        ("тел/факс (382 2) 512-530", ["(382 2) 512-530"], ["(382 2) 512-530"]),
        ("тел. (83355) 2-14-07, факс (83355) 2-14-09", ["(83355) 2-14-07"], ["(83355) 2-14-09"]),
        ("Телефон: (48435) 6-70-12; факс: (48435) 6-70-15", ["(48435) 6-70-12"], ["(48435) 6-70-15"]),
        (
            "тел. +7 (846) 205-11-40, +7 (846) 205-11-41; e-mail: a@b.ru",
            ["+7 (846) 205-11-40", "+7 (846) 205-11-41"],
            [],
        ),
        (
            "тел. 8 (39155) 3-10-00, тел/факс 8 (39155) 3-10-05",
            ["8 (39155) 3-10-00", "8 (39155) 3-10-05"],
            ["8 (39155) 3-10-05"],
        ),
        ("Тел./факс (499) 237-58-34.", ["(499) 237-58-34"], ["(499) 237-58-34"]),
        ("т (496)616-47-50 Факс:(496)616-47-52", ["(496)616-47-50"], ["(496)616-47-52"]),
        ("Мирошниченко Алла Юрьевна, 8(3912)45-60-17,", ["8(3912)45-60-17"], []),
        ("Рогова М.С., 6-00-21", ["6-00-21"], []),
        ("(382 2) 51 37 49", ["(382 2) 51 37 49"], []),
        ("+7 (495) 123-45-60, доб. 2417", ["+7 (495) 123-45-60, доб. 2417"], []),
        ("тел. 8(846)335-18-26 (факс)", [], ["8(846)335-18-26"]),
        ("06.05.2021 № 57-2751", [], []),
        ("р/с 40702810600000012345, БИК 044525999", [], []),
        ("ОКПО 41761722 ОГРН 1025204751241", [], []),
        ("в 2020-2022 годах, 12-15 мая", [], []),
    ],
)
def test_phones_and_faxes(text, phones, faxes):
    found = find_contacts(text)
    assert (values(found.phones), values(found.faxes)) == (phones, faxes)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "по ссылке: <http://coko.example.ru/index.php/news/view/12074>.",
            ["http://coko.example.ru/index.php/news/view/12074"],
        ),
        ("в сети (https://vk.example.ru/tochka_rosta24).", ["https://vk.example.ru/tochka_rosta24"]),
        ("на сайте www.example.ru (раздел «Новости»)", ["www.example.ru"]),
        ("на портале госуслуги.рф и на сайте edu.example.ru", ["госуслуги.рф", "edu.example.ru"]),
        ("https://ru.example.org/wiki/Томск_(город)", ["https://ru.example.org/wiki/Томск_(город)"]),
        ("https://forms.example.ru/u/63f/?a=1&b=2, до 5 мая", ["https://forms.example.ru/u/63f/?a=1&b=2"]),
        ("на адрес ivanov@example.ru в формате docx.", []),
        ("ООО «Ромашка.ру», т.е. приказ.В ходе", []),
    ],
)
def test_links(text, links):
    found = find_links(text)
    assert values(found) == links
    assert all(text[u.start : u.end] == u.value for u in found)


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["Ленина пр., д. 111, г. Томск, 634069"], "Ленина пр., д. 111, г. Томск, 634069"),
        (
            [
                "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ",
                "ул. Советская, д. 41, г. Верхнереченск,",
                "Кировская область, 612345",
                "тел. 2-14-07",
            ],
            "ул. Советская, д. 41, г. Верхнереченск, Кировская область, 612345",
        ),
        (
            ["443022, Самарская область, г. Самара, ул. Кабельная, д. 12, оф. 304"],
            "443022, Самарская область, г. Самара, ул. Кабельная, д. 12, оф. 304",
        ),
        (["Соборная пл., д. 1, г. Ярцевск, 140500, тел. (48435) 6-00-17"], "Соборная пл., д. 1, г. Ярцевск, 140500"),
        (["ТОМСКАЯ ОБЛАСТЬ", "ул. Ленина, 5, Белоречье, 636000"], "ул. Ленина, 5, Белоречье, 636000"),
        (["190000, Санкт-Петербург, наб. реки Мойки, д. 76"], "190000, Санкт-Петербург, наб. реки Мойки, д. 76"),
        (["Почтовый адрес: 634050, г. Томск, пр. Ленина, д. 36"], "634050, г. Томск, пр. Ленина, д. 36"),
        (["судовладельцев речного", "Петровка ул., дом 3/6, Москва, 125993,"], "Петровка ул., дом 3/6, Москва, 125993"),
        (["АДМИНИСТРАЦИЯ ГОРОДА", "Глава города", "А.Б. Иванов"], None),
    ],
)
def test_the_address_of_a_letterhead(lines, address):
    found = read_letterhead_contacts(lines)
    assert (found.address.value if found.address else None) == address
    if found.postal_code:
        line = lines[found.postal_code.line]
        assert line[found.postal_code.start : found.postal_code.end] == found.postal_code.value


def test_each_value_tells_its_line():
    found = read_letterhead_contacts(["АДМИНИСТРАЦИЯ", "тел. 2-14-07", "E-mail: uo@example.ru, http://example.ru"])
    assert [(p.value, p.line, p.start) for p in found.phones] == [("2-14-07", 1, 5)]
    assert [(e.value, e.line) for e in found.emails] == [("uo@example.ru", 2)]
    assert [(w.value, w.line) for w in found.websites] == [("http://example.ru", 2)]


STAMP = (
    "Сертификат 01D7A9F3C2B4E860",
    "Владелец Самохвалов Кирилл Андреевич",
    "Действителен с 14.10.2021 по 14.01.2023",
)


@pytest.mark.parametrize(
    "text",
    [
        "ДОКУМЕНТ ПОДПИСАН\nЭЛЕКТРОННОЙ ПОДПИСЬЮ\n" + "\n".join(STAMP),
        "Документ подписан электронной подписью " + " ".join((STAMP[1], STAMP[0], STAMP[2])),
        "Документ подписан ЭП " + " ".join(STAMP).replace("Владелец", "Владелец:").replace("ен с", "ен: с"),
        "Сертификат 01D7A9F3C2B4E860 Владелец Самохвалов Кирилл Андреевич Действителен с 14.10.2021 по 14.01.2023",
    ],
)
def test_the_signature_stamp_in_any_layout(text):
    stamp = read_stamp(text)
    assert stamp is not None
    assert stamp.certificate is not None
    assert stamp.owner is not None
    assert (stamp.certificate.value, stamp.owner.value) == ("01D7A9F3C2B4E860", "Самохвалов Кирилл Андреевич")
    assert (str(stamp.valid_from), str(stamp.valid_to)) == ("2021-10-14", "2023-01-14")
    assert text[stamp.certificate.start : stamp.certificate.end] == stamp.certificate.value


def test_a_plain_signature_is_no_stamp():
    assert read_stamp("Начальник департамента К.А. Самохвалов") is None
    assert not is_stamp("протокол подписан председателем")


@given(
    st.lists(
        st.sampled_from(
            ["тел.", "факс", "(382 2)", "512-530", "8", "@", "a.ru", "ул.", "д. 5", ",", "634069", "www.", "ИНН"]
        ),
        max_size=30,
    )
)
def test_spans_stay_in_the_text(words):
    text = " ".join(words)
    found = find_contacts(text)
    for item in (*found.phones, *found.faxes, *found.emails, *found.links):
        assert text[item.start : item.end] == item.value
