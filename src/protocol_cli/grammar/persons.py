"""Persons in running text: «Вториной Е.В.», «И.Б.Грабцевич», «Вторина Елена Вениаминовна»; not «т. е.», «И. о.», «п. 3».

Sources of the forms: ГОСТ Р 7.0.97-2016, 5.15, 5.22, 5.25 (initials before or after the surname), and practice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from protocol_cli.grammar.lexicon.names import (
    CITIES_LIKE_SURNAMES,
    DEDICATION_WORDS,
    FEMALE_NAMES,
    MALE_NAMES,
    NOT_SURNAME_STEMS,
    NOT_SURNAMES,
    PARTICLES,
    PATRONYMIC_WORDS,
    SURNAME_ENDINGS,
    TWO_LETTER_INITIALS,
)
from protocol_cli.grammar.surnames import Case, Gender, nominative_surname, surname_forms

Order = Literal["family-first", "initials-first", "given-first", "family-only"]

_LOOK_ALIKE = str.maketrans("ABCEHKMOPTXYІЇ", "АВСЕНКМОРТХУІЇ")
_CAP = "А-ЯЁІЇЄ"
_LOW = "а-яёіїє"
_PARTICLE = f"(?:(?:{'|'.join(PARTICLES)})[ \\u00a0])?"
# One part of a surname: «Вторина», «ВТОРИНА», «О'Коннор», «МакГрегор»; at least two letters.
_PART = rf"(?:[{_CAP}][{_LOW}]+(?:[’'][{_CAP}{_LOW}]+|[{_CAP}][{_LOW}]+)?|[{_CAP}]{{2,}})"
_SURNAME = rf"{_PART}(?:-{_PART})*"
_TWO = "|".join(sorted(TWO_LETTER_INITIALS))
_INITIAL = rf"(?:(?:{_TWO})\.|[{_CAP}ABCEHKMOPTXY]\.(?:-[{_CAP}]\.)?)"
_GAP = r"[ \u00a0\u202f\t\n]{0,3}"
_INITIALS = re.compile(
    rf"(?<![\w.№\-])(?P<one>{_INITIAL})(?:(?P<gap>{_GAP})(?P<two>{_INITIAL}|[{_CAP}ABCEHKMOPTXY](?=[,;:)\]»\n]|[ \u00a0]+[{_LOW}–—-]|[ \u00a0]*$)))?"
)
_INITIAL_HINT = re.compile(r"[А-ЯЁІЇЄA-Z][а-яё]{0,2}\.")
_LEFT = re.compile(rf"(?<![\w.])(?P<family>{_PARTICLE}{_SURNAME})(?P<gap>[ \u00a0\u202f\t\n]{{0,3}})$")
_RIGHT = re.compile(rf"(?P<gap>{_GAP})(?P<family>{_PARTICLE}{_SURNAME})(?![\w]|\.[{_LOW}])")
_WORD = re.compile(rf"(?<![\w.-]){_SURNAME}(?![\w])")
_MALE_PATRONYMIC = re.compile(r"ич(?P<end>а|у|ем|е)?$")
_MALE_SHORT = frozenset(["ильич", "кузьмич", "лукич", "фомич", "никитич", "саввич", "фокич", "фадеич", "силыч", "иваныч", "петрович"])
_FEMALE_PATRONYMIC = re.compile(r"(?:[оеё]вн|иничн|[кмтв]ичн)(?P<end>а|ы|е|у|ой|ою)$")
_MALE_ENDS: dict[str, Case] = {"": "nominative", "а": "genitive", "у": "dative", "ем": "instrumental", "е": "prepositional"}
_FEMALE_ENDS: dict[str, Case] = {
    "а": "nominative", "ы": "genitive", "е": "dative", "у": "accusative", "ой": "instrumental", "ою": "instrumental",
}  # fmt: skip
_ENDINGS = tuple(sorted(set(SURNAME_ENDINGS), key=len, reverse=True))
_STOP_STEMS = tuple(sorted(NOT_SURNAME_STEMS))
_DEDICATION = re.compile(
    r"(?<!\w)(?:" + "|".join(re.escape(w) for w in sorted(DEDICATION_WORDS, key=len, reverse=True)) + r")\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name where it stands: `text` = the text from `start` to `end` (half-open), parts as written.

    An initial is given with its point and in Cyrillic letters even where the paper has Latin ones («A.B.»).
    """

    start: int
    end: int
    text: str
    family: str
    given: str | None
    patronymic: str | None
    order: Order
    gender: Gender | None


