"""Two columns on one page: a letterhead at the left with the addressees at the right, two marks of approval.

A line of pieces («Начальник управления        Л.А. Кошурникова», «Отв.: Иванов И.И.    Срок: 20.12») is no columns
and stays one row; so does a post of several lines with one name beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from protocol_cli.alphabet import CAPITALS, SMALL
from protocol_cli.layout.strips import Run, Strip

# In characters.
NARROWEST_CHANNEL = 1.0
LEAST_INDENT = 20.0
# In lines.
NEAR = 1.6
FAR = 3.3
APART = 0.13
TANGLED = 0.8
SAME_SIZE = 0.85
MOST_ROWS = 60
HANGING = 6.0
OFF_COLUMN = 8.0
FEWEST_CENTRED = 2  # lines

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
SALUTATION = re.compile(r"(?:Много)?[Уу]важаем|УВАЖАЕМ|Дорог(?:ой|ая|ие)\b")
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


def part_columns(strips: list[Strip]) -> list[Strip]:
    """The strips of a page, which come from top to bottom, in reading order; those in columns say which."""
    ordered: list[Strip] = []
    place = regions = 0
    margin = min((strip.x0 for strip in strips if strip.cell is None), default=0.0)
    while place < len(strips):
        region = _find_region(strips, place, margin)
        if region is None:
            ordered.append(strips[place])
            place += 1
            continue
        regions += 1
        _add_tail(strips, region)
        head = _take_head(ordered, region)
        ordered.extend(_in_order(head, region, regions))
        place = region.end
    return _attach_lone_names(ordered)


@dataclass(slots=True)
class _Region:
    """Strips with a common white channel; `low` and `high` are its edges, `rows` the strips, `end` the next place."""

    low: float
    high: float
    rows: list[Strip] = field(default_factory=list)
    end: int = 0

    def left(self, strip: Strip) -> list[Run]:
        return [run for run in strip.runs if run.x1 <= self.low + 0.01]

    def right(self, strip: Strip) -> list[Run]:
        return [run for run in strip.runs if run.x0 >= self.high - 0.01]


def _find_region(strips: list[Strip], place: int, margin: float) -> _Region | None:
    first = strips[place]
    if first.cell is not None or first.furniture or first.column:
        return None
    if place and _goes_on_beside(strips[place - 1], first):
        return None
    edges = [(margin, first.x0, False)] if first.x0 - margin >= LEAST_INDENT else []
    edges += [(before.x1, after.x0, True) for before, after in pairwise(first.runs)]
    for low, high, seen in edges:
        region = _grow(strips, place, low, high, seen=seen)
        if region is not None and _is_columns(region) and not _opens_centred(region, seen=seen):
            return region
    return None


def _opens_centred(region: _Region, *, seen: bool) -> bool:
    """Whether it is the centred head of the sheet that stands above the columns, further to the left than the right one."""
    first = next((i for i, strip in enumerate(region.rows) if region.left(strip)), 0)
    if seen or first < FEWEST_CENTRED:
        return False
    column = min((region.right(strip)[0].x0 for strip in region.rows[first:] if region.right(strip)), default=0.0)
    return sum(strip.x0 + OFF_COLUMN < column for strip in region.rows[:first]) >= FEWEST_CENTRED


def _goes_on_beside(above: Strip, strip: Strip) -> bool:
    """«Дементьева О.Ю.    – заместитель начальника» / «инспекции …»: the post in a list goes on under its first line."""
    post = above.runs[-1]
    listed = len(above.runs) > 1 and strip.y - above.y < NEAR and DASH.match(post.text) is not None
    below = strip.runs[-1]
    named = len(strip.runs) == 1 or strip.x0 == above.x0  # «Кулешова    – министр» / «Наталья Викторовна    образования»
    return listed and named and post.x0 - 1 <= below.x0 <= post.x0 + HANGING


def _grow(strips: list[Strip], place: int, low: float, high: float, *, seen: bool) -> _Region | None:
    """The longest run of strips that leave a channel free between `low` and `high`, to the last with a right part."""
    rows: list[tuple[Strip, float, float]] = []
    last_right = last = strips[place].y
    for strip in strips[place : place + MOST_ROWS]:
        if strip.cell is not None or strip.furniture or strip.column or strip.y - last > FAR:
            break
        if SALUTATION.match(strip.text):
            break
        narrowed = _narrow(strip, low, high, seen=seen)
        if narrowed is None:
            break
        new_low, new_high = narrowed
        has_right = any(run.x0 >= new_high - 0.01 for run in strip.runs)
        if has_right and strip.y - last_right > FAR:
            break
        seen = seen or new_low > low
        low, high = new_low, new_high
        rows.append((strip, low, high))
        last = strip.y
        if has_right:
            last_right = strip.y
    count = max((i + 1 for i, (strip, _, edge) in enumerate(rows) if strip.x1 >= edge), default=0)
    if count < 2 and not (count and _addresses_alone(strips, place, rows[0])):
        return None
    low, high = rows[count - 1][1], rows[count - 1][2]
    return _Region(low, high, [strip for strip, _, _ in rows[:count]], place + count)


def _addresses_alone(strips: Sequence[Strip], place: int, first: tuple[Strip, float, float]) -> bool:
    """Whether one line of an addressee stands beside a letterhead: «МИНИСТЕРСТВО ОБРАЗОВАНИЯ      Руководителям школ»."""
    strip, low, high = first
    left = [run for run in strip.runs if run.x1 <= low + 0.01]
    right = [run for run in strip.runs if run.x0 >= high - 0.01]
    if not left or len(right) != 1 or not ADDRESS_WORD.match(right[0].text) or not left[0].text.isupper():
        return False
    below = strips[place + 1 : place + 3]
    return len(below) > 1 and all(s.cell is None and s.x1 < high and s.y - strip.y < FAR for s in below)


def _add_tail(strips: list[Strip], region: _Region) -> None:
    """Add the lines of the left column that go on under the end of the right one."""
    for strip in strips[region.end : region.end + MOST_ROWS]:
        step = strip.y - region.rows[-1].y
        if strip.cell is not None or strip.furniture or strip.x1 > region.high - NARROWEST_CHANNEL or step > FAR:
            break
        if step > NEAR and not CONTACT.search(strip.text):
            break
        region.low = max(region.low, strip.x1)
        region.rows.append(strip)
        region.end += 1


def _narrow(strip: Strip, low: float, high: float, *, seen: bool) -> tuple[float, float] | None:
    """The channel that is left when the strip's runs are on its two sides; None when a run lies across it.

    While no left side is `seen`, `low` is the page's margin: a run is of the right side in the right half only, since
    the lines of a letterhead are often centred.
    """
    for run in strip.runs:
        if run.x1 <= low or run.x0 >= high:
            continue
        if seen:
            at_left = high - run.x1 >= run.x0 - low
        else:
            at_left = run.x0 <= (low + high) / 2
        if at_left:
            low, seen = max(low, run.x1), True
        else:
            high = min(high, run.x0)
        if high - low < NARROWEST_CHANNEL:
            return None
    return low, high


def _is_columns(region: _Region) -> bool:
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
    if _tangles(region, rights, lefts) > 1:
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


def _tangles(region: _Region, rights: Iterable[Strip], lefts: Iterable[Strip]) -> int:
    """How many lines at the right stand between the baselines of lines at the left."""
    left_only = [strip.y for strip in lefts if not region.right(strip)]
    count = 0
    for strip in rights:
        if not region.left(strip) and any(APART < abs(strip.y - y) < TANGLED for y in left_only):
            count += 1
    return count


def _adjacent(strips: list[Strip]) -> int:
    return sum(1 for before, after in pairwise(strips) if after.y - before.y <= NEAR)


def _has_contacts(region: _Region, lefts: list[Strip]) -> bool:
    return any(CONTACT.search(run.text) for strip in lefts for run in region.left(strip))


def _looks_like_heads(region: _Region, lefts: list[Strip], both: list[Strip], right_texts: list[str]) -> bool:
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


def _take_head(ordered: list[Strip], region: _Region) -> list[Strip]:
    """Take the lines of the left column that stand above the first line of the right one."""
    head: list[Strip] = []
    y = region.rows[0].y
    while ordered:
        strip = ordered[-1]
        if strip.cell is not None or strip.furniture or strip.column or strip.x1 > region.low + NARROWEST_CHANNEL:
            break
        if strip.x1 > region.high or y - strip.y > NEAR:
            break
        y = strip.y
        head.insert(0, ordered.pop())
    return head


def _in_order(head: list[Strip], region: _Region, number: int) -> list[Strip]:
    groups = _groups(region)
    ordered = []
    for column, group in enumerate(groups, 1):
        strips = [*head, *group] if column == 1 else group
        rows = any(len(strip.runs) > 1 and _is_signature(strip) for strip in strips)
        for strip in strips:
            strip.column, strip.region = (0 if rows else column), number
            ordered.append(strip)
    return ordered


def _is_signature(strip: Strip) -> bool:
    return bool(NAME.match(strip.runs[-1].text))


def _groups(region: _Region) -> list[list[Strip]]:
    """The columns of a region, left to right. A single line that stands on another column's baseline joins its row."""
    bands = _bands(region)
    columns: list[list[Strip]] = [[] for _ in bands]
    for strip in region.rows:
        for band, column in zip(bands, columns, strict=True):
            runs = [run for run in strip.runs if band[0] <= run.x0 and run.x1 <= band[1]]
            if runs:
                column.append(replace(strip, runs=runs))
    kept: list[list[Strip]] = []
    for column in columns:
        host = None
        if len(column) == 1 and len(columns) > 2:
            host = next((strip for other in kept for strip in other if strip.y == column[0].y), None)
        if host is not None:
            host.runs.extend(column[0].runs)
        else:
            kept.append(column)
    return kept


