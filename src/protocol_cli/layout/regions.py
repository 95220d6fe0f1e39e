"""Lines of a page that leave a white channel free, and whether it parts columns or the pieces of one line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from protocol_cli.alphabet import CAPITALS, SMALL
from protocol_cli.layout.strips import Run, Strip

# In lines.
NEAR = 1.6
APART = 0.13
TANGLED = 0.8
FEWEST_CENTRED = 2
# In characters.
OFF_COLUMN = 8.0

SURNAME = rf"[{CAPITALS}][{SMALL}]+(?:-[{CAPITALS}][{SMALL}]+)?"
INITIALS = rf"[{CAPITALS}]\.\s?(?:[{CAPITALS}]\.)?"
NAME = re.compile(rf"(?:[_\s/(]*|.*_{{3,}}[\s/]*)(?:{INITIALS}\s?{SURNAME}|{SURNAME}\s{INITIALS})[/)\s]*\Z")
LISTED = re.compile(rf"(?:{SURNAME} {INITIALS}|(?:{SURNAME} ){{2}}[А-ЯЁ][а-яё]+(?:вич|вна|чна|оглы|кызы)) ?[–—-]?\Z")
MARK = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[IVX]{1,5}[.)]|[а-я]\)|[–—•·-])\Z")
DASH = re.compile(r"[-–—]\s")
BLANK_LINE = re.compile(r"[_\s/()А-Яа-яё.]*_{5,}")
CONTACT = re.compile(
    r"@|\b(?:тел|факс|e-?mail|инн|кпп|огрн|окпо|www|исх|вх)\b|\b\d{6}\b|№|\bна\s+№|\bул\.|\bпр-?кт|\bд\.\s?\d|"
    r"\d{1,2}\.\d{2}\.\d{2,4}",
    re.IGNORECASE,
)
COMPANY = re.compile(r"[А-ЯЁ]{2,8} «")  # «АО «Шахта»» / «Генеральному директору»
REACHED = re.compile(r"@|\b(?:тел|факс|e-?mail|www)\b", re.IGNORECASE)
REGISTRATION = re.compile(r"№|\bот\b")
# the left side of «Под председательством    заместителя …», «Секретарь    Иванова А.А.» is a label, no column
ROLE = re.compile(
    r"(?:Под председательством|Председател|ПРЕДСЕДАТЕЛ|(?:\w+ )?[Сс]екретарь|СЕКРЕТАРЬ|Присутств|ПРИСУТСТВ|"
    r"Отсутств|Приглаш|Ведущ|Докладчик|Ответственн|Срок)"
)
NUMBER_OR_DATE = re.compile(r"(?:№|N\s|от\s|[«\"]?\d{1,2}[»\"]?[\s.])")
PLACE = re.compile(r"(?:г|гор|пос|с|п|пгт|д)\.\s?[А-ЯЁ]|город\s")
ADDRESS_WORD = re.compile(
    r"(?:(?:И\.\s?о\.|Врио)\s[а-яё]|[А-ЯЁ][а-яё]+(?:ым|им) [а-яё]+(?:ам|ям)(?![а-яё])|"
    r"[А-ЯЁ][а-яё]+(?:ому|ему|елю|ору|еру|ику|рю|цу|ту|ям|ам|ой|еям)(?![а-яё])|В\s+[А-ЯЁ]|[Гг]-?н[уж]|"
    r"УТВЕРЖДА|УТВЕРЖДЕН|СОГЛАСОВАН|Приложение)"
)


@dataclass(slots=True)
class Region:
    """Strips with a common white channel; `low` and `high` are its edges, `rows` the strips, `end` the next place."""

    low: float
    high: float
    rows: list[Strip] = field(default_factory=list)
    end: int = 0

    def left(self, strip: Strip) -> list[Run]:
        """The strip's runs on the left side of the channel."""
        return [run for run in strip.runs if run.x1 <= self.low + 0.01]

    def right(self, strip: Strip) -> list[Run]:
        """The strip's runs on its right side."""
        return [run for run in strip.runs if run.x0 >= self.high - 0.01]


def opens_centred(region: Region, *, seen: bool) -> bool:
    """Whether it is the centred head of the sheet that stands above the columns, further to the left than the right one."""
    first = next((i for i, strip in enumerate(region.rows) if region.left(strip)), 0)
    if seen or first < FEWEST_CENTRED:
        return False
    column = min((region.right(strip)[0].x0 for strip in region.rows[first:] if region.right(strip)), default=0.0)
    return sum(strip.x0 + OFF_COLUMN < column for strip in region.rows[:first]) >= FEWEST_CENTRED