class NameParts(NamedTuple):
    """A name in the nominative: in the document's own order and spacing, and its parts."""

    name: str
    family: str
    given: str | None
    patronymic: str | None
    gender: Gender | None = None


# ── finding ──────────────────────────────────────────────────────────────────────────────────────────────────


def find_persons(text: str, *, first_last: bool = False) -> list[PersonName]:
    """All names of persons in a text, in order, in whatever case they stand.

    With `first_last` also a first name and a surname without patronymic («Илья Прошин»), if the first name is a known one.
    Names of streets, schools and prizes («имени Д.И. Завьялова») are left out.
    """
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
                names.append(PersonName(n.start + offset, n.end + offset, n.text, n.family, n.given, n.patronymic, n.order, n.gender))
                continue
            if not re.fullmatch(_PARTICLE + _SURNAME, body) or not _may_be_surname(body):
                return []
            names.append(PersonName(offset, offset + len(body), body, body, None, None, "family-only", None))
    return names


def _may_be_surname(word: str) -> bool:
    low = word.lower()
    if low in NOT_SURNAMES or (low.startswith(_STOP_STEMS) and not _is_typical(low, strict=True)):
        return False
    return not (word.isupper() and len(word) > 1 and not any(c in "аеёиоуыэюя" for c in low))


def looks_like_surname(word: str) -> bool:
    """Whether a single capitalised word can hardly be anything but a surname: «Сидоров», «Гончаренко»; not «Совет»."""
    return _may_be_surname(word) and _is_typical(word.lower(), strict=True)


_STRICT = tuple(
    e for e in _ENDINGS
    if e.startswith(("ов", "ев", "ёв", "ин", "ын", "ск", "цк", "енко", "ук", "юк", "чук", "ич", "ян", "дзе", "швили"))
)  # fmt: skip


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
        if left_ok and right_ok and _prefers_right(text, left, right, m):  # type: ignore[arg-type]
            left_ok = False
        name = None
        if left_ok and left is not None:
            name = _make(text, left.start("family"), m.end(), left["family"], m, "family-first")
        elif right_ok and right is not None:
            name = _make(text, m.start(), right.end("family"), right["family"], m, "initials-first")
        if name is None:
            continue
        floor = name.end
        if not _DEDICATION.search(text, max(0, name.start - 14), name.start):
            found.append(name)
    return found


def _make(text: str, start: int, end: int, family: str, m: re.Match[str], order: Order) -> PersonName:
    one, two = _initial(m["one"]), _initial(m["two"])
    gender = nominative_surname(family, "nominative")[1]
    return PersonName(start, end, text[start:end], family, one, two, order, gender)


def _initial(raw: str | None) -> str | None:
    if raw is None:
        return None
    return raw.translate(_LOOK_ALIKE) + ("" if raw.endswith(".") else ".")


def _prefers_right(text: str, left: re.Match[str], right: re.Match[str], m: re.Match[str]) -> bool:
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
    return not (left.start() == 0 or text[: left.start()].rstrip()[-1:] in ",;:(–—-\n")


def _single_initial_before(text: str, m: re.Match[str], family: str) -> bool:
    """«Ю. Ким» but «г. Томск», «А. Общие положения»."""
    low = family.lower()
    if low in CITIES_LIKE_SURNAMES or low.endswith(("ск", "ске", "ска", "ску", "град", "бург", "поль")):
        return False
    before = text[max(0, m.start() - 2) : m.start()]
    if m["one"][0] in "ГгСсПпДдРр" and not low.endswith(_STRICT):
        return False
    return low.endswith(_STRICT) or (len(before) == 2 and before[-1] in " (\u00a0" and before[0].islower() and len(family) < 9)


def _single_initial_after(text: str, m: re.Match[str], family: str) -> bool:
    """«Ким Ю.» but «Приложение А.», «категории В.»."""
    tail = text[m.end() : m.end() + 2]
    if not _is_typical(family.lower()) and not (len(family) < 6 and family.lower() not in CITIES_LIKE_SURNAMES):
        return False
    return not tail or tail[0] in " ,;:)\n\u00a0»"


