"""Short names of bodies in the nominative: «Минфину» → «Минфин», «Рослесконтролем» → «Рослесконтроль»."""

from __future__ import annotations

import re

from protocol_cli.grammar.lexicon.bodies import NOT_SHORT_BODIES, SHORT_BODY_PREFIXES
from protocol_cli.grammar.morphology import is_known, nominative_form, readings
from protocol_cli.grammar.surnames import Case

_SHORT_BODY = re.compile(rf"(?:{'|'.join(SHORT_BODY_PREFIXES)})[а-яё]{{2,}}")


def short_body(word: str, case: Case) -> str | None:
    """«Минфину» → «Минфин», «Росрыболовству» → «Росрыболовство»; «Минобрнауки» stays; None if it is no such name."""
    if not _SHORT_BODY.fullmatch(word) or word.lower().startswith(NOT_SHORT_BODIES):
        return None
    if (
        not word.startswith("Мин")
        and is_known(word.lower())
        and not any(r.kind == "noun" for r in readings(word.lower()))
    ):
        return None
    if not word.startswith(("Мин", "Рос")) and is_known(word.lower()):
        return None
    sure = word.startswith(("Мин", "Рос", "Деп"))
    if case == "nominative":
        return word if not word.endswith(("у", "ом") if sure else ("у", "ом", "и", "ы", "а", "е")) else None
    if word.startswith("Мин") and word.endswith(("туры", "пути", "жи")):
        return word  # «Минкультуры» is so in every case, «Росмолодёжи» is not
    if not word.startswith("Мин") and (whole := _by_last_noun(word, case)) is not None:
        return whole
    for ending, new in _SHORT_ENDINGS[case]:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + new
    return word if sure and not word.endswith(("у", "ом")) else None


def _by_last_noun(word: str, case: Case) -> str | None:
    """«Рособроценки» → «Рособроценка»: the last part is a noun by itself; of «Минобрнауки» it is in the genitive always."""
    for at in range(_SHORTEST_PREFIX, len(word) - _SHORTEST_NOUN + 1):
        noun = word[at:].lower()
        if is_known(noun):
            for reading in readings(noun):
                if reading.kind == "noun" and reading.case == case:
                    return word[:at] + nominative_form(noun, reading.place)
    return None


_SHORTEST_PREFIX = 3  # letters
_SHORTEST_NOUN = 5
_SHORT_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "dative": (
        ("контролю", "контроль"), ("службе", "служба"), ("палате", "палата"), ("ству", "ство"), ("ике", "ика"),
        ("у", ""), ("ою", "ой"), ("ресурсам", "ресурсы"), ("авиации", "авиация"), ("гвардии", "гвардия"),
        ("инспекции", "инспекция"),
    ),
    "genitive": (
        ("контроля", "контроль"), ("службы", "служба"), ("палаты", "палата"), ("ства", "ство"),
        ("кавказа", "кавказа"), ("туры", "тура"), ("пути", "путь"), ("жи", "жь"), ("роля", "роль"), ("а", ""),
        ("оя", "ой"), ("ресурсов", "ресурсы"), ("авиации", "авиация"), ("гвардии", "гвардия"),
        ("инспекции", "инспекция"),
    ),
    "instrumental": (
        ("контролем", "контроль"), ("службой", "служба"), ("палатой", "палата"), ("ством", "ство"), ("ом", ""),
        ("ем", "й"), ("ресурсами", "ресурсы"), ("авиацией", "авиация"), ("гвардией", "гвардия"),
        ("инспекцией", "инспекция"),
    ),
    "accusative": (("авиацию", "авиация"), ("гвардию", "гвардия"), ("инспекцию", "инспекция"), ("службу", "служба")),
    "prepositional": (("стве", "ство"), ("ое", "ой"), ("е", ""), ("авиации", "авиация"), ("гвардии", "гвардия")),
}  # fmt: skip
