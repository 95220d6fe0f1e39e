"""Names printed in capitals, back in ordinary case: «МИНИСТЕРСТВО ТРАНСПОРТА РОССИЙСКОЙ ФЕДЕРАЦИИ»."""

from __future__ import annotations

import re

from protocol_cli.alphabet import CAPITALS, SMALL
from protocol_cli.morphology import is_known, parses

# Proper adjectives and nouns that keep their capital inside a name; everything geographical is found by morphology.
_STATE = {
    "российской": "Российской",
    "российская": "Российская",
    "российский": "Российский",
    "российского": "Российского",
    "федерации": "Федерации",
    "федерация": "Федерация",
    "россии": "России",
    "губернатора": "Губернатора",
    "президента": "Президента",
    "республики": "Республики",
    "республика": "Республика",
    "москвы": "Москвы",
    "севастополя": "Севастополя",
}
# «УПРАВЛЕНИЕ ФЕДЕРАЛЬНОЙ НАЛОГОВОЙ СЛУЖБЫ ПО …»: a body of its own inside the name
_FEDERAL_BODY = re.compile(r" (?:\w+ )?(?:служб[ыае]|агентств[ау]|казначейств[ау])\b", re.IGNORECASE)
_SMALL_UNITS = re.compile(r"(?:област|кра[йяюе]|район|округ|городск|сельск|муниципальн|поселени|город|улиц|автономн)")
_WORD = re.compile(rf"[{CAPITALS}{SMALL}]+")
_TOKEN = re.compile(rf"[{CAPITALS}{SMALL}]+(?:-[{CAPITALS}{SMALL}]+)*|[«\"„“(]")
_KEPT = {
    "ООО",
    "ОАО",
    "ЗАО",
    "ПАО",
    "АО",
    "НАО",
    "ИП",
    "РФ",
    "СССР",
    "РСФСР",
    "ФГБУ",
    "ФГУП",
    "ФКУ",
    "ФАУ",
    "ФГАУ",
    "ФГБОУ",
    "ФГКУ",
    "ГБУ",
    "ГКУ",
    "ГАУ",
    "ОГБУ",
    "ОГКУ",
    "МБУ",
    "МКУ",
    "МУП",
    "МБОУ",
    "МАОУ",
    "МКОУ",
    "МБДОУ",
    "МОУ",
    "МДОУ",
    "ГБОУ",
    "КГБУЗ",
    "КГАУ",
    "ГБУЗ",
    "ТСЖ",
    "ТСН",
    "СНТ",
    "ЖСК",
    "УК",
    "ДПО",
    "ДО",
    "СОШ",
    "ВО",
    "СПО",
    "МВД",
    "МЧС",
    "ФСБ",
    "ФНС",
    "ФАС",
    "ГИБДД",
    "ЖКХ",
    "ГО",
    "ЧС",
    "НИИ",
    "ВУЗ",
    "ТЭЦ",
    "ГОК",
    "МУ",
    "НКО",
    "АНО",
    "ЧОУ",
    "НОУ",
    "ЗАТО",
    "ГУП",
    "ОМВД",
    "УМВД",
    "ГУ",
}


_SHORT_BODY = re.compile(
    r"рос[а-я]*(?:надзор|реестр|имуществ|гварди|рыболовств|лесхоз|недр|авиаци|флот|ресурс|молод[её]ж|патент|архив|туризм|контрол|стат)"
)
_SETTLED = frozenset(["города", "поселка", "посёлка", "села", "деревни", "станицы", "хутора"])
_NO_TOWN = ("област", "федерал", "республ", "краев", "районн", "окружн", "значен")


