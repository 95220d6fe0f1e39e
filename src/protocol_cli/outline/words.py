"""Evidence of words: the markers of `markers.py` at the head of a row, also with one letter wrong."""

from __future__ import annotations

import re

from protocol_cli.morphology import is_known
from protocol_cli.outline.evidence import Evidence, Sight
from protocol_cli.outline.markers import FUZZY, Marker, any_marker, compiled
from protocol_cli.outline.section import Section as S

_HALF_A_HEADING = re.compile(
    r"(?:выписка(?: из)?|приложение(?: ?№ ?\d+)?|перечень|список|реестр|протокольн(?:ое|ые)|(?:дополнени|изменени)[ея](?: ?№ ?\d+)?(?: [кв])?)$"
)
_HALF_A_LIST = re.compile(
    r"(?:на|в) (?:\w+ )?(?:заседани[ие]|совещани[ие]|собрани[ие]|конференции|работе)\b(?!.*(?:присутств|участ|принима|приня))[^:.;]*$"
)
_PARTED = re.compile(r"([а-я]{2,18}) ([а-я]{1,18})(?![а-я])")
_PRESENT_BELOW = re.compile(r"^[^:.;]{0,200}?\b(?:присутств\w+|участвовал\w+|(?:принял|принимал)\w* участие)(?: [^:.;]{0,60})?:(?:$| )")
HEAD = 300  # characters of a row in which a marker is looked for
_SHOUTING = re.compile(r"[\d. IVX)]*[\"«(]*[А-ЯЁ]{4,}")
_CAPITAL = re.compile(r"[\"«(_ ]*[А-ЯЁA-Z№]")
_LABEL = re.compile(r"[^:–—-]{3,60} ?[:–—-] ")
_AFTER_NUMBERED = re.compile(r"\s*(?:[:.–—-]|$|[А-ЯЁ«])")
_SURE_IN_SMALL = frozenset({S.REGISTRATION, S.MARK, S.VOTES, S.EXECUTOR})
_LISTS = frozenset({S.INVITED, S.PRESENT, S.ABSENT, S.SECRETARY, S.CHAIR})
_SAY_MUCH = frozenset({S.VOTES, S.REGISTRATION, S.STAMP, S.PARTICULARS, S.MARK})


def weigh_words(sight: Sight, e: Evidence) -> None:
    """What the row's first words say."""
    bare = sight.bare[:HEAD].lstrip("\"'( ")
    if (parted := _PARTED.match(bare)) and f"{parted[1]}{parted[2]}" in FUZZY:
        bare = f"{parted[1]}{parted[2]}{bare[parted.end() :]}"  # «Пред седательствующий:»
    if sight.below and _HALF_A_HEADING.match(bare):
        bare = f"{bare} {sight.below}"  # «ВЫПИСКА» over «из протокола …», «ПЕРЕЧЕНЬ» over «поручений …»
    if _HALF_A_LIST.match(bare) and _PRESENT_BELOW.search(f"{sight.below} {sight.further}"):
        e.open(8, "present", S.PRESENT)  # «На заседании комиссии по …» over «… присутствовали:»
    shouting = bool(_SHOUTING.match(sight.text))
    capital = bool(_CAPITAL.match(sight.text[sight.mark.length :] if sight.mark else sight.text))
    first = any_marker()
    found = first.match(bare) or (sight.mark is not None and first.match(sight.folded))
    for marker, pattern in compiled() if found else ():
        inside = marker.numbered and sight.mark is not None
        text = bare if marker.numbered or sight.mark is None else sight.folded[:HEAD]
        match = pattern.match(text)
        if match is None or (inside and not _ends_label(sight, text, match)):
            continue
        weight = marker.weight + _manner(marker, sight, shouting=shouting, capital=capital)
        if text[match.end() - 1 : match.end() + 1].rstrip().endswith(":"):
            weight += 1
        if weight > 0:
            e.open(weight, marker.name, marker.section)
            if marker.name == "kept-by":
                e.belong(4, S.KEPT)
            if marker.section in _SAY_MUCH:
                e.belong(weight / 2, marker.section)
    if not any(w >= 5 for w, _ in e.opens.values()):
        _weigh_nearly(bare, len(sight.text), e)


def _ends_label(sight: Sight, text: str, match: re.Match[str]) -> bool:
    """«3. Обсуждение текущих вопросов» is an item; «1. СЛУШАЛИ:», «2. По второму вопросу выступил …» open a section."""
    if match[0].startswith("по ") or text[match.end() - 1 : match.end()] in (":", "."):
        return True
    return bool(_AFTER_NUMBERED.match(sight.text[len(sight.text) - len(text) + match.end() :]))


def _manner(marker: Marker, sight: Sight, *, shouting: bool, capital: bool) -> float:
    """What capitals, small letters and the length of the row add to a marker's weight."""
    weight, text = 0.0, sight.text
    if not capital:
        if marker.section in (S.TITLE, S.SALUTATION):
            weight -= 6
        elif marker.section in _LISTS:
            labelled = text.rstrip().endswith(":") or sight.row.row.blank_before or _LABEL.match(text)
            weight -= 0 if labelled else 6
        elif marker.section not in _SURE_IN_SMALL:
            weight -= 4
    if marker.section is S.TITLE:
        sentence = text.endswith((".", ";", ",")) or len(text) > 150
        return weight + (2 if shouting else -1) - (3 if sentence else 0)
    return weight + (2 if shouting else 0)


_FIRST_WORDS = re.compile(r"([а-яa-z0-9]{6,22})(?: ([а-яa-z0-9]{6,22}))?(?= ?[:.–-]|$| [А-ЯЁа-яё])")


def _weigh_nearly(bare: str, length: int, e: Evidence) -> None:
    """«РЕШИДИ:», «Комиссия постановипа»: a section's word with one letter wrong, alone or before a colon or a dash."""
    found = _FIRST_WORDS.match(bare)
    if not found or not (length < 40 or re.match(r"[^:.–-]{0,40}[:–-]", bare)):
        return
    for word in found.groups():
        for target, section in FUZZY.items() if word else ():
            # «решения» is a word, «решидие» is not
            if word != target and one_edit(word, target) and not is_known(word):
                e.open(6.0, f"nearly «{target}»", section)


def one_edit(a: str, b: str) -> bool:
    """Whether one letter changed, lost or added makes `b` of `a`."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = 0
    while i < len(a) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] if len(a) == len(b) else a[i:] == b[i + 1 :]