def _patronymic(word: str) -> tuple[Gender, Case] | None:
    """«Вениаминовной» → ("f", "instrumental"); None if the word is no patronymic."""
    low = word.lower()
    m = _MALE_PATRONYMIC.search(low)
    if m is not None and len(low) > 4:
        stem = low[: len(low) - len(m["end"] or "")]
        if stem.endswith(("ович", "евич", "ёвич", "ьич")) or stem in _MALE_SHORT:
            return "m", _MALE_ENDS[m["end"] or ""]
    m = _FEMALE_PATRONYMIC.search(low)
    if m is not None and len(low) > 6:
        return "f", _FEMALE_ENDS[m["end"]]
    for part in low.split("-")[1:]:
        if part in PATRONYMIC_WORDS:
            return ("f" if part in ("кызы", "кзы", "гызы") else "m"), "nominative"
    return None


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
_SUFFIX_WORD = re.compile(r"[ \u00a0-]{1,2}(?:" + "|".join(sorted(PATRONYMIC_WORDS)) + r")(?!\w)", re.IGNORECASE)


def _full_at(text: str, tokens: list[_Token], i: int, *, first_last: bool) -> tuple[PersonName | None, int]:
    run = [tokens[i]]
    while len(run) < 3 and i + len(run) < len(tokens):
        after = tokens[i + len(run)]
        if not _ADJACENT.fullmatch(text, run[-1].end, after.start):
            break
        run.append(after)
    if len(run) == 3:
        a, b, c = run
        tail = _SUFFIX_WORD.match(text, c.end)
        third = _patronymic(c.word) if tail is None else _suffixed(tail.group())
        second = _patronymic(b.word)
        given_first = second is not None and (third is None or gender_of_given(a.word) is not None)
        if given_first and second is not None and _may_be_given(a.word) and _may_be_surname(c.word):
            return _full(text, a.start, c.end, c.word, a.word, b.word, "given-first", second[0]), 3
        if third is not None and _may_be_surname(a.word) and _may_be_given(b.word):
            end = tail.end() if tail is not None else c.end
            return _full(text, a.start, end, a.word, b.word, text[c.start : end], "family-first", third[0]), 3
    if len(run) >= 2:
        a, b = run[0], run[1]
        tail = _SUFFIX_WORD.match(text, b.end)
        if tail is not None and gender_of_given(a.word) is not None and len(run) == 3 and _may_be_surname(run[2].word):
            gender = _suffixed(tail.group())[0]
            return _full(text, a.start, run[2].end, run[2].word, a.word, text[b.start : tail.end()], "given-first", gender), 3
        if first_last:
            return _first_last(text, a, b)
    return None, 1


def _first_last(text: str, a: _Token, b: _Token) -> tuple[PersonName | None, int]:
    sex = gender_of_given(a.word)
    if sex is not None and _may_be_surname(b.word) and gender_of_given(b.word) is None and _patronymic(b.word) is None:
        return _full(text, a.start, b.end, b.word, a.word, None, "given-first", sex), 2
    sex = gender_of_given(b.word)
    if sex is not None and _may_be_surname(a.word) and _is_typical(a.word.lower()) and gender_of_given(a.word) is None:
        return _full(text, a.start, b.end, a.word, b.word, None, "family-first", sex), 2
    return None, 1


def _suffixed(tail: str) -> tuple[Gender, Case]:
    return ("f" if "з" in tail.lower() and "ы" in tail.lower() else "m"), "nominative"


def _full(text: str, start: int, end: int, family: str, given: str, patr: str | None, order: Order, gender: Gender) -> PersonName:
    return PersonName(start, end, text[start:end], family, given, patr, order, gender)


def _may_be_given(word: str) -> bool:
    low = word.lower()
    return gender_of_given(word) is not None or (not low.startswith(_STOP_STEMS) and low not in NOT_SURNAMES)


# ── first names ──────────────────────────────────────────────────────────────────────────────────────────────


