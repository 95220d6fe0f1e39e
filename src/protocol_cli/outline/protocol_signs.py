"""Evidence of a protocol: place and hour, items, headings, labels, votes."""

from __future__ import annotations

import re

from protocol_cli.grammar.organisations import dative_executors
from protocol_cli.layout.numbering import MarkKind
from protocol_cli.outline.evidence import Evidence, Sight
from protocol_cli.outline.patterns import DATIVE
from protocol_cli.outline.section import Section as S

_CITY = re.compile(r"(?:г|гор|пос|с|пгт|р\.п|п|д|ст-ца|станица|село|город|поселок)\. ?[А-ЯЁ][А-Яа-яё-]+[.,]?(?: |$)")
_CITY_ONLY = re.compile(
    r"(?:(?:г|с|пос|пгт|п)\. ?)?[А-ЯЁ][а-яё]+(?:[- ](?:на-)?(?!России|Федерации|Области|Края)[А-ЯЁ][а-яё]+)?$"
)
_PATRONYMIC = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|вн|ичн)[а-яё]{0,2}[,.]?$")  # the end of a name over two lines
_TIME = re.compile(
    r"(?:в |с )?\d{1,2}[.:-]\d{2}(?: ?(?:ч|час)\w*\.?)?(?: ?- ?\d{1,2}[.:-]\d{2})?$|\d{1,2} ?ч(?:ас\w*)?\.? ?\d{2} ?мин"
)
_INFINITIVE = re.compile(r"[а-яё-]{2,}(?:ать|ять|ить|еть|уть|оть|ыть|сть|зть|йти|ести|сти|чь|ться|тись)\b")
_NOT_INFINITIVE = re.compile(
    r"(?:часть|область|сеть|печать|власть|мощность|деятельность|\w+ность|\w+ость|путь|есть|пять|шесть|девять|"
    r"десять|тетрадь|помощь|речь|очередь|площадь|запись)\b"
)
_LABEL = re.compile(
    r"(?:(?:ответственн\w+|отв|исполнител[ьи]\w*|соисполнител\w+|срок\w*|доклад(?= ?[-:])|контроль|"
    r"дата исполнения|исп)\b\.?)(?: ?(?:исполнени\w+|исполнител\w+|выполнения|реализации|за исполнение|лиц\w+|"
    r"исп\.?|представлени\w+))* ?(?:[:\-]|до |$|[а-я\d(])"
)
_VOTE = re.compile(r"\"?(?:за|против|воздержал\w+)\"? ?[-:]|единогласн|воздержал|против ?[-:]")
_SPEAKER = re.compile(
    r"(?:со)?докл(?:адчик|адывает|ад)?\w*\.? ?[:\-]|докладчик|\(?информаци[яю]|выступающ|содоклад|\(?докл\.|спикер"
)
_TITLE_IN_CAPITALS = re.compile(r"ОБ? [А-ЯЁ«\"]{3,}")
_ABOUT = re.compile(r"об? [а-я«\"]")
_BRACKETED_NAMES = re.compile(r"\((?:[А-ЯЁ][а-яё-]+(?: [А-ЯЁ]\. ?(?:[А-ЯЁ]\.)?)?(?:, |\)))+$")
KEY = 40  # characters by which an agenda's title is known again
SHORTEST_KEY = 12
_SMALL = frozenset({"разное", "прочее", "другие вопросы"})


def weigh_place(sight: Sight, e: Evidence) -> None:
    """«г. Томск», «Москва», «11.00»."""
    text = sight.text
    if len(text) < 100 and _CITY.match(text):
        e.open(4, "place", S.PARTICULARS)
        e.belong(2, S.PARTICULARS)
        e.belong(1, S.LETTERHEAD)
    elif len(text) < 30 and not e.opens and _CITY_ONLY.match(text) and not _PATRONYMIC.match(text):
        e.open(1.5, "place", S.PARTICULARS)
        e.belong(1, S.PARTICULARS)
    if _TIME.match(sight.folded):
        e.open(4, "time", S.PARTICULARS)
        e.belong(2, S.PARTICULARS)


def weigh_items(sight: Sight, seen: dict[str, str], e: Evidence) -> None:
    """Numbered instructions and headings; `seen` holds the titles met before, by their first characters, with their numbers."""
    bare = sight.bare
    infinitive = bool(_INFINITIVE.match(bare) and not _NOT_INFINITIVE.match(bare))
    dative = bool(DATIVE.match(bare))
    if not sight.numbered:
        if _TITLE_IN_CAPITALS.match(sight.text) and sight.text.isupper() and sight.row.row.blank_before:
            e.open(5, "«О …» in capitals", S.HEADING)
            e.belong(2, S.HEADING)
        if infinitive or (dative and not sight.row.row.column):
            e.belong(0.5, S.DECISIONS)
        return
    assert sight.mark is not None
    dative = dative or (not infinitive and bool(dative_executors(sight.text[sight.mark.length :])[0]))
    e.belong(0.6, S.AGENDA, S.DECISIONS, S.ENCLOSURES, S.ATTACHMENTS, S.BODY)
    e.belong(-1, S.PARTICULARS, S.CHAIR, S.SECRETARY, S.TITLE, S.SIGNED, S.SIGNATURE)
    if infinitive or dative:
        e.open(4 if infinitive else 3, "a numbered instruction", S.DECISIONS)
        e.belong(1.5, S.DECISIONS, S.BODY)
        e.belong(-1, S.AGENDA, S.PRESENT)
    key = bare[:KEY].rstrip(" .:")
    again = seen.get(key) == sight.mark.number  # under another number it is another question of the same beginning
    about = bool(_ABOUT.match(bare))
    if sight.mark.kind is MarkKind.ROMAN and len(key) > 4:
        e.open(7 if about else 4, "a Roman section", S.HEADING)
    elif about and sight.mark.depth == 1:
        e.open(8 if again else 2, "an agenda title again" if again else "a numbered «О …»", S.HEADING)
        e.belong(2, S.AGENDA)
    elif again:
        e.open(7, "an agenda title again", S.HEADING)
    if (len(key) > SHORTEST_KEY or key in _SMALL) and not infinitive and not dative:
        seen.setdefault(key, sight.mark.number)


def weigh_labels(sight: Sight, e: Evidence) -> None:
    """«Срок –», «Ответственный:», «Докладчик:», votes, names in brackets under a heading."""
    if sight.text.startswith("(") and _BRACKETED_NAMES.match(sight.text):
        e.belong(3, S.HEADING, S.AGENDA)
    if _LABEL.match(sight.bare.lstrip("(")):
        e.belong(3, S.DECISIONS)
        e.belong(-2, S.AGENDA, S.HEARD, S.SPOKE, S.SIGNED, S.VOTES)
    if _SPEAKER.match(sight.folded):
        e.belong(3, S.AGENDA)
        e.belong(1, S.HEADING)
    if _VOTE.search(sight.folded):
        e.belong(2, S.VOTES)
