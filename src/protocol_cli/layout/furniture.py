"""Page furniture: page numbers and running heads, which belong to the sheet and not to the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from protocol_cli.layout.strips import Strip

DASHES = "-–—"
NUMBER = re.compile(
    rf"[\^~`']?\s?[{DASHES}]?\s?(?:(?P<word>стр(?:аница|\.)?|лист|page|с\.)\s?)?(?P<number>\d{{1,3}})"
    rf"(?:\s?(?:/|из|of)\s?(?P<total>\d{{1,3}}))?\s?[{DASHES}]?\Z",
    re.IGNORECASE,
)
DASHED = re.compile(rf"[{DASHES}]\s?\d{{1,3}}\s?[{DASHES}]\Z")
DIGITS = re.compile(r"\d+")
EDGE = 2  # lines at the top and at the bottom of a page where furniture is looked for
LONGEST_HEAD = 150
FEWEST_PAGES = 2
# Lines on a page of a text file: closer numbers are rows of a table, not pages.
SHORTEST_PAGE = 20
LONGEST_PAGE = 110
MIDDLE = 25  # columns from the margin where a page number in the middle of the sheet begins, in a text file
LONG_LINE = 40
TERMINAL = re.compile(r"[.;:!?…»)\"]\s*\Z")
# Two protocols on two sheets end alike: «Председатель      И.Ю. Бельский» signs, it is no running foot.
# A running head of a text without page breaks: «Протокол совещания 02.03.2016 № 9» beside a page number.
HEAD = re.compile(r"(?:Выписка из протокола|Протокол|ПРОТОКОЛ|Продолжение)\b[^.;:]{0,60}(?:№ ?\S|\d\d?\.\d{2}\.\d{4})")
SIGNED = re.compile(r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?\s?[А-ЯЁ][а-яё-]+\s*\Z|[А-ЯЁ][а-яё-]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\.\s*\Z")
# A stamp repeated on each sheet says something of the document.
HEAD_WORD = re.compile(r"(?:выписка из протокола|п ?р ?о ?т ?о ?к ?о ?л)\b", re.IGNORECASE)
STAMP = re.compile(r"подписан|сертификат|владелец|действителен", re.IGNORECASE)


def mark_furniture(pages: list[list[Strip]]) -> None:
    """Set `furniture` on the strips of `pages` (each from top to bottom) that are no part of the text."""
    if len(pages) >= FEWEST_PAGES:
        _mark_numbers(pages)
        _mark_running_heads(pages)
    elif pages:
        _mark_numbers_inside(pages[0])


def page_number(strip: Strip) -> int | None:
    """The number of a line that is nothing but a page number («2», «- 2 -», «стр. 2 из 5», «2/5»), else None."""
    if len(strip.runs) != 1 or strip.cell is not None:
        return None
    match = NUMBER.match(strip.runs[0].text)
    if match is None:
        return None
    number, total = int(match["number"]), match["total"]
    return None if total and number > int(total) else number


def _mark_numbers(pages: list[list[Strip]]) -> None:
    shifts: Counter[int] = Counter()
    candidates: list[tuple[Strip, int]] = []
    for place, page in enumerate(pages, 1):
        edges = [page[0], page[-1]] if len(page) > 1 else page
        for strip in edges:
            number = page_number(strip)
            if number is not None:
                candidates.append((strip, number - place))
                shifts[number - place] += 1
    for strip, shift in candidates:
        # The count may begin anew with an attached document; it never runs far ahead of the sheets.
        if shift == 0 or shifts[shift] > 1 or -len(pages) < shift <= 1:
            strip.furniture = True


def _mark_running_heads(pages: list[list[Strip]]) -> None:
    for top in (True, False):
        seen: dict[str, list[Strip]] = {}
        for page in pages:
            rows = [strip for strip in page if not strip.furniture and strip.cell is None]
            for strip in rows[:EDGE] if top else rows[-EDGE:]:
                key = DIGITS.sub("#", strip.text)
                if len(key) <= LONGEST_HEAD and any(char.isalpha() for char in key) and not SIGNED.search(strip.text):
                    seen.setdefault(key, []).append(strip)
        for strips in seen.values():
            if len(strips) >= FEWEST_PAGES and 2 * len(strips) >= len(pages):
                for strip in strips[: -1 if STAMP.search(strips[0].text) else len(strips)]:
                    strip.furniture = True


def _mark_numbers_inside(strips: list[Strip]) -> None:
    """Page numbers of a text without page breaks: alone on a line, an empty one by, counting on at a page's length."""
    candidates = []
    for place, strip in enumerate(strips):
        number = page_number(strip)
        if number is not None and (_is_isolated(strips, place) or strip.x0 >= MIDDLE):
            candidates.append((place, number))
    chain: set[int] = set()
    for (place, number), (following, successor) in itertools.pairwise(candidates):
        if successor == number + 1 and SHORTEST_PAGE <= strips[following].y - strips[place].y <= LONGEST_PAGE:
            chain |= {place, following}
    centred = _centred(strips, candidates)
    for place, strip in enumerate(strips):
        if strip.y < SHORTEST_PAGE or page_number(strip) is None:
            continue
        heads = [at for at in (place - 1, place + 1) if 0 < at < len(strips) and _is_running_head(strips, at)]
        if heads:
            for at in (place, *heads):
                strips[at].furniture = True
    for place, number in candidates:
        dashed = DASHED.match(strips[place].text) and strips[place].y >= SHORTEST_PAGE and _is_isolated(strips, place)
        if dashed or place in chain or place in centred or (number in {1, 2} and _breaks_sentence(strips, place)):
            strips[place].furniture = True


def _is_running_head(strips: list[Strip], place: int) -> bool:
    """Whether a line of the text's middle says again what the document is."""
    text = strips[place].text
    return len(text) < LONGEST_HEAD and HEAD.match(text) is not None and any(HEAD_WORD.match(s.text) for s in strips[:place])


def _centred(strips: list[Strip], candidates: list[tuple[int, int]]) -> set[int]:
    """The numbers set in the middle of the sheet, far from the margin, that count on from the first or second page."""
    middle = [(place, number) for place, number in candidates if strips[place].runs[0].x0 >= MIDDLE]
    numbers = [number for _, number in middle]
    counts_on = bool(numbers) and numbers[0] in {1, 2} and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return {place for place, _ in middle} if counts_on else set()


def _is_isolated(strips: list[Strip], place: int) -> bool:
    strip = strips[place]
    above = strip.y - strips[place - 1].y if place else 2.0
    below = strips[place + 1].y - strip.y if place + 1 < len(strips) else 2.0
    return above > 1 or below > 1


def _breaks_sentence(strips: list[Strip], place: int) -> bool:
    """Whether the number stands inside a sentence that fills its lines, a page's length from the beginning."""
    if not 0 < place < len(strips) - 1 or strips[place].y < SHORTEST_PAGE:
        return False
    before, after = strips[place - 1], strips[place + 1]
    return (
        len(before.text) >= LONG_LINE
        and not TERMINAL.search(before.text)
        and len(before.runs) == len(after.runs) == 1
        and (after.text[:1].islower() or after.text[:1].isdigit() or after.text[:1] in '«("')
    )
