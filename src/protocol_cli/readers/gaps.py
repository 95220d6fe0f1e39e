"""Where a printed line falls into pieces: a gap much wider than the others, not the even gaps of justified text."""

from __future__ import annotations

import re
from collections.abc import Sequence

# In widths of a space: a double space is a slip of the finger, three are put on purpose.
WIDE = 3.0
SURELY_WIDE = 6.0
TIMES_USUAL = 2.0
SHARE_OF_WIDEST = 0.25
# «4.    Утвердить …»: the gap after a list's mark parts nothing.
LIST_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,4}[.)]?|[IVXLХ]{1,6}[.)]|[^\W\d_][.)]|[-–—•●▪*o])\Z")
INITIALS = re.compile(r"[/(]?[А-ЯЁ]\.")
DASHES = ("–", "—", "-")
FEWEST_GAPS = 3
NEVER_JUSTIFIED = 12.0
PROSE_LEFT = 6
PROSE_RIGHT = 2
LONG_LINE = 100
LONG_WORDS = 12


def split_points(words: Sequence[str], gaps: Sequence[float]) -> list[int]:
    """The numbers of the gaps at which a line falls apart: `gaps[i]`, in spaces, is between words i and i + 1.

    «Начальник управления        Л.А. Кошурникова» parts at its one wide gap; «Подключение     учреждений    культуры
    и   спорта», set to fill the line, does not part.
    """
    wide = [i for i, gap in enumerate(gaps) if gap >= WIDE]
    if not wide:
        return []
    if wide[0] == 0 and LIST_MARK.match(words[0]):
        wide = wide[1:]
    spread = sum(1 for gap in gaps if gap >= WIDE - 1)
    if len(gaps) >= FEWEST_GAPS and 2 * spread > len(gaps) and max(gaps) < NEVER_JUSTIFIED:
        return []
    if len(words) >= LONG_WORDS and sum(map(len, words)) > LONG_LINE:
        return []
    widest = max((gaps[i] for i in wide), default=0.0)
    found = []
    for i in wide:
        if words[i] in DASHES and i:
            continue  # «Авдонин         –   начальник полиции»: a dash opens what follows it
        gap = gaps[i]
        others = sorted(gaps[:i]) + sorted(gaps[i + 1 :])
        usual = _median([other for other in others if other < widest * SHARE_OF_WIDEST or widest < SURELY_WIDE * 2])
        if gap < TIMES_USUAL * usual + 0.5 or gap < widest * SHARE_OF_WIDEST:
            continue
        if gap < SURELY_WIDE and _is_prose(words[: i + 1], words[i + 1 :]):
            continue
        found.append(i)
    return found


def _is_prose(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether a gap of a few spaces stands in the middle of a sentence: a signature's ends in a name."""
    return len(left) >= PROSE_LEFT and len(right) >= PROSE_RIGHT and not INITIALS.match(right[0])


def _median(values: list[float]) -> float:
    if not values:
        return 1.0
    ordered = sorted(values)
    return ordered[len(ordered) // 2]
