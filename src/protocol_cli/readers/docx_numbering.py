"""Word's automatic list numbers: what the paper shows in front of a paragraph and the text does not hold.

Source: ECMA-376-1, 17.9 (numbering).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.readers.ooxml import Element, W

RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
LATIN = "abcdefghijklmnopqrstuvwxyz"
ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
PLACE = re.compile(r"%([1-9])")
LEVELS = 9
# Bullets drawn with symbol fonts are private or Latin letters in the text.
BULLETS = {"o": "•", "§": "•", "ü": "•", "q": "•", "v": "•", "Ø": "•"}


@dataclass(slots=True)
class Level:
    """One level of a list: how its number is written and where it begins."""

    form: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    suffix: str = "tab"
    legal: bool = False
    style: str | None = None
    left: float | None = None


@dataclass(slots=True)
class List:
    """A list of the document (w:num): its abstract list, own levels and own starts."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """Counts the numbered paragraphs of a document in order."""

    def __init__(self, root: Element | None, style_lists: dict[str, str]) -> None:
        """`style_lists`: numbering style → its list (w:styleLink goes both ways)."""
        self._lists: dict[str, List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root, style_lists)

    def _load(self, root: Element, style_lists: dict[str, str]) -> None:
        abstracts: dict[str, dict[int, Level]] = {}
        linked: dict[str, str] = {}
        for element in root.findall(f"{W}abstractNum"):
            identifier = element.get(f"{W}abstractNumId", "")
            abstracts[identifier] = {
                _int(level.get(f"{W}ilvl"), 0): _level(level) for level in element.findall(f"{W}lvl")
            }
            link = element.find(f"{W}numStyleLink")
            if link is not None:
                linked[identifier] = link.get(f"{W}val", "")
        of_list: dict[str, str] = {}
        for element in root.findall(f"{W}num"):
            abstract = element.find(f"{W}abstractNumId")
            of_list[element.get(f"{W}numId", "")] = abstract.get(f"{W}val", "") if abstract is not None else ""
        for identifier, style in linked.items():
            target = of_list.get(style_lists.get(style, ""))
            if target in abstracts and not abstracts[identifier]:
                abstracts[identifier] = abstracts[target]
        for element in root.findall(f"{W}num"):
            identifier = element.get(f"{W}numId", "")
            levels = dict(abstracts.get(of_list[identifier], {}))
            starts: dict[int, int] = {}
            for override in element.findall(f"{W}lvlOverride"):
                depth = _int(override.get(f"{W}ilvl"), 0)
                own, start = override.find(f"{W}lvl"), override.find(f"{W}startOverride")
                if own is not None:
                    levels[depth] = _level(own)
                if start is not None:
                    starts[depth] = _int(start.get(f"{W}val"), 1)
            self._lists[identifier] = List(of_list[identifier], levels, starts)

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level of a list that a paragraph style is tied to; 0 when none says so."""
        found = self._lists.get(list_id)
        if found is None:
            return 0
        return next((depth for depth, level in found.levels.items() if level.style == style), 0)

    def indent(self, list_id: str, depth: int) -> float | None:
        """The left indent, in points, that the list gives its paragraphs."""
        found = self._lists.get(list_id)
        level = found.levels.get(depth) if found else None
        return level.left if level else None

    def label(self, list_id: str, depth: int) -> str:
        """The next number of this list at this level, with what follows it; empty for a list without numbers."""
        found = self._lists.get(list_id)
        level = found.levels.get(depth) if found else None
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.abstract, {})
        if (list_id, depth) not in self._begun:
            self._begun.add((list_id, depth))
            if depth in found.starts:
                counts.pop(depth, None)
        counts[depth] = counts[depth] + 1 if depth in counts else found.starts.get(depth, level.start)
        for deeper in [other for other in counts if other > depth]:
            below = found.levels.get(deeper)
            if below is None or below.restart is None or (below.restart and depth < below.restart):
                del counts[deeper]
        text = self._write(found, level, counts)
        return f"{text} " if text and level.suffix != "nothing" else text

    def _write(self, found: List, level: Level, counts: dict[int, int]) -> str:
        if level.form == "none" and not PLACE.sub("", level.pattern).strip():
            return ""
        if level.form == "bullet":
            return _bullet(level.pattern)

        def number(match: re.Match[str]) -> str:
            depth = int(match.group(1)) - 1
            other = found.levels.get(depth) or Level()
            value = counts.setdefault(depth, found.starts.get(depth, other.start))
            return write_number(value, "decimal" if level.legal else other.form)

        return PLACE.sub(number, level.pattern).strip()


def write_number(value: int, form: str) -> str:
    """A number as a list writes it: `write_number(3, "russianLower")` is «в»; an unknown form gives digits."""
    if form in {"none", "bullet"}:
        return ""
    if form == "decimalZero":
        return f"{value:02}"
    if form in {"russianLower", "russianUpper"}:
        text = _letters(value, RUSSIAN)
    elif form in {"lowerLetter", "upperLetter"}:
        text = _letters(value, LATIN)
    elif form in {"lowerRoman", "upperRoman"}:
        text = _roman(value)
    else:
        return str(value)
    return text.upper() if form in {"russianUpper", "upperLetter", "upperRoman"} else text


def _letters(value: int, alphabet: str) -> str:
    # Word goes on after the last letter with two, three … of the same: «аа», «бб».
    if value < 1 or value > len(alphabet) * LEVELS:
        return str(value)
    repeat, place = divmod(value - 1, len(alphabet))
    return alphabet[place] * (repeat + 1)


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    text = ""
    for weight, sign in ROMAN:
        count, value = divmod(value, weight)
        text += sign * count
    return text


def _bullet(pattern: str) -> str:
    sign = pattern.strip()
    if not sign:
        return ""
    return "•" if "\ue000" <= sign[0] <= "\uf8ff" else BULLETS.get(sign, sign)


def _level(element: Element) -> Level:
    level = Level()
    for child in element:
        value = child.get(f"{W}val") or ""
        match child.tag.rpartition("}")[2]:
            case "start":
                level.start = _int(value, 1)
            case "numFmt":
                level.form = value
            case "lvlText":
                level.pattern = value
            case "lvlRestart":
                level.restart = _int(value, 0)
            case "suff":
                level.suffix = value
            case "isLgl":
                level.legal = value not in {"0", "false", "off"}
            case "pStyle":
                level.style = value
            case "pPr":
                indent = child.find(f"{W}ind")
                left = indent.get(f"{W}left") or indent.get(f"{W}start") if indent is not None else None
                level.left = _int(left, 0) / 20 if left else None
    return level


def _int(value: str | None, default: int) -> int:
    try:
        return int(value) if value else default
    except ValueError:
        return default
