"""Other documents named by date or number: «письмом Департамента от 08.04.2021 № 57-2097».

Found: a kind of document («приказом»), whose it is («Минобрнауки России»), and a date, a number or both. Not found:
«на № 12 от 05.06.2021» (requisite 12), a heading «ПРОТОКОЛ № 5», «школа № 5», «пункт № 4 решения».

Anchors («от 05.06.2021 № 12») are found first; the kind is the nearest one to the left that nothing parts from its
anchor: no end of a clause, no verb. Every character is looked at a bounded number of times.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from protocol_cli.grammar.document_anchors import Anchor, find_anchors
from protocol_cli.grammar.lexicon.documents import (
    KIND_WORD,
    LAWS,
    MEETING_WORDS,
    NEEDS_DATE,
    NUMBERED_THINGS,
    OF_PARTIES,
    kind_of,
)
from protocol_cli.grammar.quotes import quoted_spans, spans_between

_GAP = 300  # characters between a kind and its anchor
_CLAUSE_END = re.compile(
    r"[;:!?]|"
    r"(?<![А-ЯЁA-Z])(?<!\bг)(?<!\bгг)(?<!\bим)(?<!\bул)(?<!\bобл)(?<!\bр)(?<!\bст)\.[ ](?=[«\"]?[А-ЯЁA-Z\d])|"
    r"\(|\)"
)
_CHAIN = re.compile(r"^[ ]?(?:г\.|года)?[ ]?(?:,|;|и|а также|, а также|, и|либо|или)[ ]?(?P<issuer>.{0,120}?)[ ]?$")
_CHAIN_NUMBER = re.compile(r"^[ ]?(?:,|и|, и)[ ](?P<number>\d[\w/-]{0,15})[ ]?$")
_RELATIVE = re.compile(r"\b(?:котор\w+|что|чтобы|где|если|как|до|не)\b", re.IGNORECASE)
_ISSUER_END = re.compile(
    r"[ ]?(?:,|\()|(?<!\w)(?:о|об|обо|по|на|в|во|с|со|к|за|для|от|при|из|под|до|утвержд\w+|согласно|"
    r"регистрационн\w+|исх\w*|вх\w*)(?!\w)",
    re.IGNORECASE,
)
_BODY_WITH_TOPIC = re.compile(
    r"(?:комисси|комитет|департамент|управлени|агентств|служб|отдел|инспекци|министерств|фонд|совет|"
    r"центр|штаб|надзор|уполномоченн)\w*$",
    re.IGNORECASE,
)
_ITEM_OF = re.compile(r"(?:пункт\w*|подпункт\w*|раздел\w*|п\.|пп\.)[ ]?$", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[IVX]+\.|[-–—•])?[ ]?$")
_IN_BRACKET = re.compile(r"\((?:(?:исх|вх|рег|регистрационный)\w*\.?[ ]?)?$", re.IGNORECASE)
_SPAN_OF_TIME = re.compile(r"(?<!\w)(?:период|срок|число|состояни)\w*$", re.IGNORECASE)
_HELD = re.compile(r"(?:состоявш|прошедш|проведённ|проведенн|проходивш)\w+[ ]?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReferenceMention:
    """One mention at `start:end`: kind and issuer in the nominative, the issuer at `issuer_start:issuer_end`."""

    start: int
    end: int
    text: str
    kind: str
    issuer: str | None = None
    issuer_start: int | None = None
    issuer_end: int | None = None
    date: dt.date | None = None
    number: str | None = None
    title: str | None = None


def find_references(text: str) -> list[ReferenceMention]:
    """Every mention in a line of running text, left to right; several dates and numbers give several mentions."""
    quotes = quoted_spans(text)
    anchors = find_anchors(text, quotes)
    words = list(KIND_WORD.finditer(text)) if anchors else []
    found: list[ReferenceMention] = []
    last: tuple[ReferenceMention, int] | None = None
    position = 0  # the first kind word after which the anchor stands
    for anchor in anchors:
        while position < len(words) and words[position].end() <= anchor.start:
            position += 1
        floor = last[1] if last else 0
        mention = _nearest(text, anchor, words[max(0, position - 6) : position], floor, quotes)
        if mention is None and last is not None:
            mention = _chained(text, anchor, last)
        if mention is None and anchor.law:
            mention = _bare_law(text, anchor)
        if mention is not None:
            mention = _with_title(text, mention, anchor, quotes)
            found.append(mention)
            last = (mention, max(mention.end, anchor.end))
    return found


def _nearest(
    text: str, anchor: Anchor, words: list[re.Match[str]], floor: int, quotes: list[tuple[int, int]]
) -> ReferenceMention | None:
    """Return the mention whose kind word is the nearest to the left of the anchor, in its own clause."""
    for word in reversed(words):
        if word.start() < floor or anchor.start - word.end() > _GAP:
            return None
        if _separates(quotes, word.start(), anchor.start):
            continue
        return _bind(text, word, anchor, quotes)
    return None


# «приказом министерства культуры (далее – министерство) от 09.02.2024 № 41-о»
_ABBREVIATED = re.compile(r"\((?:здесь и )?далее[^()]{1,60}\)")


def _bind(text: str, word: re.Match[str], anchor: Anchor, quotes: list[tuple[int, int]]) -> ReferenceMention | None:
    kind = kind_of(word[0])
    gap, shift = _ABBREVIATED.sub(lambda m: " " * len(m[0]), text[word.end() : anchor.start]), word.end()
    if kind is None or _is_heading(text, word, anchor):
        return None
    near = spans_between(quotes, word.start(), anchor.end + 3)
    bare = "".join("_" if any(a <= shift + i < b for a, b in near) else c for i, c in enumerate(gap))
    end = anchor.end
    if _IN_BRACKET.search(bare):  # «письмом (исх. № 45 от …)»
        bare = _IN_BRACKET.sub("", bare)
        end += text[end : end + 1] == ")"
    if anchor.loose and kind != "протокол" and _IN_WORDS.search(text, anchor.start, anchor.end):
        return None  # «слушания по проекту решения 5 октября 2023 года»: the day of the hearings
    if _CLAUSE_END.search(bare) or not _may_part(bare.strip(), kind, anchor):
        return None
    if anchor.date is None and not anchor.dated and not _number_is_enough(text, word, bare.strip(), kind, anchor):
        return None
    kind = _law_by_number(kind, anchor.number)
    issuer = None if kind in LAWS else _issuer(bare, gap, kind)
    mention = ReferenceMention(
        start=word.start(),
        end=end,
        text=text[word.start() : end],
        kind=kind,
        date=anchor.date,
        number=anchor.number,
        title=_title_between(text, shift, anchor.start, near),
    )
    if issuer is None:
        return mention
    a, b = shift + issuer[0], shift + issuer[1]
    return replace(mention, issuer=_nominative(text[a:b]), issuer_start=a, issuer_end=b)


def _law_by_number(kind: str, number: str | None) -> str:
    if kind == "проект федерального закона" and (number or "").upper().endswith("-ФЗ"):
        return "федеральный закон"  # a law that is passed has its number
    if kind == "закон" and number:
        if number.upper().endswith("-ФКЗ"):
            return "федеральный конституционный закон"
        if number.upper().endswith("-ФЗ"):
            return "федеральный закон"
    return kind


def _may_part(gap: str, kind: str, anchor: Anchor) -> bool:
    """Whether these words may stand between a kind and its date: whose it is, or what about, with no verb."""
    if not gap:
        return True
    if len(gap.split()) > 30 or (kind == "ответ" and gap.startswith("на ")):
        return False
    if anchor.loose:
        return kind == "протокол" and _HELD.search(gap) is not None
    if _RELATIVE.search(gap) or _SPAN_OF_TIME.search(gap):
        return False
    from protocol_cli.grammar.noun_phrase import has_verb

    return not has_verb(gap)


_IN_WORDS = re.compile(r"[а-яё]{3}")
LONGEST_GAP = 60  # characters between the word and a number that stands without a date


def _number_is_enough(text: str, word: re.Match[str], gap: str, kind: str, anchor: Anchor) -> bool:
    """«Приказ № 45» is a document; «школа № 45», «решение № 4», «протокол направить в школу № 5» are not."""
    number = anchor.number or ""
    telling = len(number) > 2 or not number.isdigit()
    if _ITEM_OF.search(text[max(0, word.start() - 12) : word.start()]):
        return False
    if kind in NEEDS_DATE and (not telling or len(number) < 4):
        return False
    if not gap:
        return True
    if "," in gap or len(gap) > LONGEST_GAP:
        return False
    return (not NUMBERED_THINGS.search(gap) and not gap.endswith(("_", "»"))) or (not anchor.signed and telling)


def _is_heading(text: str, word: re.Match[str], anchor: Anchor) -> bool:
    """«ПРОТОКОЛ № 5», «2. Решение № 1:» at the beginning, with nothing more than date, number and place after it."""
    if word.start() > 12 or not _NUMBERING.match(text[: word.start()]):
        return False
    if word[0].isupper() and len(word[0]) > 3:
        return True
    if not word[0][0].isupper() or kind_of(word[0]) != word[0].lower() or text[word.end() : anchor.start].strip():
        return False
    return not text[anchor.end :].strip(" .:") or (word.start() == 0 and word[0] == "Протокол")


def _issuer(bare: str, gap: str, kind: str) -> tuple[int, int] | None:
    """Where in the gap the issuer stands: the first words up to a preposition that does not belong to a body's name."""
    lead = len(bare) - len(bare.lstrip(" ,"))
    # «Положением Банка России»
    told = kind == "положение" and bare[lead : lead + 1].isupper()
    if (kind in OF_PARTIES and not told) or not bare.strip(" ,_") or bare.lstrip()[:1] in '«"“_':
        return None
    if MEETING_WORDS.match(bare[lead:]) and not (
        kind == "решение" and re.search(r"собрани", bare[lead : lead + 40], re.IGNORECASE)
    ):
        return None
    end = len(bare)
    for stop in _ISSUER_END.finditer(bare, lead):
        before = bare[lead : stop.start()].rstrip()
        if stop[0].strip() == "," and _list_goes_on(bare, stop.end()):
            continue
        if stop[0].strip().lower() in ("по", "в", "при", "за", "с") and _BODY_WITH_TOPIC.search(before):
            continue
        end = stop.start()
        break
    value = gap[lead:end].rstrip(" ,–—-")
    if len(value) < 3 or value[0] in '(«"' or (kind == "протокол" and MEETING_WORDS.search(value)):
        return None
    return lead, lead + len(value)


