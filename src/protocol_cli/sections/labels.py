"""Labels inside an assignment: «Ответственные – …», «Срок: …», «Доклад – …», «Контроль – …», as data and as found.

To add a spelling, add it to `_LABELS` and a case to `tests/sections/cases/labels.txt`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from protocol_cli.grammar.deadlines import read_term
from protocol_cli.grammar.nominative import case_of_head
from protocol_cli.grammar.persons import case_of_name, find_persons, find_surnames, looks_like_surname
from protocol_cli.layout.passage import Passage, join


class LabelKind(StrEnum):
    """What a label introduces."""

    RESPONSIBLE = "responsible"
    CO = "co"
    DEADLINE = "deadline"
    REPORT = "report"
    CONTROL = "control"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with its value: `start`, `end` in the text that was searched, `value_start` where the value begins."""

    kind: LabelKind
    start: int
    value_start: int
    end: int


_OF = (
    r"(?: (?:исполнения|исполнение|выполнения|реализации|представления|предоставления|сдачи|завершения|проведения|"
    r"окончания|поручения|пункта|п\. ?\d+))*"
)
_SIGN = r"\s*[:–—-]+\s*"
_LABELS: tuple[tuple[LabelKind, str, bool], ...] = (
    # (kind, words, whether they need a sign «:» or «–» after them)
    (LabelKind.CO, r"(?:Соисполнител[ьи]|Соисп\.?|Совместно с исполнител\w+)", True),
    (
        LabelKind.RESPONSIBLE,
        (
            r"Ответственн(?:ый|ые|ая|ое)(?:\(ые\))?(?: (?:исполнител[ьи]|лиц[оа]|за исполнение|за выполнение|"
            r"за реализацию|подразделени[ея]|орган\w*))*"
        ),
        True,
    ),
    (
        LabelKind.RESPONSIBLE,
        r"(?:Исполнител[ьи](?: и соисполнители)?|Исполнение(?: возложить на)?|Кому поручено)",
        True,
    ),
    (LabelKind.RESPONSIBLE, r"Ответственн(?:ый|ая|ые)(?= [А-ЯЁ][а-яё-]+ [А-ЯЁ]\.)", False),
    (LabelKind.CO, r"Соисп\.?", False),
    (LabelKind.RESPONSIBLE, r"(?:Отв|Исп)\.?(?: ?исп\.?| ?лиц[оа])?", False),
    (LabelKind.DEADLINE, rf"(?:Контрольный )?[Сс]роки?{_OF}", False),
    (LabelKind.DEADLINE, r"(?:Дата исполнения|Дата выполнения|Период исполнения|Периодичность)", True),
    (LabelKind.REPORT, r"(?:Доклад|Отч[её]т|Информаци[яю] об исполнении|О результатах доложить)", True),
    (
        LabelKind.CONTROL,
        r"Контроль(?: за исполнением| за выполнением| исполнения| выполнения)?(?: пункта| поручения| решения)?",
        True,
    ),
    (LabelKind.NOTE, r"(?:Примечани[ея]|Статус|Отметка об исполнении)", True),
)
_ABBREVIATED = frozenset({"отв", "исп", "соисп"})


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    parts = [
        rf"(?P<l{i}>{words})(?:{_SIGN}{'' if signed else r'|(?=[ .])[ .]*'})"
        for i, (_, words, signed) in enumerate(_LABELS)
    ]
    return re.compile(r"(?<![А-Яа-яЁё«\"])(?:" + "|".join(parts) + ")", re.IGNORECASE)


_OPENING = re.compile(
    r"^(?:\(|[–—-] |\d{1,2}\. )?\W{0,2}(?:ответственн|отв\b|отв\.|исп\.|исполнител|соисполнител|срок(?! (?:со дня|с даты|с момента))|"
    r"доклад ?[:–—-]|контроль ?[:–—-]|контрольный срок|дата исполнен|дата выполнен|период исполнен|"
    r"периодичность ?[:–—-]|исполнение ?[:–—-])",
    re.IGNORECASE,
)


