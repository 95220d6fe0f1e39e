"""Where a sentence ends, and where a point only shortens a word: «г.», «зав.», «канд. техн. наук», initials."""

from __future__ import annotations

import itertools
import re

from protocol_cli.layout.passage import Passage

# Words that are written short with a point. Those of `FINAL` may also end a sentence («… и др.», «до 1 июня 2022 г.»).
SHORTENED = (
    "ул|пр|просп|пер|пл|наб|ш|бул|мкр|корп|стр|кв|оф|каб|пом|лит|обл|р-н|пос|дер|гор|ст|им|см|ср|гл|разд|абз|подп|пп|п|ч|ред|изд|вып|рис|табл|прил|"
    "зам|зав|нач|пом|исп|отв|и\\.о|врио|вр|ген|дир|гл|ст|мл|канд|докт|д-р|проф|доц|акад|техн|физ|мат|филол|пед|эконом|экон|юрид|мед|хим|биол|ист|псих|полит|социол|"
    "тел|факс|доб|вн|исх|вх|рег|инв|экз|арх|т|тов|г-н|г-жа|гр|гос|мун|муницип|фед|рос|адм|мин|час|сек|ок|прим|напр|др|тыс|млн|млрд|трлн|руб|коп|чел|шт|ед|кол|сут|мес|кг|км|м|см|мм|га|л|"
    "с|д|х|а|св|пгт|р\\.п|ж\\.д|ж/д|докл|сод|повт|соот|соотв|вкл|искл"
)
FINAL = r"(?<=\d)г|(?<=\d )г|гг|др|пр|экз|л|руб|коп|чел|шт|тыс|млн|млрд|с\.г|т\.г|т\.д|т\.п|мин|час|ч|кв|м|га|наук"
_SHORT_END = re.compile(rf"(?:(?<![А-Яа-яЁё-])(?:{SHORTENED})|(?<![А-Яа-яЁёA-Za-z])[А-ЯЁA-Z])\.$", re.IGNORECASE)
_FINAL_END = re.compile(rf"(?<![А-Яа-яЁё])(?:{FINAL})\.$")  # «Г.», «Л.» in capitals are initials
_NUMBER_ALONE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}\.$")
_NAME_END = re.compile(r"[А-ЯЁ][а-яё-]+ [А-ЯЁ]\. ?[А-ЯЁ]\.$")
_NAME_NEXT = re.compile(r"[А-ЯЁ]\.|[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.|[(«\"„№\d]")
_LONGEST_SHORT = 24  # characters: no shortened word is longer, with what stands before it
_SEEN = 60  # characters on either side of a point that tell what it is
_TERMINAL = re.compile(r"[.;:!?…](?:[)\"»”])?$")
_BORDER = re.compile(r"[.!?…][)»\"”]? (?=[А-ЯЁA-Z«\"„(\d])")


def ends_sentence(text: str) -> bool:
    """Whether a line closes what it says: «…:», «…;», «….»; a shortened word at its end («канд.», «ул.», «А.В.») does not."""
    text = text[-_SEEN:]
    if not _TERMINAL.search(text):
        return False
    return not (text.endswith(".") and _SHORT_END.search(text[-_LONGEST_SHORT:]) and not _FINAL_END.search(text))


def split_sentences(passage: Passage) -> list[Passage]:
    """The sentences of a paragraph, in order."""
    text = passage.text
    cuts = [0]
    for found in _BORDER.finditer(text):
        head = text[max(cuts[-1], found.start() - _SEEN) : found.start() + 1]
        following = text[found.end() : found.end() + _SEEN]
        if cuts[-1] >= found.start() - _SEEN and _NUMBER_ALONE.match(head):
            continue
        # «возложить на Иванова И.И. Отчёт представить»: initials after a surname, and no name follows
        after_name = _NAME_END.search(head) and not _NAME_NEXT.match(following)
        if not after_name and found[0][0] == "." and _SHORT_END.search(head[-_LONGEST_SHORT:]):
            # «… 2022 г. Отчёт представить»: a word that may be final ends the sentence before a capital that is no name
            if not _FINAL_END.search(head) or re.match(
                r"[А-ЯЁ]\.|[А-ЯЁ][а-яё]+ [А-ЯЁ]\.|№|\d|\([а-яё]|[А-ЯЁ][а-яё]+(?:ск|цк)", following
            ):
                continue
        cuts.append(found.end())
    cuts.append(len(text))
    return [s for a, b in itertools.pairwise(cuts) if (s := passage[a:b].strip())]
