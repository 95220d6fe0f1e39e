"""Documents that are neither letters nor protocols, told by the heading that names their kind.

ГОСТ Р 7.0.97 (requisite 09): every document but a letter is named by its kind under the organisation's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from protocol_cli.layout.normalise import fold
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.outline.evidence import Evidence
from protocol_cli.outline.section import Section as S

_KINDS: tuple[tuple[str, str], ...] = (
    ("приказ", r"(?:проект )?приказ(?:$| ?№| от \d| (?:министерств|федеральн|директор))"),
    (
        "распоряжение",
        r"(?:проект )?распоряжение(?:$| ?№| от \d| (?:президент|правительств|губернатор|глав|администрац))",
    ),
    ("указ", r"указ(?:$| ?№| президент| губернатор| главы)"),
    (
        "постановление",
        (
            r"(?:проект )?постановление(?:$| ?№| от \d| (?:правительств|главы|администрац|губернатор|президиум|"
            r"государственн))"
        ),
    ),
    (
        "закон",
        (
            r"(?:федеральный |федеральный конституционный |проект федерального )?закон(?:а)?(?:$| [а-я]+(?:ой|ого|"
            r"ии|а)(?: |$))"
        ),
    ),
    ("положение", r"(?:примерное |типовое )?положение(?:$| об? )"),
    ("регламент", r"(?:\w+ )?регламент(?:$| [а-я]+)"),
    ("устав", r"устав(?:$| )"),
    ("инструкция", r"(?:\w+ )?инструкция(?:$| (?:по|о|об) )"),
    ("правила", r"правила(?:$| [а-я]+)"),
    ("порядок", r"порядок(?:$| (?:\w+ени\w|\w+ия|\w+ции) )"),
    (
        "план",
        (
            r"(?:план|график|программа|дорожная карта|план-график)(?:$| (?:мероприятий|работы|проведения|по|"
            r"заседаний|основных))"
        ),
    ),
    ("договор", r"(?:\w+ )?(?:договор|контракт|соглашение)(?:$| ?№| (?:об?|на|поставки|аренды|подряда|оказания) )"),
    ("акт", r"акт(?:$| ?№| (?:прием|провер|обслед|сверки|о |об ))"),
    ("публикация", r"(?:опубликовано|дата публикации|размещено|добавлено)\b.{0,20}\d{4}"),
    ("справка", r"(?:\w+ )?справка(?:$| ?№| об? )"),
    ("информация", r"(?:информация|информационное сообщение|сообщение|пресс-релиз|анонс)(?:$| (?:для|о|об) )"),
    ("выступление", r"(?:выступление|доклад|тезисы|речь)(?:$| (?:\w+-)?\w+)"),
    ("заключение", r"(?:экспертное |правовое |\w+ )?заключение(?:$| (?:\w+ )?(?:на|по|о) |$)"),
    ("уведомление", r"(?:уведомление|извещение|объявление|сообщение о проведении)(?:$| )"),
    ("состав", r"состав(?:$| [а-я]+)"),
    ("таблица", r"(?:сводная )?таблица(?:$| [а-я]+)"),
    ("пояснительная записка", r"пояснительная записка"),
    ("служебная записка", r"(?:служебная|докладная|объяснительная) записка"),
    ("заявление", r"заявление(?:$| об? )"),
    ("доверенность", r"доверенность"),
    ("повестка", r"(?:проект )?повестк[аи](?: дня)?(?:$| (?:заседания|совещания|собрания|очередного|внеочередного))"),
    ("отчет", r"(?:\w+ )?отчет(?:$| об? | (?:главы|директора))"),
    ("паспорт", r"паспорт (?:программы|проекта|объекта)"),
    ("решение", r"решение(?:$| ?№)"),
    ("методические рекомендации", r"методические (?:рекомендации|указания)"),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _KINDS)
_ORDERING = re.compile(
    r"(?:приказываю|постановля(?:ю|ет)|распоряжаюсь|указ(?:ываю|ал)|постановил)\b|(?:обязываю|предлагаю)[:.]"
)


def seems_to_be(rows: Sequence[TextRow], path: Sequence[S], evidence: Sequence[Evidence]) -> str | None:
    """The kind of document, in Russian, that the file names itself, where that is neither letter nor protocol; or None.

    Only headings before the text count: a letter may well carry an order as an attachment.
    """
    heading: str | None = None
    for i, row in enumerate(rows[:40]):
        section = path[i]
        if section in (S.SALUTATION, S.CHAIR, S.PRESENT, S.HEARD, S.AGENDA, S.DECISIONS) and heading is None:
            if section is not S.AGENDA and section is not S.DECISIONS:
                return None
        if section is S.TITLE and evidence[i].weight(S.TITLE) >= 5:
            return heading
        text = fold(row.text).strip(' .:"')
        if heading is None and _is_heading(row):
            heading = next((name for name, pattern in _COMPILED if pattern.match(text)), None)
            if heading == "решение" and not any(_ORDERING.search(fold(r.text)) for r in rows[i : i + 30]):
                heading = None
            if heading == "повестка" and any(s in (S.DECISIONS, S.HEARD) for s in path):
                heading = None
        if heading is not None:
            return heading
    return None


def _is_heading(row: TextRow) -> bool:
    """A line that names a kind: capitals, or a few words in a line of their own, no sentence."""
    text = row.text
    if not text[:1].isupper() or text.endswith((",", ";")) or len(row.pieces) > 2:
        return False
    first = re.match(r"[А-ЯЁA-Z]+", text)
    shouting = first is not None and len(first[0]) > 3 and not text[first.end() : first.end() + 1].islower()
    return (shouting and len(text) < 140) or (len(text) < 70 and not text.endswith(".") and row.index < 12)