@lru_cache(maxsize=1)
def _given_forms() -> dict[str, tuple[tuple[str, Gender, Case], ...]]:
    """Forms of the known first names: «елене» → (("елена", "f", "dative"), ("елена", "f", "prepositional"))."""
    table: dict[str, list[tuple[str, Gender, Case]]] = {}
    for names, gender in ((FEMALE_NAMES, "f"), (MALE_NAMES, "m")):
        for name in names:
            for case, form in _bend_given(name, gender):  # type: ignore[arg-type]
                table.setdefault(form.replace("ё", "е"), []).append((name, gender, case))  # type: ignore[arg-type]
    return {form: tuple(readings) for form, readings in table.items()}


_IRREGULAR_GIVEN = {"павел": "павл", "лев": "льв", "пётр": "петр", "петр": "петр"}


def _bend_given(name: str, gender: Gender) -> list[tuple[Case, str]]:
    stem, last = name[:-1], name[-1]
    ends: tuple[str, ...]
    if last in "ая":
        soft = last == "я"
        gen = "и" if soft or stem[-1] in "гкхжчшщ" else "ы"
        dat = "и" if soft and stem[-1] == "и" else "е"
        ends = (gen, dat, "ю" if soft else "у", ("ей" if soft or stem[-1] in "жчшщц" else "ой"), dat)
    elif last == "ь" and gender == "f":
        stem = "любов" if name == "любовь" else stem
        ends = ("и", "и", "ь", "ью", "и")
    elif gender == "f" or last in "иоуыэюе":
        stem, ends = name, ("", "", "", "", "")
    elif last in "йь":
        ends = ("я", "ю", "я", "ем", "и" if name.endswith("ий") else "е")
    else:
        stem, ends = _IRREGULAR_GIVEN.get(name, name), ("а", "у", "а", "ом", "е")
    cases: tuple[Case, ...] = ("genitive", "dative", "accusative", "instrumental", "prepositional")
    return [("nominative", name), *zip(cases, (stem + e for e in ends), strict=True)]


def gender_of_given(word: str) -> Gender | None:
    """The gender of a known first name in any case («Елене» → "f"), None if it is not known."""
    readings = _given_forms().get(word.lower().replace("ё", "е"))
    return readings[0][1] if readings else None


def _nominative_given(given: str, gender: Gender, case: Case) -> str:
    if case == "nominative" or given.endswith("."):
        return given
    if "-" in given:
        return "-".join(_nominative_given(p, gender, case) for p in given.split("-"))
    low = given.lower()
    readings = [r for r in _given_forms().get(low.replace("ё", "е"), ()) if r[1] == gender]
    for name, _, told in readings:
        if told == case:
            return _capital(given, _keep_yo(name, low))
    if readings:
        return _capital(given, _keep_yo(readings[0][0], low))
    return _capital(given, _unknown_given(low, gender, case))


def _keep_yo(name: str, written: str) -> str:
    """«Петру» gives «Петр» or «Пётр» alike; ё only where it was written, or always belongs («Пётр»)."""
    return "пётр" if name == "петр" else name if "ё" in written or "ё" not in name or name == "пётр" else name.replace("ё", "е")


def _unknown_given(low: str, gender: Gender, case: Case) -> str:
    if gender == "f":
        if case == "accusative" and low[-1] in "ую":
            return low[:-1] + ("а" if low[-1] == "у" else "я")
        if case in ("dative", "prepositional") and low.endswith("е"):
            return low[:-1] + ("я" if low[-2:-1] in "аеёиоуыэюьь" else "а")
        if low.endswith("ии"):
            return low[:-1] + "я"
        if case == "genitive" and low[-1] in "ыи":
            return low[:-1] + "а"
        if case == "instrumental" and low.endswith("ой"):
            return low[:-2] + "а"
        if case == "instrumental" and low.endswith("ей"):
            return low[:-2] + "я"
        return low
    endings = {"genitive": "ая", "accusative": "ая", "dative": "ую"}
    if case in endings and low[-1] in endings[case]:
        hard = low[-1] in "ау"
        stem = low[:-1]
        return stem if hard else stem + ("й" if stem[-1] in "аеёиоуыэю" else "ь")
    if case == "instrumental" and low.endswith(("ом", "ем")):
        stem = low[:-2]
        return stem if low.endswith("ом") else stem + ("й" if stem[-1] in "аеёиоуыэю" else "ь")
    return low