def is_columns(region: Region) -> bool:
    """Whether each side reads downwards by itself; else its lines are rows of pieces, labels or a table."""
    rights = [strip for strip in region.rows if region.right(strip)]
    lefts = [strip for strip in region.rows if region.left(strip)]
    if len(region.rows) == 1:
        return True  # found to address by itself
    if len(rights) < 2 or not lefts or any(ROLE.match(region.left(strip)[0].text) for strip in lefts):
        return False
    texts = [" ".join(run.text for run in region.right(strip)) for strip in rights]
    broken = sum(1 for strip in rights if len(region.right(strip)) > 1)
    if 2 * sum(1 for text in texts if DASH.match(text)) >= len(texts):
        return False
    both = [strip for strip in rights if region.left(strip)]
    if all(MARK.match(" ".join(run.text for run in region.left(strip))) for strip in lefts):
        return False  # the numbers of a list stand before its items
    if all(region.left(strip)[-1].text.endswith(":") for strip in lefts):
        return False  # «члены комиссии:    Апухтин С.В.,» / «приглашённые:    Ломакин Д.А.»: labels and what they tell
    names = [text for strip in lefts if LISTED.match(text := " ".join(run.text for run in region.left(strip)))]
    if 2 * len(names) > len(lefts) and (len(names) > 1 or names[0][-1] in "-–—"):
        return False  # a list of people with their posts at the right
    if tangles(region, rights, lefts) > 1:
        return True
    broken_left = sum(1 for strip in lefts if len(region.left(strip)) > 1 and not REGISTRATION.search(strip.text))
    if broken or broken_left > 1:  # a line of several pieces, or a table
        return False
    if _is_one_line(texts, beside=bool(both) and both[0] is rights[0]):
        return False
    beside_date = both and (
        NUMBER_OR_DATE.match(region.left(both[0])[0].text) or PLACE.match(region.left(both[0])[0].text)
    )
    if len(lefts) == 1 and beside_date:
        beside = region.right(both[0])[0].text
        last = both[0] is rights[-1] and not ADDRESS_WORD.match(texts[0])
        if PLACE.match(beside) or NUMBER_OR_DATE.match(beside) or last:
            return False  # a title in the middle of the sheet over «12 октября 2022 г.      г. Кедровск»
    if 2 * _adjacent(rights) < len(rights) - 1:
        return False
    if 2 * len(both) <= len(rights):
        return len(lefts) == 1 or 2 * _adjacent(lefts) >= len(lefts) - 1 or _has_contacts(region, lefts)
    return _looks_like_heads(region, lefts, both, texts)


def _is_one_line(texts: list[str], *, beside: bool) -> bool:
    """Whether the first text at the right belongs to the line at the left, `beside` which it stands."""
    signed = NAME.match(texts[0]) and not any(CONTACT.search(text) for text in texts[1:3])
    if beside and (signed or BLANK_LINE.match(texts[0])):
        return True  # a signature, and no addressee over his address
    if beside and DASH.match(texts[0]):
        return True  # «директор      - Г.И. Ставицкий» over the heading of a section
    if REACHED.search(texts[0]) and not any(ADDRESS_WORD.match(text) for text in texts):
        return True  # «Тел. 5-19-90      mail@example.ru»
    return NUMBER_OR_DATE.match(texts[0]) is not None  # «31 августа 2022 г.      г. Кедровск      № 5»


def tangles(region: Region, rights: Iterable[Strip], lefts: Iterable[Strip]) -> int:
    """How many lines at the right stand between the baselines of lines at the left."""
    left_only = [strip.y for strip in lefts if not region.right(strip)]
    count = 0
    for strip in rights:
        if not region.left(strip) and any(APART < abs(strip.y - y) < TANGLED for y in left_only):
            count += 1
    return count


def _adjacent(strips: list[Strip]) -> int:
    return sum(1 for before, after in pairwise(strips) if after.y - before.y <= NEAR)


def _has_contacts(region: Region, lefts: list[Strip]) -> bool:
    return any(CONTACT.search(run.text) for strip in lefts for run in region.left(strip))


def _looks_like_heads(region: Region, lefts: list[Strip], both: list[Strip], right_texts: list[str]) -> bool:
    """Lines that stand in pairs are columns only when each side reads downwards by itself."""
    left_texts = [" ".join(run.text for run in region.left(strip)) for strip in lefts]
    score = 0
    if _has_contacts(region, lefts):
        score += 1
    if sum(1 for text in left_texts if text.isupper() and len(text) > 3) > 1:
        score += 2
    if any(text[:1].islower() for text in right_texts[1:]):
        score += 1
    to_company = COMPANY.match(right_texts[0]) and any(ADDRESS_WORD.match(text) for text in right_texts[1:3])
    if ADDRESS_WORD.match(right_texts[0]) or to_company:
        score += 2
    if ADDRESS_WORD.match(left_texts[0]):
        score += 1
    if 2 * sum(1 for text in right_texts if NAME.match(text) or CONTACT.search(text)) > len(right_texts):
        score -= 2
    if 2 * sum(1 for text in left_texts if text.endswith((":", "–", "-"))) >= len(left_texts):
        score -= 3
    if any(NAME.match(region.left(strip)[-1].text) and NAME.match(region.right(strip)[-1].text) for strip in both):
        score += 2
    return score > 1
