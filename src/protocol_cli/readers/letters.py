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
MARKS = frozenset("«»–—−№…“”„‘’•·§°\xa0")


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
    strange = sum(1 for char in text if char > "\x7f" and not char.isalpha() and char not in MARKS)
    total = good + bad + strange * 0.25
    return (good - bad / 2) / total if total else 0.0