def _list_goes_on(bare: str, start: int) -> bool:
    """«Министерства образования, науки и молодёжной политики»: after the comma one word or two, then «и»."""
    return re.match(r"[ ]?(?:[а-яё-]+[ ]){1,3}и[ ][а-яё]", bare[start:]) is not None


def _chained(text: str, anchor: Anchor, last: tuple[ReferenceMention, int]) -> ReferenceMention | None:
    """«… от 12.01.2021 № 1 и от 13.01.2021 № 2», «приказами Минтруда от … и Минздрава от …»."""
    previous, end = last
    between = text[end : anchor.start]
    listed = _CHAIN_NUMBER.match(between)
    if listed and anchor.dated and not anchor.number and anchor.date:
        start = end + listed.start("number")
        anchor = replace(anchor, start=start, number=listed["number"])
        between = text[end:start]
    match = _CHAIN.match(between) if len(between) < 140 else None
    if match is None or not (anchor.number or anchor.dated):
        return None
    words = match["issuer"]
    if words and (not words[0].isupper() or not _may_part(words, previous.kind, anchor) or _CLAUSE_END.search(words)):
        return None
    if words and anchor.date is None:
        return None
    issuer = replace(
        previous, start=anchor.start, end=anchor.end, text=text[anchor.start : anchor.end], date=anchor.date,
        number=anchor.number, title=None, kind=_law_by_number(previous.kind, anchor.number),
    )  # fmt: skip
    if words:
        start = end + match.start("issuer")
        issuer = replace(
            issuer, start=start, text=text[start : anchor.end], issuer=_nominative(words), issuer_start=start,
            issuer_end=start + len(words),
        )  # fmt: skip
    return issuer


