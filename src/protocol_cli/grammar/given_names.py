"""First names and patronymics in any case: «Елене» → Елена, «Вениаминовной» → Вениаминовна.

A patronymic tells both the gender and the case of the whole name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from protocol_cli.grammar.lexicon.names import FEMALE_NAMES, MALE_NAMES, MALE_PATRONYMICS, PATRONYMIC_WORDS
from protocol_cli.grammar.surnames import Case, Gender

SUFFIX_WORD = re.compile(r"[ \u00a0-]{1,2}(?:" + "|".join(sorted(PATRONYMIC_WORDS)) + r")(?!\w)", re.IGNORECASE)
_MALE_PATRONYMIC = re.compile(r"ич(?P<end>а|у|ем|е)?$")
_FEMALE_PATRONYMIC = re.compile(r"(?:[оеё]вн|иничн|[кмтв]ичн)(?P<end>а|ы|е|у|ой|ою)$")
_MALE_ENDS: dict[str, Case] = {
    "": "nominative",
    "а": "genitive",
    "у": "dative",
    "ем": "instrumental",
    "е": "prepositional",
}
_FEMALE_ENDS: dict[str, Case] = {
    "а": "nominative", "ы": "genitive", "е": "dative", "у": "accusative", "ой": "instrumental", "ою": "instrumental",
}  # fmt: skip


def patronymic_reading(word: str) -> tuple[Gender, Case] | None:
    """Tell the gender and the case of a patronymic: «Вениаминовной» → ("f", "instrumental"); None if it is none."""
    low = word.lower()
    m = _MALE_PATRONYMIC.search(low)
    if m is not None and len(low) > 4:
        stem = low[: len(low) - len(m["end"] or "")]
        if stem.endswith(("ович", "евич", "ёвич", "ьич")) or stem in MALE_PATRONYMICS:
            return "m", _MALE_ENDS[m["end"] or ""]
    m = _FEMALE_PATRONYMIC.search(low)
    if m is not None and len(low) > 5:
        return "f", _FEMALE_ENDS[m["end"]]
    for part in low.split("-")[1:]:
        if part in PATRONYMIC_WORDS:
            return ("f" if part in ("кызы", "кзы", "гызы") else "m"), "nominative"
    return None


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
    """Tell the gender of a known first name in any case («Елене» → "f"), None if it is not known."""
    readings = _given_forms().get(word.lower().replace("ё", "е"))
    return readings[0][1] if readings else None


def case_of_given(given: str, gender: Gender, hint: Case | None) -> Case | None:
    """Tell the case of a known first name; of several the one hinted at, if it is among them."""
    readings = [r for r in _given_forms().get(given.lower().replace("ё", "е"), ()) if r[1] == gender]
    cases = [r[2] for r in readings]
    if hint in cases:
        return hint
    return cases[0] if cases else None


def nominative_given(given: str, gender: Gender, case: Case) -> str:
    """Bring a first name to the nominative: «Елене» in the dative → «Елена»; unknown names by their endings."""
    if case == "nominative" or given.endswith("."):
        return given
    if "-" in given:
        return "-".join(nominative_given(p, gender, case) for p in given.split("-"))
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
    return (
        "пётр"
        if name == "петр"
        else name
        if "ё" in written or "ё" not in name or name == "пётр"
        else name.replace("ё", "е")
    )


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


def nominative_patronymic(patronymic: str) -> str:
    """Bring a patronymic in any case to the nominative: «Вениаминовной» → «Вениаминовна»."""
    told = patronymic_reading(patronymic)
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
