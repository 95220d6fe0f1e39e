"""Surnames: «Кравец» bends to «Кравцу», «Вторина» to «Вториной», «Жидких» not at all; and the way back.

Endings follow Калакуцкая, «Склонение фамилий и личных имён», and the table of domain knowledge in the lexicon.
Cases are named as in grammar books: nominative, genitive, dative, accusative, instrumental, prepositional.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from protocol_cli.grammar.lexicon.names import (
    ADJECTIVE_STEMS,
    INDECLINABLE_ENDINGS,
    MALE_OVOY,
    NO_FLEETING,
    STRESSED_OY,
)

Case = Literal["nominative", "genitive", "dative", "accusative", "instrumental", "prepositional"]
Gender = Literal["m", "f"]
OBLIQUE: tuple[Case, ...] = ("genitive", "dative", "accusative", "instrumental", "prepositional")

_VOWELS = "аеёиоуыэюя"
_HUSHING = "жчшщ"
_POSSESSIVE = re.compile(r"(?:ов|ев|ёв|ин|ын)$")


def _is_indeclinable(surname: str) -> bool:
    return surname.endswith(INDECLINABLE_ENDINGS) or (len(surname) < 3 and surname[-1] in _VOWELS)


def _adjective_stem(surname: str) -> tuple[str, bool] | None:
    """«Чепурной» → («чепурн», hard), «Завгородний» → («завгородн», soft); None if it is no adjective."""
    if surname.endswith(("ский", "цкий", "ской", "цкой", "ый")):
        return surname[:-2], True
    if surname.endswith("ой") and len(surname) > 4:
        return (surname[:-2], True) if surname[:-2] in STRESSED_OY | MALE_OVOY or surname[-3] in "нт" else None
    if surname.endswith("ий") and len(surname) > 4:
        soft = surname[-3] == "н" or surname[-3] in _HUSHING
        return (surname[:-2], surname[-3] in "гкх") if soft or surname[-3] in "кх" else None
    return None


def _fleeting_stem(surname: str) -> str:
    """Give the stem before an ending: «кравец» → «кравц», «шульц» → «шульц», «журавель» → «журавл»."""
    if surname.endswith("ец") and len(surname) > 4 and surname[-3] != "ш" and surname != "кузнец":
        before = surname[-3]
        if before in _VOWELS:
            return surname[:-2] + "йц"
        return surname[:-2] + ("ьц" if before == "л" else "ц")
    if surname.endswith(("ёк", "чек", "шек", "жек")) and len(surname) > 4:
        return surname[:-2] + ("" if surname[-3] in _HUSHING else "ь") + "к"
    if surname.endswith(("чок", "шок", "жок", "нок")) and len(surname) > 4:
        return surname[:-2] + "к"
    if surname == "заяц":
        return "зайц"
    return surname


def _bend_part(surname: str, gender: Gender) -> dict[Case, tuple[str, ...]]:
    """All case forms of one part of a surname, lower case, ё kept; several where usage is not settled."""
    same: dict[Case, tuple[str, ...]] = dict.fromkeys(OBLIQUE, (surname,))
    if _is_indeclinable(surname):
        return same
    last = surname[-1]
    if last in "ая":
        return _bend_in_a(surname, gender)
    if gender == "f":
        return same
    if last in _VOWELS:
        return same
    if _POSSESSIVE.search(surname):
        return {"genitive": (surname + "а",), "dative": (surname + "у",), "accusative": (surname + "а",),
                "instrumental": (surname + "ым", surname + "ом"), "prepositional": (surname + "е",)}  # fmt: skip
    adjective = _adjective_stem(surname)
    if adjective is not None:
        stem, hard = adjective
        ogo, omu, om = ("ого", "ому", "ом") if hard else ("его", "ему", "ем")
        ins = "им" if stem[-1] in "гкх" + _HUSHING or not hard else "ым"
        return {"genitive": (stem + ogo,), "dative": (stem + omu,), "accusative": (stem + ogo,),
                "instrumental": (stem + ins,), "prepositional": (stem + om,)}  # fmt: skip
    stems = tuple(dict.fromkeys((_fleeting_stem(surname), surname)))
    if last in "йь":
        soft = tuple(s[:-1] for s in stems)
        if surname.endswith("ей") and len(surname) > 3 and surname[-3] not in _VOWELS:
            soft = (surname[:-2] + "ь", *soft)
        if surname.endswith("ель") and len(surname) > 5:
            soft = (*soft, surname[:-3] + "л")
        return {"genitive": tuple(s + "я" for s in soft), "dative": tuple(s + "ю" for s in soft),
                "accusative": tuple(s + "я" for s in soft),
                "instrumental": tuple(s + e for s in soft for e in ("ем", "ём")),
                "prepositional": tuple(s + "е" for s in soft)}  # fmt: skip
    return {"genitive": tuple(s + "а" for s in stems), "dative": tuple(s + "у" for s in stems),
            "accusative": tuple(s + "а" for s in stems),
            "instrumental": tuple(s + e for s in stems for e in (("ом", "ем") if s[-1] in _HUSHING + "ц" else ("ом",))),
            "prepositional": tuple(s + "е" for s in stems)}  # fmt: skip


def _bend_in_a(surname: str, gender: Gender) -> dict[Case, tuple[str, ...]]:
    stem = surname[:-1]
    if gender == "f" and surname.endswith(("ова", "ева", "ёва", "ина", "ына")):
        return {"genitive": (stem + "ой",), "dative": (stem + "ой",), "accusative": (stem + "у",),
                "instrumental": (stem + "ой", stem + "ою"), "prepositional": (stem + "ой",)}  # fmt: skip
    if gender == "f" and surname.endswith(("ая", "яя")) and len(surname) > 4:
        stem = surname[:-2]
        oy = "ей" if surname.endswith("яя") or stem[-1] in _HUSHING else "ой"
        return {"genitive": (stem + oy,), "dative": (stem + oy,), "instrumental": (stem + oy,),
                "prepositional": (stem + oy,),
                "accusative": (stem + ("юю" if surname.endswith("яя") else "ую"),)}  # fmt: skip
    soft = surname[-1] == "я"
    gen = "и" if soft or stem[-1:] in "гкх" + _HUSHING else "ы"
    dat = "и" if soft and stem.endswith("и") else "е"
    ins = ("ей", "ёй") if soft or stem[-1:] in _HUSHING + "ц" else ("ой",)
    return {"genitive": (stem + gen,), "dative": (stem + dat,), "accusative": (stem + ("ю" if soft else "у"),),
            "instrumental": tuple(stem + e for e in ins), "prepositional": (stem + dat,)}  # fmt: skip


@lru_cache(maxsize=8192)
def surname_forms(nominative: str, gender: Gender | None = None) -> dict[str, frozenset[Case]]:
    """Every form of a surname with its cases: «Вторина» f → {"вторина": {nominative}, "вториной": {genitive, …}, …}.

    Lower case, ё written as е; double surnames bend in both parts, or in the second alone. Without a gender: of both.
    """
    forms: dict[str, set[Case]] = {}
    low = nominative.lower()
    parts = low.split("-")
    for sex in (gender,) if gender else ("m", "f"):
        forms.setdefault(low.replace("ё", "е"), set()).add("nominative")
        bent = [_bend_part(part, sex) for part in parts if part]
        if len(bent) != len(parts):
            continue
        for case in OBLIQUE:
            tails = bent[-1][case]
            heads = [""]
            for part, table in zip(parts[:-1], bent[:-1], strict=True):
                heads = [h + form + "-" for h in heads for form in dict.fromkeys((table[case][0], part))]
            for head in heads[:8]:
                for tail in tails:
                    forms.setdefault((head + tail).replace("ё", "е"), set()).add(case)
    return {form: frozenset(cases) for form, cases in forms.items()}


def _restore_stem(stem: str) -> str:
    """Bring a consonant stem to the nominative of a man: «кравц» → «кравец», «шульц» stays."""
    if stem in NO_FLEETING or len(stem) < 3:
        return stem
    if stem == "зайц":
        return "заяц"
    if stem.endswith("йц"):
        return stem[:-2] + "ец"
    if stem.endswith("ьц"):
        return stem[:-2] + "ец"
    if stem[-1] == "ц" and stem[-2] in "вбдпкмнгсзр" and len(stem) > 3:
        return stem[:-1] + "ец"
    if len(stem) > 4 and stem.endswith(("чк", "шк", "жк")) and stem[-3] in _VOWELS:
        return stem[:-1] + "ок"
    return stem


def _restore_soft(stem: str) -> str:
    """Restore a stem before -я, -ю: «гайда» → «гайдай», «воробь» → «воробей», «журавл» → «журавель»."""
    if stem.endswith("вл") and len(stem) > 3:
        return stem[:-1] + "ель"
    if stem.endswith("ь"):
        return stem[:-1] + "ей"
    return stem + ("й" if stem[-1] in _VOWELS else "ь")


def _restore_adjective(stem: str, soft: bool) -> str:
    """Restore a stem before -ого, -ому: «чепурн» → «чепурной», «белозерск» → «белозерский», «бел» → «белый»."""
    if soft:
        return stem + "ий"
    if stem in STRESSED_OY or stem in MALE_OVOY:
        return stem + "ой"
    if stem[-1] in "гкх":
        return stem + "ий"
    if stem.endswith(("ов", "ев")) and len(stem) > 3:
        return stem + "ой"
    return stem + "ый"


def _restore_female_adjective(stem: str, ending: str) -> str:
    return stem + ("яя" if ending == "ей" and stem.endswith("н") else "ая")


def _from_dative(s: str) -> tuple[str, Gender | None] | None:
    if s.endswith(("ому", "ему")) and len(s) > 4:
        return _restore_adjective(s[:-3], s[-3] == "е" and s[-4] not in "гкх"), "m"
    if s.endswith("ой") and len(s) > 3:
        return _female_oy(s, in_a=False)
    if s.endswith("ей") and len(s) > 4 and s[-3] in _HUSHING + "н":
        return _restore_female_adjective(s[:-2], "ей"), "f"
    if s.endswith("у") and s[-2] not in _VOWELS:
        return (s[:-1] if _POSSESSIVE.search(s[:-1]) else _restore_stem(s[:-1])), "m"
    if s.endswith("ю"):
        return _restore_soft(s[:-1]), "m"
    if s.endswith("ии"):
        return s[:-1] + "я", None
    if s.endswith("е") and not s.endswith(("дзе", "ье")):
        return s[:-1] + ("я" if s[-2] in _VOWELS else "а"), None
    return None


def _female_oy(s: str, *, in_a: bool) -> tuple[str, Gender | None]:
    """«Вториной» → Вторина, «Толстой» → Толстая, and in the instrumental «Малыгой» → Малыга."""
    stem = s[:-2]
    if _POSSESSIVE.search(stem) and stem not in MALE_OVOY:
        return stem + "а", "f"
    if in_a and not (stem.endswith(("ск", "цк", "н")) or stem in STRESSED_OY | ADJECTIVE_STEMS):
        return stem + "а", None
    return stem + "ая", "f"


_FEMALE_ADJECTIVES = (*tuple(c + "ая" for c in "кгхнтлврпбшчщж"), "яя")


def _from_genitive(s: str) -> tuple[str, Gender | None] | None:
    if s.endswith(("ого", "его")) and len(s) > 4:
        return _restore_adjective(s[:-3], s[-3] == "е"), "m"
    if s.endswith("ой") and len(s) > 3:
        return _female_oy(s, in_a=False)
    if s.endswith("ей") and len(s) > 4 and s[-3] in _HUSHING + "н":
        return _restore_female_adjective(s[:-2], "ей"), "f"
    if s.endswith("а") and s[-2] not in _VOWELS:
        return (s[:-1] if _POSSESSIVE.search(s[:-1]) else _restore_stem(s[:-1])), "m"
    if (
        s.endswith("я")
        and not s.endswith(_FEMALE_ADJECTIVES)
        and not (len(s) > 5 and s.endswith(("лия", "ния", "рия", "дия")))
    ):
        return _restore_soft(s[:-1]), "m"
    if s.endswith("ы") or (s.endswith("и") and s[-2] in "гкх" + _HUSHING):
        return s[:-1] + "а", None
    if s.endswith("ии"):
        return s[:-1] + "я", None
    return None


def _from_accusative(s: str) -> tuple[str, Gender | None] | None:
    if s.endswith(("ую", "юю")) and len(s) > 4:
        return s[:-2] + ("ая" if s.endswith("ую") else "яя"), "f"
    if s.endswith("у") and s[-2] not in _VOWELS:
        return s[:-1] + "а", ("f" if _POSSESSIVE.search(s[:-1]) else None)
    if s.endswith("ю") and len(s) > 3:
        return s[:-1] + "я", None
    if s.endswith(("ого", "его", "а", "я")):
        return _from_genitive(s)
    return None


def _from_instrumental(s: str) -> tuple[str, Gender | None] | None:
    if s.endswith(("ым", "им")) and len(s) > 4:
        stem = s[:-2]
        if _POSSESSIVE.search(stem) and s.endswith("ым"):
            return stem, "m"
        return _restore_adjective(stem, s.endswith("им") and stem[-1] not in "гкх"), "m"
    if s.endswith("ом") and len(s) > 4:
        return _restore_stem(s[:-2]), "m"
    if s.endswith(("ем", "ём")) and (len(s) > 4 or s[-3:-2] in tuple(_VOWELS)):
        stem = s[:-2]
        return (_restore_stem(stem) if stem[-1] in _HUSHING + "ц" else _restore_soft(stem)), "m"
    if s.endswith("ою") and len(s) > 4:
        return _female_oy(s[:-1] + "й", in_a=True)
    if s.endswith("ой") and len(s) > 3:
        return _female_oy(s, in_a=True)
    if s.endswith(("дней", "йней", "хней", "жней", "мней", "шней", "рней", "чей", "щей")) and len(s) > 5:
        return _restore_female_adjective(s[:-2], "ей"), "f"
    if s.endswith(("ей", "ёй")) and len(s) > 3:
        stem = s[:-2]
        return stem + ("а" if stem[-1] in _HUSHING + "ц" else "я"), None
    return None


def _from_prepositional(s: str) -> tuple[str, Gender | None] | None:
    if s.endswith(("ом", "ем")) and len(s) > 4:
        return _restore_adjective(s[:-2], s[-2] == "е"), "m"
    if s.endswith("е") and _POSSESSIVE.search(s[:-1]):
        return s[:-1], "m"
    return _from_dative(s)


_Back = Callable[[str], "tuple[str, Gender | None] | None"]
_BACK: dict[Case, _Back] = {
    "genitive": _from_genitive,
    "dative": _from_dative,
    "accusative": _from_accusative,
    "instrumental": _from_instrumental,
    "prepositional": _from_prepositional,
}


def _bent_part(part: str, case: Case, gender: Gender | None) -> tuple[str, Gender | None]:
    if case == "nominative" or len(part) < 3:
        return part, None
    feminine = part.endswith(("ова", "ева", "ёва", "ина", "ына", "ая", "яя"))
    if gender == "f" and (part[-1] not in _VOWELS + "й" or feminine):
        return part, "f"
    if part.endswith(INDECLINABLE_ENDINGS[:13]) and not part.endswith(("ого", "его")):
        return part, None
    if gender == "m" and case in ("dative", "prepositional") and part.endswith(("ой", "ей")):
        return part, "m"
    back = _BACK[case](part)
    if back is None or (gender is not None and back[1] not in (None, gender)):
        if gender == "f" and part.endswith("ой") and len(part) > 3:
            return _female_oy(part, in_a=False)
        return part, None
    return back


def guess_case(surname: str) -> Case:
    """Tell a case by the ending alone: «Аристову», «Хомутовой» dative, «Ивановым» instrumental; else nominative."""
    s = surname.lower().rsplit("-", 1)[-1]
    if len(s) < 4:
        return "nominative"
    if s.endswith("ой"):
        stem = s[:-2]
        oblique = (_POSSESSIVE.search(stem) and stem not in MALE_OVOY) or (
            s.endswith(("ской", "цкой")) and stem not in STRESSED_OY
        )
        return "dative" if oblique else "nominative"
    if s.endswith(("ому", "ему")):
        return "dative"
    if s.endswith(("ого", "его")):
        return "genitive"
    if s.endswith(("овым", "евым", "иным", "ыным", "ским", "цким")):
        return "instrumental"
    if s.endswith(("скую", "цкую")):
        return "accusative"
    if (s.endswith("у") and s[-2] not in _VOWELS) or s.endswith("ю"):
        return "dative"
    return "nominative"


@lru_cache(maxsize=8192)
def nominative_surname(
    surname: str, case: Case | None = None, gender: Gender | None = None
) -> tuple[str, Gender | None]:
    """Bring a surname to the nominative, with the gender its ending tells: («Горновой», "dative") → («Горнова», "f").

    The case is that of the phrase; a surname that cannot stand in it («Абросимов» in the dative) is taken as already in
    the nominative, or in the case its ending tells. The capital letters stay as written.
    """
    told = case or guess_case(surname)
    low = surname.lower()
    parts = low.split("-")
    tail, sex = _bent_part(parts[-1], told, gender)
    if tail == parts[-1] and case not in (None, "nominative"):
        other = guess_case(surname)
        if other not in ("nominative", told):
            tail, sex = _bent_part(parts[-1], other, gender)
            told = other if tail != parts[-1] else told
    bent = tail != parts[-1]
    heads = [_bent_part(p, told, gender or sex)[0] if bent else p for p in parts[:-1]]
    return _same_capitals(surname, "-".join([*heads, tail])), gender or sex or _gender_of(tail)


def _gender_of(nominative: str) -> Gender | None:
    if nominative.endswith(("ова", "ева", "ёва", "ина", "ына", "ая", "яя")):
        return "f"
    if _POSSESSIVE.search(nominative) or nominative.endswith(("ский", "цкий", "ый", "ний")):
        return "m"
    return None


def _same_capitals(model: str, word: str) -> str:
    """Capital letters as in the model: all («ВТОРИНОЙ»), or the first of each part."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    if len(words := re.split(r"([- ])", word)) != len(models := re.split(r"([- ])", model)):
        return word
    return "".join(
        new[:1].upper() + new[1:] if old[:1].isupper() else new for new, old in zip(words, models, strict=True)
    )