def opens_label(text: str) -> bool:
    """Whether a line begins with a label: «Срок – …», «(Ответственный: …», «Отв. Сидоров А.В.»."""
    return bool(_OPENING.match(text)) and bool(found := find_labels(text)) and found[0].start <= 3


def find_labels(text: str, *, bracket: bool = False) -> list[Labelled]:
    """Labels with their values, in order. One counts at the head of the text or of a sentence, in brackets, or with a colon.

    «… водозабора. Срок – до 1 апреля» has one; «в установленный срок до …», «Ответственность сторон» have none. In a
    `bracket` a comma opens one too: «(Кочкин А.Л., срок – до конца недели)».
    """
    hits: list[tuple[LabelKind, int, int]] = []
    for match in _pattern().finditer(text):
        index = next(i for i in range(len(_LABELS)) if match[f"l{i}"] is not None)
        kind, _, signed = _LABELS[index]
        at = match.start()
        before = text[:at].rstrip()
        opened = not before or before[-1] in ".;)(:!?»" or (before[-1] in ",–—-" and (bracket or bool(hits)))
        if before[-1:] == "," and match[f"l{index}"].casefold().rstrip(".") in _ABBREVIATED:
            # «…, отв. Дзюба Ж.К.»
            opened = opened or bool(
                (names := find_persons(text[match.end() : match.end() + 60])) and names[0].start <= 1
            )
        colon = ":" in text[match.end(f"l{index}") : match.end()]
        capital = text[at].isupper()
        if not opened and not (colon and capital) and not (capital and hits and before[-1:].isalpha()):
            continue
        if not capital and before and before[-1] not in "(;.,–—-":
            continue
        signed_here = re.search(r"[:–—-]", text[match.end(f"l{index}") : match.end()]) is not None
        if not capital and before.endswith(".") and not signed_here and match[f"l{index}"].casefold() not in _ABBREVIATED:
            continue  # «Продлить до 1 апреля 2024 г. срок исполнения пункта 4»
        value = text[match.end() :]
        if not value.strip(" .)"):
            continue
        if (
            kind is LabelKind.DEADLINE
            and not signed
            and not re.search(r"[:–—-]", text[match.end(f"l{index}") : match.end()])
        ):
            if not (capital and read_term(value) is not None) and not re.match(
                r"(?:до|не позд|к|по|в|с|со|\d|[IVX]+|постоян|ежен|ежем|ежек|ежег|ежед|немедл|незамедл|май|июн|"
                r"июл|январ|феврал|март|апрел|август|сентябр|октябр|ноябр|декабр)",
                value,
                re.IGNORECASE,
            ):
                continue
            if read_term(value[:120].split(";")[0]) is None and not re.match(r"до|не позд|\d", value):
                continue
        if (
            match[f"l{index}"].casefold().rstrip(".") in _ABBREVIATED
            and not colon
            and not re.match(r"[А-ЯЁа-яё«–-]", value)
        ):
            continue
        hits.append((kind, at, match.end()))
    out: list[Labelled] = []
    for i, (kind, at, value_at) in enumerate(hits):
        end = hits[i + 1][1] if i + 1 < len(hits) else len(text)
        out.append(Labelled(kind, at, value_at, end))
    return out


@dataclass(frozen=True, slots=True)
class Tail:
    """A value that a label introduced."""

    kind: LabelKind
    value: Passage
    several: bool = False  # the label itself says that they are more than one: «Ответственные», «Исполнители»