def _bare_law(text: str, anchor: Anchor) -> ReferenceMention | None:
    """«требования 44-ФЗ»: the number itself tells the kind, where it stands inside a sentence."""
    rest = text[max(0, anchor.start - 200) : anchor.start] + text[anchor.end : anchor.end + 200]
    if len(re.findall(r"(?<!\w)[а-яё]{3,}", rest)) < 2 or not text[: anchor.start].strip():
        return None
    kind = "федеральный конституционный закон" if (anchor.number or "").upper().endswith("ФКЗ") else "федеральный закон"
    return ReferenceMention(
        anchor.start, anchor.end, text[anchor.start : anchor.end], kind, date=anchor.date, number=anchor.number
    )


def _with_title(
    text: str, mention: ReferenceMention, anchor: Anchor, quotes: list[tuple[int, int]]
) -> ReferenceMention:
    """Return the mention with the title in quotes right after its anchor, when it begins with a capital letter."""
    if mention.title:
        return mention
    for start, end in spans_between(quotes, anchor.end, anchor.end + 4):
        if anchor.end <= start <= anchor.end + 2:
            if not text[anchor.end : start].strip(" ,") and text[start + 1 : start + 2].isupper() and end - start > 8:
                return replace(
                    mention, title=text[start + 1 : end - 1].strip(), end=end, text=text[mention.start : end]
                )
        elif start > anchor.end + 2:
            break
    return mention