def ordinary_case(text: str, *, short: bool = False) -> str:
    """The name in ordinary case: capitals for the first word, proper names, abbreviations and what stands first in quotes.

    «ДЕПАРТАМЕНТ ОБЩЕГО ОБРАЗОВАНИЯ ТОМСКОЙ ОБЛАСТИ» → «Департамент общего образования Томской области». A text that is
    not in capitals comes back as it is.
    """
    text = re.sub(r"\s+", " ", text).strip(" ,;")
    letters = [c for c in text if c.isalpha()]
    words = _WORD.findall(text)
    shouting = [w for w in words if len(w) > 3 and w.isupper()]
    if not letters or not shouting:
        return text
    if (
        not short
        and len(shouting) * 2 < len([w for w in words if len(w) > 3])
        and not any(len(w) > 5 for w in shouting)
    ):
        return text
    out: list[str] = []
    at = 0
    first = True
    settled = False
    quoted_first = False
    for match in _TOKEN.finditer(text):
        out.append(text[at : match.start()])
        word = match[0]
        at = match.end()
        if word in '«"„“(':
            out.append(word)
            quoted_first = word != "("
            continue
        following = text[match.end() :]
        said = _word(word, following, first=first or quoted_first, quoted=quoted_first, short=short)
        if settled and len(word) > 3 and word.isupper() and not word.lower().startswith(_NO_TOWN):
            said = said[:1].upper() + said[1:]  # «города Левобережного»: a town whose name is an adjective
        out.append(said)
        settled = word.lower() in _SETTLED
        first = quoted_first = False
    out.append(text[at:])
    return "".join(out)


def _word(word: str, following: str, *, first: bool, quoted: bool, short: bool) -> str:
    if not word.isupper() or (len(word) == 1 and not first):
        return word.lower() if len(word) == 1 and word.isupper() and not following.startswith(".") else word
    if word in _KEPT or (len(word) > 1 and not re.search(r"[АЕЁИОУЫЭЮЯ]", word)):
        return word
    lower = word.lower()
    if lower in _STATE:
        return _STATE[lower]
    if _SHORT_BODY.match(lower):
        return lower.capitalize()  # «РОСЗДРАВНАДЗОРА»
    if lower == "министерства" and re.match(r" российской федерации\b", following, re.IGNORECASE):
        return "Министерства"
    if lower.startswith("федеральн") and _FEDERAL_BODY.match(following):
        return lower.capitalize()
    if short and lower.startswith("мин") and len(lower) > 5:
        return lower.capitalize()
    if "-" in word:
        parts = word.split("-")
        proper = _is_place(lower, following)
        proper = proper or (quoted and not is_known(lower))
        done = "-".join(
            p.lower() if p.lower() in ("на", "по", "и", "в") else p.capitalize() if proper else p.lower() for p in parts
        )
        return done[0].upper() + done[1:] if first else done
    if short and not is_known(lower) and len(word) <= 6:
        return word
    if first:
        return lower.capitalize()
    if _is_place(lower, following) or (len(word) <= 6 and not is_known(lower)):
        return lower.capitalize() if not (len(word) <= 5 and not is_known(lower)) else word
    return lower


def _is_place(lower: str, following: str) -> bool:
    """Whether a word is a place: known to the dictionary as one, or an adjective before «область», «район», «округ» …."""
    if _SMALL_UNITS.match(lower):
        return False
    readings = parses(lower)
    if any({"Geox", "Surn", "Name", "Patr"} & set(str(r.tag).replace(" ", ",").split(",")) for r in readings[:2]):
        return True
    adjective = lower.endswith(
        ("ский", "ской", "ского", "скому", "ская", "ским", "ском", "цкий", "цкой", "цкого", "ой", "ого")
    )
    return (
        adjective
        and bool(
            re.match(
                r" (?:городского |муниципального |сельского |автономн\w+ |городской |муниципальный |"
                r"административного )*(?:ОБЛАСТ|КРА[ЙЯЮЕ]|РАЙОН|ОКРУГ|РЕСПУБЛИК|ПОСЕЛЕНИ|ВОЛОСТ|СЕЛЬСОВЕТ|ПОССОВЕТ|УЛУС)",
                following,
                re.IGNORECASE,
            )
        )
        and not re.match(r"(?:городск|муниципальн|сельск|федеральн|автономн|административн)", lower)
    )