def split_labels(passage: Passage, *, bracket: bool = False) -> tuple[Passage, list[Tail]]:
    """The passage before its labels, and their values in order; brackets around «(Ответственный – … Срок – …)» fall away."""
    found = find_labels(passage.text, bracket=bracket)
    if not bracket and (not found or ((tail := _TAIL_BRACKET.search(passage.text)) and found[0].start > tail.start())):
        head, told = _split_bracket(passage)
        return head, told
    first = found[0].start
    head = passage[:first]
    if bracket:
        head = head.strip().rstrip(" ,;–—-")
    opened = head.text.rstrip().endswith("(")
    if opened:
        head = head[: len(head.text.rstrip()) - 1]
    tails = []
    reports: list[Passage] = []
    for i, label in enumerate(found):
        value = passage[label.value_start : label.end].strip().rstrip(" ;,").strip()
        if report := _REPORT_SENTENCE.search(value.text):
            # «Срок – до 20 августа. Сведения о результатах представить до 25 августа»
            reports.append(value[report.start(1) :])
            value = value[: report.start()].strip()
        if opened and i == len(found) - 1:
            value = _less_bracket(value)
        value = value.rstrip(" (").strip()
        if value:
            several = _SEVERAL.match(passage.text, label.start, label.value_start) is not None
            tails.append(Tail(label.kind, value, several))
    head = head.strip()
    return (join([head, *reports]) if reports else head), tails


_REPORT_SENTENCE = re.compile(
    r"(?<=[а-яё»)\d])\. ((?:О (?:результатах|выполнении|исполнении|ходе|принятых мерах)|Информацию|Отч[её]т|Доклад|Результаты|"
    r"Сведения) (?:[^.:]|\.(?=\d)){0,160}?\b(?:представ|доложить|направ|проинформ|сообщ|довести|внести)\w*)"
)
_SEVERAL = re.compile(r"(?:Ответственные|Исполнители|Соисполнители)\b(?!\()", re.IGNORECASE)
_TAIL_BRACKET = re.compile(r"\(([^()]{4,200})\)[ .;]*$")
_TERM_HEAD = re.compile(
    r"(?:^|(?<=[ ,;]))(?:до|к|ко|с|со|не позднее|не позже|по|в течение|в срок|в \d|в (?:\w+ный|\w+ный) срок|"
    r"постоянно|ежедневно|еженедельно|ежемесячно|ежеквартально|"
    r"ежегодно|срочно|немедленно|незамедлительно|по мере|по окончании|раз в|один раз|два раза|I{1,3} кв|IV кв|"
    r"[IVX]+ квартал|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|"
    r"\d{1,2}\.\d{2}|\d{1,2}(?: ?[–-] ?\d{1,2})? (?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"на постоянной)(?=[ .,\d]|[а-я]*[ ,.]|$)",
    re.IGNORECASE,
)


def _split_bracket(passage: Passage) -> tuple[Passage, list[Tail]]:
    """«… объезды территорий (главы администраций, еженедельно по вторникам)»: the bracket says who and by when, without labels.

    It is a tail only if it names persons in the nominative, or ends in a term that stands after somebody.
    """
    bracket = _TAIL_BRACKET.search(passage.text)
    if bracket is None:
        return passage, []
    inner = passage.cut(bracket, 1)
    rest, tails = split_labels(inner, bracket=True) if find_labels(inner.text, bracket=True) else (inner, [])
    who, term = split_term(rest)
    if term is not None and not who and (told := read_term(term.text)) is not None and told.end < len(term.text.rstrip(" .")):
        return passage, []  # «… реализации топлива (помесячно, в тоннах и рублях)»: how it is told
    dated = term is not None or bool(tails)
    if re.search(r"№ ?\S+ от|\bот \d", rest.text) or not (
        _only_names(passage.text[: bracket.start()], who.text) or (dated and _could_answer(who.text))
    ):
        return passage, []
    out = list(tails)
    if who:
        out.insert(0, Tail(LabelKind.RESPONSIBLE, who))
    if term is not None:
        out.append(Tail(LabelKind.DEADLINE, term))
    return passage[: bracket.start()].strip(), out