def _title_between(text: str, start: int, end: int, quotes: list[tuple[int, int]]) -> str | None:
    """«Федеральный закон «О теплоснабжении» от …»: a title between the kind and its date begins with «О»."""
    for a, b in quotes:
        if start <= a and b <= end and re.match(r"Об?о?[ ]", text[a + 1 : a + 5]):
            return text[a + 1 : b - 1].strip()
    return None


def _separates(spans: list[tuple[int, int]], word: int, anchor: int) -> bool:
    """Tell whether the kind word stands in quotes that close before the anchor."""
    return any(a <= word < b <= anchor for a, b in spans_between(spans, word, anchor))


def _nominative(phrase: str) -> str:
    from protocol_cli.grammar.nominative import nominative_phrase

    bent = nominative_phrase(phrase, "genitive") or phrase
    return phrase[0] + bent[1:] if bent[:1].lower() == phrase[:1].lower() else bent


def unique_references(
    mentions: Iterable[ReferenceMention], own: Iterable[tuple[str | None, dt.date | None]] = ()
) -> list[ReferenceMention]:
    """Each document once, in order of first mention; what a later mention adds (date, title, issuer) is added to it.

    `own` are number and date of the document itself, which is no reference.
    """
    kept: list[ReferenceMention] = []
    for mention in mentions:
        if any(_key(mention.number) == _key(number) and mention.date == date for number, date in own if number):
            continue
        index = next((i for i, other in enumerate(kept) if _same(other, mention)), None)
        if index is None:
            kept.append(mention)
            continue
        first = kept[index]
        kept[index] = replace(
            first,
            kind=first.kind
            if len(first.kind) >= len(mention.kind) or not mention.kind.endswith(first.kind)
            else mention.kind,
            date=first.date or mention.date,
            number=first.number or mention.number,
            title=first.title or mention.title,
            issuer=_fuller(first.issuer, mention.issuer),
        )
    return kept


def _fuller(first: str | None, second: str | None) -> str | None:
    """«Правительство» gives way to «Правительство РФ»."""
    return second if second and (not first or second.startswith(first + " ")) else first


def _key(number: str | None) -> str:
    """«02» is «2», «67 – ФЗ» is «67-ФЗ» and, of a law, «67»."""
    key = re.sub(r"[\s–—−-]+", "-", (number or "").casefold()).strip("-")
    return key.removesuffix("-фз").lstrip("0") if key.removesuffix("-фз").isdigit() else key


def _same(a: ReferenceMention, b: ReferenceMention) -> bool:
    if not (a.kind.endswith(b.kind) or b.kind.endswith(a.kind)):
        return False
    numbers = _key(a.number) == _key(b.number) or not (a.number and b.number)
    dates = a.date == b.date or not (a.date and b.date)
    if not numbers or not dates:
        return False
    return bool(a.number and b.number) or bool(a.date and b.date)