def _nominative_patronymic(patronymic: str) -> str:
    told = _patronymic(patronymic)
    if told is None or told[1] == "nominative":
        return patronymic
    low = patronymic.lower()
    if told[0] == "m":
        stem = low[: low.rindex("ич")] + "ич"
    else:
        stem = low[: low.rindex("н")] + "на"
    return _capital(patronymic, stem)


def _capital(model: str, word: str) -> str:
    return word.upper() if model.isupper() and len(model) > 1 else word[:1].upper() + word[1:]


# ── the nominative ───────────────────────────────────────────────────────────────────────────────────────────


def case_of_name(name: PersonName) -> Case | None:
    """The case that a full name tells by itself: «Вториной Елене Вениаминовне» → "dative"; None without a patronymic."""
    if name.patronymic is None or name.patronymic.endswith("."):
        return None
    told = _patronymic(name.patronymic)
    if told is None:
        return None
    return told[1]


def nominative_name(name: PersonName, case: Case | None = None) -> NameParts:
    """The name in the nominative, in its own order and spacing: «Горновой Л.В.» in the dative → «Горнова Л.В.».

    `case` is that of the phrase it stands in; a patronymic in full tells the case better than the caller. Without either
    the ending of the surname decides where it can («Аристову К.Г.»), else the name is taken as it is.
    """
    gender = name.gender if name.given is not None and not name.given.endswith(".") else None
    told = case_of_name(name)
    if told is not None and name.patronymic is not None and not _SUFFIX_WORD.search(name.patronymic):
        case = told
    elif gender is not None and name.given is not None:
        case = _case_of_given(name.given, gender, case) or case
    family, sex = nominative_surname(name.family, case, gender)
    given, patronymic = name.given, name.patronymic
    if gender is not None and given is not None:
        given = _nominative_given(given, gender, case or "nominative")
    if patronymic is not None and not patronymic.endswith("."):
        patronymic = _nominative_patronymic(patronymic)
    return _assemble(name, family, given, patronymic, gender or sex)


def _case_of_given(given: str, gender: Gender, hint: Case | None) -> Case | None:
    readings = [r for r in _given_forms().get(given.lower().replace("ё", "е"), ()) if r[1] == gender]
    cases = [r[2] for r in readings]
    if hint in cases:
        return hint
    return cases[0] if cases else None


def _assemble(name: PersonName, family: str, given: str | None, patronymic: str | None, gender: Gender | None) -> NameParts:
    """The parts put where their written forms stood in the text of the name."""
    if family.isupper() and len(family) > 2 and not any(c == "-" for c in family[1:2]):
        family = "-".join(p[:1] + p[1:].lower() for p in family.split("-"))
    text = name.text
    if name.order == "initials-first":
        at = len(text) - len(name.family)
        rebuilt = text[:at].translate(_LOOK_ALIKE) + family
    elif name.order == "given-first":
        at = text.rindex(name.family)
        rebuilt = _replaced(text[:at], name.given, given, name.patronymic, patronymic) + family
    else:
        tail = text[len(name.family) :]
        if name.given is not None and name.given.endswith("."):
            tail = tail.translate(_LOOK_ALIKE)
        rebuilt = family + _replaced(tail, name.given, given, name.patronymic, patronymic)
    clean = re.sub(r"\s+", " ", rebuilt)
    return NameParts(clean, family, _proper(given), _proper(patronymic), gender)


def _replaced(text: str, old_given: str | None, given: str | None, old_patr: str | None, patr: str | None) -> str:
    at = 0
    for old, new in ((old_given, given), (old_patr, patr)):
        if old is None or new is None or (old == new and not old.isupper()):
            continue
        i = text.find(old, at)
        if i >= 0 and not old.endswith("."):
            new = _proper(new) or new
            text = text[:i] + new + text[i + len(old) :]
            at = i + len(new)
    return text


def _proper(part: str | None) -> str | None:
    if part is not None and len(part) > 2 and part.isupper() and not part.endswith("."):
        return part[:1] + part[1:].lower()
    return part


# ── identity ─────────────────────────────────────────────────────────────────────────────────────────────────


def _key(word: str | None) -> str:
    return (word or "").lower().replace("ё", "е").replace("‑", "-").strip(".")