def _only_names(before: str, who: str) -> bool:
    """Names in the nominative and nothing else, not beside the body whose officials they are («ОАО «Порт» (Иванов И.И.)»)."""
    names = find_persons(who)
    if (
        not names
        or before.rstrip().endswith(("»", '"'))
        or _INTO_BODY.search(before)
        or _CONTROL_OF.search(before)
        or any(case_of_name(n) not in (None, "nominative") for n in names)
    ):
        return False
    rest = who
    for name in reversed(names):
        rest = rest[: name.start] + rest[name.end :]
    return not re.search(r"[А-Яа-яЁё]{3}", rest)


_CONTROL_OF = re.compile(r"контроль\b[^.;]{0,160}\b(?:возложить|возлага|оставить)", re.IGNORECASE)
# «… представить в отдел медицинской помощи населению (Иванова И.И.)»: the official of the body that gets it
_INTO_BODY = re.compile(
    r" в (?:отдел|управление|департамент|министерство|комитет|администрацию|секретариат|аппарат|службу|центр|инспекцию|"
    r"агентство|сектор|группу)(?: [^,;.:()]{0,120})?$",
    re.IGNORECASE,
)


def _could_answer(who: str) -> bool:
    return not who or bool(find_persons(who)) or case_of_head(who) == "nominative"


_BARE = re.compile(r"(?P<who>[А-ЯЁ][^–—:;]{1,100}?) ?[–—-] (?P<term>\S[^;]{1,140})$")
# «Мухин, Чеснок, 05.07 к 15:00»
_BARE_SURNAMES = re.compile(
    r"(?P<who>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:, [А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?){0,4}), (?P<term>(?:до|к|с|не позднее|\d|постоянно|еже)[^;]{1,60})$"
)
_PARTY = re.compile(
    r"(?:Заказчик|Исполнитель|Подрядчик|Генподрядчик|Субподрядчик|Поставщик|Проектировщик|Застройщик|Арендатор|Арендодатель|"
    r"Собственник|Оператор|Разработчик)$"
)


def _only_surnames(who: str) -> bool:
    """«Мухин», «Мухин, Чеснок»: surnames without initials, the first such that nothing else is called so."""
    names = re.split(r", ?", who)
    return looks_like_surname(names[0]) and len(find_surnames(who)) == len(names)


def opens_name(text: str) -> bool:
    """Whether a line may be one of names and a term («Ким Ю. – до 28.02.2025»), which never goes on with the one above."""
    found = _BARE.match(text) or _BARE_SURNAMES.match(text)
    return found is not None and (_only_surnames(found["who"]) or _PARTY.match(found["who"]) is not None or _only_names("", found["who"]))


def bare_line(passage: Passage) -> list[Tail]:
    """«Фадеев Л.Л., Ким Ю. – до 14.02.2025», «Заказчик – март 2025 г.»: a line of its own that says who and by when."""
    found = _BARE.match(passage.text) or _BARE_SURNAMES.match(passage.text)
    if found is None:
        return []
    who, term = passage.cut(found, "who").strip(), passage.cut(found, "term").strip()
    named = _PARTY.match(who.text) or _only_surnames(who.text) or (find_persons(who.text) and _only_names("", who.text))
    if not named or read_term(term.text) is None:
        return []
    named_apart = who.split(re.compile(r", ?")) if _only_surnames(who.text) else [who]
    return [*(Tail(LabelKind.RESPONSIBLE, one) for one in named_apart), Tail(LabelKind.DEADLINE, term)]


def split_term(value: Passage) -> tuple[Passage, Passage | None]:
    """Those named and the term that follows them without a label: «Сомов Д.В. до 12.04», «отдел ЖКХ, постоянно»."""
    for found in _TERM_HEAD.finditer(value.text):
        rest = value[found.start() :].strip()
        if (found.start() == 0 or value.text[found.start() - 1] in " ,;") and read_term(rest.text) is not None:
            return value[: found.start()].strip().rstrip(" ,;–—-").strip(), rest
    return value, None


def _less_bracket(value: Passage) -> Passage:
    text = value.text
    at = text.rfind(")")
    if at >= 0 and text.count(")") > text.count("("):
        value = value[:at]
    return value.strip().rstrip(" ;,")
