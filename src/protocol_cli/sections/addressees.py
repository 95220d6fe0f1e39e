"""Addressees of a letter (ГОСТ Р 7.0.97, requisite 15): posts in the dative, bodies, names, «Копия:»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.grammar.nominative import find_head, nominative_phrase
from protocol_cli.grammar.persons import find_persons
from protocol_cli.layout.joining import join_lines
from protocol_cli.layout.normalise import fold
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.models import Addressee
from protocol_cli.outline.patterns import DATIVE
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.people import trim

_COPY = re.compile(r"Копи[яи]\s*[:–—-]\s*", re.IGNORECASE)
_LABEL = re.compile(r"(?:Кому|Куда|Адресат)\s*[:–—-]\s*", re.IGNORECASE)
_BODY = re.compile(
    r"(?:в )?(?:министерств|департамент|администраци|управлени|комитет|служб|агентств|инспекци|общество с|"
    r"\w* ?акционерн|ооо\b|оао\b|ао\b|пао\b|зао\b|прокуратур|федеральн|правительств|университет|союз|ассоциаци|"
    r"фонд)"
)
_GROUP_NAME = re.compile(
    r"(?:[а-я]+(?:ые|ие) )+(?:организации|общества|банки|учреждения|предприятия|компании|фонды|операторы|участники)$"
)
_POST_ONLY = re.compile(
    r"(?:руководител|начальник|директор|глав(?!н)|главн\w+ (?!управлени)|председател|президент|министр|губернатор|мэр|прокурор|заместител|"
    r"член|ректор|генеральн|исполнительн|первому)",
    re.IGNORECASE,
)
_ORG_IN_POST = re.compile(
    r"(?<=[а-яё] )((?:Министерства|Департамента|Администрации|администрации|Управления|управления|Комитета|"
    r"Службы|Агентства|Федерального|Федеральной|Правительства|Ассоциации|Союза|Фонда|"
    r"(?:ООО|ОАО|АО|ПАО|ЗАО|ФГБУ|ФГУП|ГКУ|ГБУ|МКУ|МУП|МБУ|ФБУ|ФАУ|КГБУЗ|МБОУ|ТСЖ|СНТ|НП) ).*)$"
)
_BLANK_REPLY = re.compile(
    r"(?:на(?: ?№)?|от|на ?№?[_ ]+от|№)[_ ]*$", re.IGNORECASE
)  # «На ___ от ___» that nobody filled in
_ADDRESS = re.compile(r"(?:,? ?(?:\d{6},|ул\.|пр\.|просп\.|пл\.|г\. [А-ЯЁ])|[\w.-]+@[\w.-]+)")


def read_addressees(paper: Paper, rows: Sequence[TextRow]) -> list[Addressee]:
    """One for each party, in order."""
    groups: list[list[TextRow]] = []
    copies: list[bool] = []
    copying = False
    for row in rows:
        if _BLANK_REPLY.match(row.text):
            continue
        if _COPY.match(row.text):
            copying = True
            groups.append([row])
            copies.append(True)
            continue
        if groups and not _begins(row, groups[-1], copying):
            groups[-1].append(row)
        else:
            groups.append([row])
            copies.append(copying)
    out: list[Addressee | None] = []
    for group, copy in zip(groups, copies, strict=True):
        if copy and (several := _bodies(group)):
            out.extend(_addressee(paper, group, copy=True, whole=one) for one in several)
        else:
            out.append(_addressee(paper, group, copy=copy))
    return [a for a in out if a is not None]


_NEXT_BODY = re.compile(
    r"[,;] (?=(?:ООО|ОАО|ЗАО|ПАО|АО|ФГБУ|ФГУП|ГКУ|ГБУ|МКУ|МУП|МБУ)\b|"
    r"(?:Министерств|Департамент|Управлени|Комитет|Служб|Агентств|Прокуратур|Ассоциаци|Администраци|Правительств|Отдел|Инспекци|Палат)\w* )"
)


def _bodies(group: Sequence[TextRow]) -> list[Passage]:
    """The bodies of «Копия: Министерство экологии края, ГКУ «Авиалесоохрана»», when no person is named among them."""
    passage = join_lines([r.passage for r in group])
    return list(passage.split(_NEXT_BODY)) if _NEXT_BODY.search(passage.text) and not find_persons(passage.text) else []


def _begins(row: TextRow, group: Sequence[TextRow], copying: bool) -> bool:
    """Whether a line opens another addressee: a post in the dative or a body, when the one above is complete."""
    text, folded = row.text, fold(row.text)
    if not text[:1].isupper() and not _LABEL.match(text):
        return False
    above = " ".join(r.text for r in group)
    named = bool(find_persons(above))
    if find_persons(text) and not named and len(text) < 40 and re.match(r"[А-ЯЁ]", text) and not DATIVE.match(folded):
        return False
    if above.rstrip().endswith((",", "-", "–")) or re.search(r"\b(?:и|по|для|в|на)$", above):
        return False
    if DATIVE.match(folded) and not row.row.blank_before and not named and _names_body(group[0]):
        return False  # «Департамент транспорта края» / «Директору Департамента»
    if DATIVE.match(folded) or _ACTING.match(folded):
        return bool(named or row.row.blank_before or row.row.paragraph or _sounds_complete(above))
    if _GROUP_NAME.match(folded) and row.row.blank_before:
        return True
    if _OWN_LINE.match(text) and not row.row.blank_before and not named and _SOLE_POST.match(above) and len(group) == 1:
        return False  # «Директору» / «ФГБУ «Лесавиа»», each a paragraph of its own
    if _OWN_LINE.match(text) and (row.row.blank_before or row.row.paragraph) and text[:1] not in '«"':
        return True
    if (
        _BODY.match(folded)
        and (row.row.blank_before or row.row.paragraph)
        and (named or copying or not _POST_ONLY.match(above))
    ):
        return True
    if row.row.blank_before and _names_body(group[0]) and not find_persons(text) and not _ADDRESS.match(text):
        return True  # «Министерство транспорта области», an empty line, «Областное объединение профсоюзов»
    return named and bool(row.row.blank_before) and not _ADDRESS.match(text) and len(text) > 6


_SOLE_POST = re.compile(
    r"(?:[А-ЯЁ][а-яё]+(?:ому|ему) )?(?:[Дд]иректору|[Рр]уководителю|[Нн]ачальнику|[Рр]ектору|[Пп]редседателю|[Пп]резиденту|"
    r"[Гг]лаве|[Уу]правляющему|[Зз]аведующ(?:ему|ей)|[Зз]аместителю|[Гг]лавному врачу)(?: [а-яё ]{3,60})?$"
)
_ACTING = re.compile(r"(?:и\. ?о\. ?|врио |временно исполняющ)[а-я-]+(?:ого|его|ому|ему|а|я|ы|и)\b")
_SURE = 12  # characters by which a line is found again in the joined text


def _names_body(row: TextRow) -> bool:
    folded = fold(row.text)
    return bool((_BODY.match(folded) or _OWN_LINE.match(row.text)) and not DATIVE.match(folded) and row.text[:1] not in "Вв")


def _sounds_complete(text: str) -> bool:
    words = text.split()
    return len(words) >= 2 and not re.search(
        r"(?:муниципальн\w+|образовательн\w+|государственн\w+|федеральн\w+|городск\w+|первому|генеральному)$", words[-1]
    )


def _addressee(paper: Paper, group: Sequence[TextRow], *, copy: bool, whole: Passage | None = None) -> Addressee | None:
    passage = whole if whole is not None else join_lines([r.passage for r in group])
    for label in (_COPY, _LABEL):
        if found := label.match(passage.text):
            passage = passage[found.end() :]
    passage = re_label(passage)
    text = trim(passage)
    if not re.search(r"[А-Яа-яЁё]{3}", text.text) or re.match(r"\d{6},", text.text):
        return None
    names = find_persons(text.text)
    name = text[names[0].start : names[0].end].text if names else None
    before = trim(text[: names[0].start]) if names else text
    after = trim(text[names[0].end :]) if names else text[:0]
    head = (before or after).text
    head = re.sub(r" ?\(по списку[^)]*\)$", "", head)
    if cut := _ADDRESS.search(head):
        head = head[: cut.start()].strip(" ,")
    position = organization = None
    post_at = next((i for i, r in enumerate(group) if i and whole is None and DATIVE.match(fold(r.text))), 0)
    if post_at and _names_body(group[0]) and (at := head.find(group[post_at].text[:_SURE])) > 0:
        organization = head[:at].strip(" ,")
        position = nominative_phrase(head[at:].strip(" ,"), "dative")
    elif head:
        folded = fold(head)
        if _POST_ONLY.match(head) or _ACTING.match(folded) or (DATIVE.match(folded) and not _BODY.match(folded)):
            post, organization = _part_body(head, group)
            position = nominative_phrase(post, "dative")
        elif head.startswith(("В ", "в ")):
            organization = nominative_phrase(head[2:], "accusative")
        elif DATIVE.match(folded) or (head[:1].isupper() and _is_dative(head)):
            organization = nominative_phrase(head, "dative")
        else:
            organization = head
    if organization is not None:
        organization = _TITLE.sub("", organization)
    paper.take("addressee", text)
    return Addressee(
        text=text.text, position=position, organization=organization, name=name, copy_=copy, span=paper.span(text)
    )


def _is_dative(head: str) -> bool:
    """«Военному представительству № 5512»: a head that can be nothing but a dative."""
    found = find_head(head, "dative")
    return found is not None and found.sure and not found.ambiguous and not found.fixed


_TITLE = re.compile(r" (?:г-же|г-ну|господину|госпоже)$")
_OWN_LINE = re.compile(
    r"(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ФГБУ|ФГУП|ФГБОУ|ФАУ|ФБУ|ФКУ|ГБУ|ГКУ|ГАУ|ГУП|КГБУЗ|ГБУЗ|МКУ|МУП|МБУ|МБОУ|"
    r"МАОУ|ГБУК|МБУК|ГАУК|ТСЖ|ТСН|СНТ|АНО|НКО|НП|Общество с|Акционерное общество|Публичное акционерное|"
    r"[«\"])(?![а-яё])"
)


_LEGAL_BODY = re.compile(
    r"(?<=[а-я] )(?:(?:ООО|ОАО|ЗАО|ПАО|НАО|АО|ИП|ТСЖ|ТСН|СНТ|АНО|НКО|НП|"
    r"[ФОКМГ]?[ГМКБ]?[ГКБАУ]?[БАК]?УП?[КЗО]?У?|ФГБОУ|ФГУП|КГБУЗ|ОГБУ|ОГКУ|МБОУ|"
    r"МАОУ)(?: [А-ЯЁ]{2,4})? [«\"])(?!Об )"
)


def _part_body(head: str, group: Sequence[TextRow]) -> tuple[str, str | None]:
    """The post and the body that stands on lines of its own below it: «Генеральному директору» / «АО «Ярцевскстрой»»; a company is parted in one line too."""
    if found := _LEGAL_BODY.search(head):
        return head[: found.start()].strip(" ,"), head[found.start() :].strip(" ,")
    for row in group[1:]:
        line = row.text.rstrip(" ,")
        if _OWN_LINE.match(line) and (at := head.find(line[:_SURE])) > 0:
            return head[:at].strip(" ,"), head[at:].strip(" ,")
    return head, None


def re_label(passage: Passage) -> Passage:
    """The passage without labels inside it («Кому: … Куда: …»)."""
    return passage.without(re.compile(r"(?:Кому|Куда)\s*:\s*"))