def person_key(parts: NameParts | PersonName) -> tuple[str, str, str]:
    """What two names of one person share: surname, first letters of first name and patronymic; "" where there is none.

    The surname must be in the nominative: give the answer of `nominative_name` or of a roster.
    """
    return _key(parts.family), _key(parts.given)[:1], _key(parts.patronymic)[:1]


def same_person(a: NameParts | PersonName, b: NameParts | PersonName) -> bool:
    """«Вторина Елена Вениаминовна» = «Е.В. Вторина» = «Вториной Е.В.»; never by the surname alone against other initials.

    A missing initial matches any; a man never matches a woman.
    """
    if not _compatible(a, b):
        return False
    if isinstance(a, NameParts) and isinstance(b, NameParts):
        return _key(a.family) == _key(b.family)
    one, two = _families(a), _families(b)
    return bool(one & two)


def _families(p: NameParts | PersonName) -> frozenset[str]:
    if isinstance(p, NameParts):
        return frozenset(surname_forms(p.family, p.gender))
    known = case_of_name(p)
    if known is not None:
        return frozenset({_key(nominative_name(p).family)})
    base = {_key(p.family)}
    for case in ("dative", "genitive", "accusative", "instrumental"):
        base.add(_key(nominative_surname(p.family, case)[0]))  # type: ignore[arg-type]
    return frozenset(base)


def _compatible(a: NameParts | PersonName, b: NameParts | PersonName) -> bool:
    for x, y in ((a.given, b.given), (a.patronymic, b.patronymic)):
        if x is None or y is None:
            continue
        x, y = _key(x), _key(y)
        if x[:1] != y[:1]:
            return False
    ga, gb = _sure_gender(a), _sure_gender(b)
    return ga is None or gb is None or ga == gb


def _sure_gender(p: NameParts | PersonName) -> Gender | None:
    if isinstance(p, NameParts) or (p.given is not None and not p.given.endswith(".")):
        return p.gender
    return None


class Roster:
    """The persons whom a document names in the nominative; bent names elsewhere in it are brought back to them."""

    def __init__(self, names: Iterable[NameParts] = ()) -> None:
        self._by_form: dict[str, list[tuple[NameParts, frozenset[Case]]]] = {}
        self._seen: set[tuple[str, str, str]] = set()
        for name in names:
            self.add(name)

    def add(self, parts: NameParts) -> None:
        """Take a person in the nominative; the same one again changes nothing."""
        key = (_key(parts.family), _key(parts.given), _key(parts.patronymic))
        if key in self._seen:
            return
        self._seen.add(key)
        for form, cases in surname_forms(parts.family, parts.gender).items():
            self._by_form.setdefault(form, []).append((parts, cases))

    def find(self, name: PersonName, case: Case | None = None) -> list[NameParts]:
        """Those of the roster who may be meant, each person once; of several, those whose form is in the case told."""
        entries = [(p, c) for p, c in self._by_form.get(_key(name.family), ()) if _compatible(p, name)]
        if len({p.family for p, _ in entries}) > 1:
            told = case_of_name(name) or case
            fitting = [(p, c) for p, c in entries if (told or "nominative") in c]
            entries = fitting or entries
        unique: dict[tuple[str, str, str], NameParts] = {}
        for parts, _ in entries:
            key = person_key(parts)
            if key not in unique or len(parts.name) > len(unique[key].name):
                unique[key] = parts
        return list(unique.values())

    def resolve(self, name: PersonName, case: Case | None = None) -> NameParts:
        """The name in the nominative, by the roster if it knows just one such person, else by the rules of `nominative_name`.

        The order, the spacing and the initials are those of the mention, not of the roster.
        """
        known = self.find(name, case)
        families = {p.family for p in known}
        if len(families) != 1:
            return nominative_name(name, case)
        best = known[0]
        full = name.given is not None and not name.given.endswith(".")
        own = nominative_name(name, case)
        family = _like(name.family, best.family)
        return _assemble(name, family, own.given, own.patronymic, own.gender if full else best.gender)


def _like(written: str, nominative: str) -> str:
    """The surname of the roster with ё only if the mention has it or loses nothing by it."""
    if "ё" in nominative and "ё" not in written.lower() and "е" in written.lower():
        return nominative.replace("ё", "е") if written.lower() in nominative.replace("ё", "е").lower() else nominative
    return nominative