def _bands(region: _Region) -> list[tuple[float, float]]:
    """The columns' edges: more than two where a tangled region has more white channels."""
    rights = [strip for strip in region.rows if region.right(strip)]
    lefts = [strip for strip in region.rows if region.left(strip)]
    if _tangles(region, rights, lefts) < 2:
        return [(float("-inf"), region.low), (region.high, float("inf"))]
    spans = sorted((run.x0, run.x1) for strip in region.rows for run in strip.runs)
    bands = [spans[0]]
    for x0, x1 in spans[1:]:
        if x0 - bands[-1][1] >= NARROWEST_CHANNEL:
            bands.append((x0, x1))
        else:
            bands[-1] = (bands[-1][0], max(bands[-1][1], x1))
    return bands


def _attach_lone_names(strips: list[Strip]) -> list[Strip]:
    """A name that stands between the baselines of two lines of its post belongs to the nearer one."""
    kept: list[Strip] = []
    place = 0
    while place < len(strips):
        strip = strips[place]
        before = kept[-1] if kept else None
        after = strips[place + 1] if place + 1 < len(strips) else None
        if before is not None and after is not None and _stands_between(before, strip, after):
            host = before if strip.y - before.y < after.y - strip.y else after
            host.runs.extend(strip.runs)
        else:
            kept.append(strip)
        place += 1
    return kept


def _stands_between(before: Strip, strip: Strip, after: Strip) -> bool:
    return (
        len(strip.runs) == 1
        and strip.cell is None
        and before.cell is None
        and after.cell is None
        and before.column == strip.column == after.column
        and APART < strip.y - before.y < TANGLED
        and APART < after.y - strip.y < TANGLED
        and strip.x0 >= max(before.x1, after.x1) + NARROWEST_CHANNEL
        and _same_size(strip, before)
        and _same_size(strip, after)
    )


def _same_size(one: Strip, other: Strip) -> bool:
    if one.size is None or other.size is None:
        return True
    return min(one.size, other.size) >= SAME_SIZE * max(one.size, other.size)
