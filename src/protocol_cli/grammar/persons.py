"""Persons in running text: «Вториной Е.В.», «И.Б.Грабцевич», «Вторина Елена Вениаминовна»; not «т. е.», «И. о.».

Sources of the forms: ГОСТ Р 7.0.97-2016, 5.15, 5.22, 5.25 (initials before or after the surname), and practice.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from protocol_cli.alphabet import CAPITALS, SMALL
from protocol_cli.grammar.given_names import SUFFIX_WORD, gender_of_given, patronymic_reading
from protocol_cli.grammar.lexicon.names import (
    CITIES_LIKE_SURNAMES,
    DEDICATION_WORDS,
    NOT_SURNAME_STEMS,
    NOT_SURNAMES,
    PARTICLES,
    PATRONYMIC_WORDS,
    SURNAME_ENDINGS,
    TWO_LETTER_INITIALS,
)
from protocol_cli.grammar.person_names import NameParts, Order, PersonName, case_of_name, initial, nominative_name
from protocol_cli.grammar.roster import Roster, person_key, same_person
from protocol_cli.grammar.surnames import Case, Gender
from protocol_cli.morphology import is_known, parses

__all__ = [
    "NameParts",
    "PersonName",
    "Roster",
    "case_of_name",
    "find_persons",
    "find_surnames",
    "looks_like_surname",
    "nominative_name",
    "person_key",
    "same_person",
]

_CAP = CAPITALS
_LOW = SMALL
_PARTICLE = f"(?:(?:{'|'.join(PARTICLES)})[ \\u00a0])?"
# One part of a surname: «Вторина», «ВТОРИНА», «О'Коннор», «МакГрегор»; at least two letters.
_PART = rf"(?:[{_CAP}][{_LOW}]+(?:[’'][{_CAP}{_LOW}]+|[{_CAP}][{_LOW}]+)?|[{_CAP}]{{2,}})"
_SURNAME = rf"(?:[{_CAP}]-(?={_PART}))?{_PART}(?:-{_PART})*"
_TWO = "|".join(sorted(TWO_LETTER_INITIALS))
_INITIAL = rf"(?:(?:{_TWO})\.|[{_CAP}ABCEHKMOPTXY]\.(?:-[{_CAP}]\.)?)"
_GAP = r"[ \u00a0\u202f\t\n]{0,3}"
_INITIALS = re.compile(
    rf"(?<![{_CAP}A-Z\d_.№\-])(?P<one>{_INITIAL})"
    # The point of the second may be lost: «Лаптева В. Я о плане».
    rf"(?:(?P<gap>{_GAP})(?P<two>{_INITIAL}|[{_CAP}ABCEHKMOPTXY](?=[,;:)\]»\n]|[ \u00a0]+[{_LOW}–—-]|[ \u00a0]*$)))?"
)
_INITIAL_HINT = re.compile(rf"[{_CAP}A-Z][а-яё]{{0,2}}\.")
_LEFT = re.compile(rf"(?<![\w.])(?P<family>{_PARTICLE}{_SURNAME})(?P<gap>[ \u00a0\u202f\t\n]{{0,3}})$")
_RIGHT = re.compile(rf"(?P<gap>{_GAP})(?P<family>{_PARTICLE}{_SURNAME})(?![\w]|\.[{_LOW}])")
_WORD = re.compile(rf"(?<![\w.-]){_SURNAME}(?![\w])")
_ENDINGS = tuple(sorted(set(SURNAME_ENDINGS), key=len, reverse=True))
_STOP_STEMS = tuple(sorted(NOT_SURNAME_STEMS))
_DEDICATION = re.compile(
    r"(?<!\w)(?:(?:" + "|".join(re.escape(w) for w in sorted(DEDICATION_WORDS, key=len, reverse=True)) + r")\s*|"
    r"(?:имени|им\.)\s+(?:[А-ЯЁа-яё-]+\s+){1,4})$",
    re.IGNORECASE,
)


def find_persons(text: str, *, first_last: bool = False) -> list[PersonName]:
    """Find all names of persons in a text, in order, in whatever case they stand.

    With `first_last` also a known first name and a surname without a patronymic («Илья Прошин»).
    Names of streets, schools and prizes («имени Д.И. Завьялова») are left out.
    """
    return list(_short_text(text, first_last) if len(text) < _SHORT else _found(text, first_last))


_SHORT = 300


@lru_cache(maxsize=4096)
def _short_text(text: str, first_last: bool) -> tuple[PersonName, ...]:
    # Lists of executors are looked at whole and by piece.
    return tuple(_found(text, first_last))


def _found(text: str, first_last: bool) -> list[PersonName]:
    found = _with_initials(text)
    if first_last:
        return _merged(found, _in_full(text, [(0, len(text))], first_last=True))
    windows = _near_patronymics(text)
    return _merged(found, _in_full(text, windows, first_last=False)) if windows else found


# What may be a patronymic, by its end; the rest is looked at only where one of these stands.
_ANCHOR = re.compile(r"(?:ич|вн|чн|ИЧ|ВН|ЧН)(?:ем|ой|ою|а|у|е|ы|ЕМ|ОЙ|А|У|Е|Ы)?(?!\w)")
_ANCHOR_HINT = re.compile(r"(?:[гкуз](?:лы|ыз|ул|зы)|[ГКУЗ](?:ЛЫ|ЫЗ|УЛ|ЗЫ)|заде|угл|УГЛ|огл)")
_ANCHOR_WORD = re.compile(r"\b(?:" + "|".join(sorted(PATRONYMIC_WORDS)) + r")\b", re.IGNORECASE)


def _near_patronymics(text: str) -> list[tuple[int, int]]:
    """Stretches of text, from space to space, around whatever ends like a patronymic."""
    windows: list[tuple[int, int]] = []
    anchors = [(m.start(), m.end()) for m in _ANCHOR.finditer(text)]
    if _ANCHOR_HINT.search(text) is not None:
        anchors = sorted(anchors + [(m.start(), m.end()) for m in _ANCHOR_WORD.finditer(text)])
    for at, after in anchors:
        start, end = max(0, at - 80), min(len(text), after + 50)
        if start > 0:
            start = next((i for i in range(start, at) if text[i].isspace()), at)
        if end < len(text):
            end = next((i for i in range(end - 1, after - 1, -1) if text[i].isspace()), after)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(end, windows[-1][1]))
        else:
            windows.append((start, end))
    return windows


def _merged(first: list[PersonName], second: list[PersonName]) -> list[PersonName]:
    """Both lists in the order of the text; of two that overlap the one of the first list stays."""
    out = sorted([(n.start, 0, n) for n in first] + [(n.start, 1, n) for n in second], key=lambda x: x[:2])
    kept: list[tuple[int, PersonName]] = []
    for _, rank, n in out:
        if kept and n.start < kept[-1][1].end:
            if rank < kept[-1][0]:
                kept[-1] = (rank, n)
            continue
        kept.append((rank, n))
    return [n for _, n in kept]


def find_surnames(text: str) -> list[PersonName]:
    """Bare surnames of a list: «(Горнова, Прошин, Калашник, Верещагин)» → four; anything else in it → none.

    For the line under a heading of a ministry's protocol. Names with initials in the list are returned with them.
    """
    start, end = 0, len(text)
    while start < end and text[start] in " \t\n\u00a0([":
        start += 1
    while start < end and text[end - 1] in " \t\n\u00a0)].;,":
        end -= 1
    if text[end : end + 1] == "." and re.search(r"(?<!\w)[А-ЯЁ]$", text[max(0, end - 2) : end]):
        end += 1
    names: list[PersonName] = []
    for m in re.finditer(r"[^,;\n]+", text[start:end]):
        piece = m.group()
        for part in re.finditer(r"(?:(?!\sи\s).)+", piece, re.DOTALL):
            raw = part.group()
            body = raw.strip().removeprefix("и ").strip()
            offset = start + m.start() + part.start() + raw.find(body)
            if not body:
                continue
            full = find_persons(body + (" " if body[-1] != "." else ""))
            if len(full) == 1 and full[0].start == 0 and full[0].end >= len(body.rstrip(".")):
                n = full[0]
                names.append(
                    PersonName(
                        n.start + offset, n.end + offset, n.text, n.family, n.given, n.patronymic, n.order, n.gender
                    )
                )
                continue
            if not re.fullmatch(_PARTICLE + _SURNAME, body) or not _may_be_surname(body):
                return []
            names.append(PersonName(offset, offset + len(body), body, body, None, None, "family-only", None))
    return names


def _may_be_surname(word: str) -> bool:
    low = word.lower()
    # «Завгородний» begins like «заведующий», but is no word of the dictionary
    if low in NOT_SURNAMES or (low.startswith(_STOP_STEMS) and not _is_typical(low, strict=True) and _is_common(low)):
        return False
    return not (word.isupper() and len(word) > 1 and not any(c in "аеёиоуыэюя" for c in low))


@lru_cache(maxsize=4096)
def _is_common(low: str) -> bool:
    """Whether the dictionary knows the word, and not as an animate noun that only a surname begins so («Подопригора»)."""
    if not is_known(low):
        return False
    return not (low.startswith(_NOBODY_IS_CALLED) and any("NOUN,anim" in str(reading.tag) for reading in parses(low)))


# Prepositions, things and numbers: what a text ends a sentence with, and no post or calling begins so.
_NOBODY_IS_CALLED = (
    "под", "над", "без", "при", "май", "март", "дом", "край", "лист", "закон", "част", "перв", "втор", "трет", "четверт",
    "пят", "центр", "завод", "союз", "дум", "фонд", "школ", "стать",
)  # fmt: skip


def looks_like_surname(word: str) -> bool:
    """Whether a single capitalised word can hardly be anything but a surname: «Сидоров», «Гончаренко»; not «Совет»."""
    return _may_be_surname(word) and _is_typical(word.lower(), strict=True)


_STRICT = tuple(
    e
    for e in _ENDINGS
    if e.startswith(("ов", "ев", "ёв", "ин", "ын", "ск", "цк", "енко", "ук", "юк", "чук", "ич", "ян", "дзе", "швили"))
)


@lru_cache(maxsize=4096)
def _is_typical(low: str, *, strict: bool = False) -> bool:
    """Whether a word ends like a surname; strictly: and a noun that names a post («главе») does not pass."""
    if strict:
        # «Начальнов», «Секретарёв», «Министеров» are surnames, «министров» is a plural.
        return low.endswith(("енко", "чук", "ский", "ского", "скому", "ским", "ская", "швили", "дзе")) or (
            low.endswith(_STRICT) and not low.startswith(_PLAIN_STEMS)
        )
    return low.endswith(_ENDINGS)


_PLAIN_STEMS = tuple(s for s in _STOP_STEMS if len(s) > 4)


def _with_initials(text: str) -> list[PersonName]:
    found: list[PersonName] = []
    floor = 0
    for hint in _INITIAL_HINT.finditer(text):
        m = _INITIALS.match(text, hint.start()) if hint.start() >= floor else None
        if m is None:
            continue
        window = max(floor, m.start() - 60)
        left = _LEFT.search(text, window, m.start())
        right = _RIGHT.match(text, m.end()) if m["two"] is None or m["two"].endswith(".") else None
        left_ok = left is not None and _may_be_surname(left["family"])
        right_ok = right is not None and _may_be_surname(right["family"])
        if right_ok and m["two"] is None and not _single_initial_before(text, m, right["family"]):  # type: ignore[index]
            right_ok = False
        if left_ok and m["two"] is None and not _single_initial_after(text, m, left["family"]):  # type: ignore[index]
            left_ok = False
        if left_ok and right_ok and _prefers_right(text, left, right):  # type: ignore[arg-type]
            left_ok = False
        name = None
        if left_ok and left is not None:
            name = _make(text, left.start("family"), m.end(), left["family"], m, "family-first")
        elif right_ok and right is not None:
            name = _make(text, m.start(), right.end("family"), right["family"], m, "initials-first")
        if name is None:
            continue
        floor = name.end
        if not _DEDICATION.search(text, max(0, name.start - _DEDICATED), name.start):
            found.append(name)
    return found


_DEDICATED = 50  # characters of «имени дважды Героя Советского Союза» before the name


def _make(text: str, start: int, end: int, family: str, m: re.Match[str], order: Order) -> PersonName:
    one, two = initial(m["one"]), initial(m["two"])
    return PersonName(start, end, text[start:end], family, one, two, order, None)


def _prefers_right(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """«России М.Ю. Соколов» and «Петров И.И. Сидоров П.П.»: to which side the initials belong."""
    after = right.end()
    if _INITIALS.match(text, after + len(text[after : after + 2]) - len(text[after : after + 2].lstrip())):
        # Another pair of initials follows the word on the right: it is the surname of the next person,
        # unless the words on the left is no surname by its looks.
        return not _is_typical(left["family"].lower()) and _is_typical(right["family"].lower())
    if not right["gap"] and left["gap"]:
        return True
    if not left["gap"] and right["gap"]:
        return False
    l_ok, r_ok = _is_typical(left["family"].lower()), _is_typical(right["family"].lower())
    if l_ok != r_ok:
        return r_ok
    if left["family"].isupper() and not right["family"].isupper():
        return True
    if "\n" in left["gap"] or "\n" in right["gap"]:
        return "\n" in left["gap"]
    return not (left.start() == 0 or text[max(0, left.start() - 4) : left.start()].rstrip()[-1:] in ",;:(–—-\n")


def _single_initial_before(text: str, m: re.Match[str], family: str) -> bool:
    """«Ю. Ким» but «г. Томск», «А. Общие положения»."""
    low = family.lower()
    if low in CITIES_LIKE_SURNAMES or low.endswith(("ск", "ске", "ска", "ску", "град", "бург", "поль")):
        return False
    before = text[max(0, m.start() - 2) : m.start()]
    if m["one"][0] in "ГгСсПпДдРр" and not low.endswith(_STRICT):
        return False
    return low.endswith(_STRICT) or (
        len(before) == 2 and before[-1] in " (\u00a0" and before[0].islower() and len(family) < 9
    )


def _single_initial_after(text: str, m: re.Match[str], family: str) -> bool:
    """«Ким Ю.» but «Приложение А.», «категории В.»."""
    tail = text[m.end() : m.end() + 2]
    if not _is_typical(family.lower()) and not (len(family) < 6 and family.lower() not in CITIES_LIKE_SURNAMES):
        return False
    return not tail or tail[0] in " ,;:)\n\u00a0»"


class _Token(NamedTuple):
    start: int
    end: int
    word: str


def _in_full(text: str, windows: list[tuple[int, int]], *, first_last: bool) -> list[PersonName]:
    tokens = [_Token(m.start(), m.end(), m.group()) for start, end in windows for m in _WORD.finditer(text, start, end)]
    found: list[PersonName] = []
    i = 0
    while i < len(tokens):
        name, step = _full_at(text, tokens, i, first_last=first_last)
        if name is not None and not _DEDICATION.search(text, max(0, name.start - 14), name.start):
            found.append(name)
        i += step
    return found


_ADJACENT = re.compile(r"[ \u00a0\u202f\t\n]{1,3}")


def _full_at(text: str, tokens: list[_Token], i: int, *, first_last: bool) -> tuple[PersonName | None, int]:
    run = [tokens[i]]
    while len(run) < 3 and i + len(run) < len(tokens):
        after = tokens[i + len(run)]
        if not _ADJACENT.fullmatch(text, run[-1].end, after.start):
            break
        run.append(after)
    if len(run) == 3:
        a, b, c = run
        tail = SUFFIX_WORD.match(text, c.end)
        third = patronymic_reading(c.word) if tail is None else _suffixed(tail.group())
        second = patronymic_reading(b.word)
        given_first = second is not None and (third is None or gender_of_given(a.word) is not None)
        if given_first and second is not None and _may_be_given(a.word) and _may_be_surname(c.word):
            return _full(text, a.start, c.end, c.word, a.word, b.word, "given-first", second[0]), 3
        if third is not None and _may_be_surname(a.word) and _may_be_given(b.word):
            end = tail.end() if tail is not None else c.end
            return _full(text, a.start, end, a.word, b.word, text[c.start : end], "family-first", third[0]), 3
    if len(run) >= 2:
        a, b = run[0], run[1]
        tail = SUFFIX_WORD.match(text, b.end)
        if tail is not None and gender_of_given(a.word) is not None and len(run) == 3 and _may_be_surname(run[2].word):
            gender = _suffixed(tail.group())[0]
            return _full(
                text, a.start, run[2].end, run[2].word, a.word, text[b.start : tail.end()], "given-first", gender
            ), 3
        if first_last:
            return _first_last(text, a, b)
    return None, 1


_NAME_ENDS = re.compile(r"\s*(?:$|[,;(]|[–—-]\s)")
_SHORT_SURNAME = 6  # «Ким Лариса»: surnames without a usual end are short


def _first_last(text: str, a: _Token, b: _Token) -> tuple[PersonName | None, int]:
    sex = gender_of_given(a.word)
    if (
        sex is not None
        and _may_be_surname(b.word)
        and gender_of_given(b.word) is None
        and patronymic_reading(b.word) is None
    ):
        return _full(text, a.start, b.end, b.word, a.word, None, "given-first", sex), 2
    sex = gender_of_given(b.word)
    alone = a.start == 0 and _NAME_ENDS.match(text, b.end) is not None
    short = alone and len(a.word) < _SHORT_SURNAME
    usual = _is_typical(a.word.lower()) and gender_of_given(a.word) is None
    if sex is not None and _may_be_surname(a.word) and (usual or short):
        return _full(text, a.start, b.end, a.word, b.word, None, "family-first", sex), 2
    if alone and usual and _is_typical(a.word.lower(), strict=True) and _is_given_of_post(text, b):
        return _full(text, a.start, b.end, a.word, b.word, None, "family-first", sex or "m"), 2
    return None, 1


_BEFORE_POST = re.compile(r"\s[–—-]\s")


def _is_given_of_post(text: str, given: _Token) -> bool:
    """«Юсупова Диляра – аналитик»: a first name that no list has, between a surname and the dash before a post."""
    return _BEFORE_POST.match(text, given.end) is not None and _may_be_given(given.word) and not is_known(given.word.lower())


def _suffixed(tail: str) -> tuple[Gender, Case]:
    return ("f" if "з" in tail.lower() and "ы" in tail.lower() else "m"), "nominative"


def _full(
    text: str, start: int, end: int, family: str, given: str, patr: str | None, order: Order, gender: Gender
) -> PersonName:
    return PersonName(start, end, text[start:end], family, given, patr, order, gender)


def _may_be_given(word: str) -> bool:
    low = word.lower()
    return gender_of_given(word) is not None or (not low.startswith(_STOP_STEMS) and low not in NOT_SURNAMES)
