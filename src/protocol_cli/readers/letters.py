"""How Russian a string of letters looks: the pairs of letters that make up 96 % of Russian official prose."""

from __future__ import annotations

import itertools
import re

FOLLOWERS = {
    "а": "бвгдежзйклмнопрстхцчщюя",
    "б": "аелорсущъы",
    "в": "аеиклнорстуы",
    "г": "аеилору",
    "д": "агезилнопрсу",
    "е": "бвгдежзйклмнопрстхчшщ",
    "ж": "адеин",
    "з": "авдеимнору",
    "и": "авгдезийклмнопрстфхцчюя",
    "й": "нс",
    "к": "авеилорстуц",
    "л": "аежиноуьюя",
    "м": "аеимноуы",
    "н": "адеикностуфыя",
    "о": "бвгдежзийклмнопрстхцчя",
    "п": "аеилорсу",
    "р": "агежимнорстуфыя",
    "с": "авеиклмнопрстуья",
    "т": "авеикнорсуыь",
    "у": "абгдежзклмнпрстчщю",
    "ф": "еио",
    "х": "но",
    "ц": "еи",
    "ч": "аеилнт",
    "ш": "аеи",
    "щ": "аеи",
    "ъ": "е",
    "ы": "веймсх",
    "ь": "знс",
    "э": "кт",
    "ю": "тчщ",
    "я": "дезмтхщю",
}
PAIRS = frozenset(first + second for first, seconds in FOLLOWERS.items() for second in seconds)
WORD = re.compile(r"[^\W\d_]+")
FOREIGN = re.compile(r"[^\x00-\x7fА-Яа-яЁё«»–—−№…“”„•·§°\xa0\u2500-\u259f]")
# Signs where no Russian text has them: a dash glued to a word, a quotation mark opened inside one, a frame in a word.
MISPLACED = re.compile(
    r"[–—−№][А-Яа-яЁё]|[А-Яа-яЁё\xa0«]«|»[А-Яа-яЁё]|[А-Яа-яЁё][\u2500-\u259f§°·]|\xa0[ .:,]"
    r"|[”’][А-Яа-яЁё]|([\u2500-\u259f])(?!\1)(?=[\u2500-\u259f])"
)


def russian_score(text: str) -> float:
    """From about -1 (not Russian at all) to 1: the share of usual pairs of letters among all that are not ASCII.

    «Протокол» read in the wrong encoding («оПНРНЙНК») has rare pairs and capitals inside words.
    """
    good = bad = 0.0
    for match in WORD.finditer(text):
        word = match.group()
        if word.isascii():
            continue
        if len(word) == 1:
            good += 0.3 if word.lower() in FOLLOWERS or word.lower() in "ёъ" else 0.0
            continue
        lower = word.lower().replace("ё", "е")
        usual = sum(1 for pair in itertools.pairwise(lower) if pair[0] + pair[1] in PAIRS)
        good += usual
        bad += len(lower) - 1 - usual
        # «Министерство», «МИНИСТЕРСТВО», «министерство» are ways to write; «мИНИСТЕРСТВО» is not.
        if not (word.islower() or word.isupper() or word[1:].islower()):
            bad += (len(lower) - 1) / 2
    strange = sum(1 for _ in FOREIGN.finditer(text)) + sum(1 for _ in MISPLACED.finditer(text))
    total = good + bad + strange
    return (good - bad / 2 - strange / 2) / total if total else 0.0
