"""What looks like a term in running text and is content: reporting periods, cited acts, titles, what a decision prolongs."""

from __future__ import annotations

from protocol_cli.grammar.extent import is_verb
from protocol_cli.grammar.lexicon.time import CITING, PROLONGING, TITLES
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.pieces import Piece
from protocol_cli.grammar.tape import Tape

_LOOK_BACK = 14
_CLAUSE_MARKS = frozenset(",;:(-")
_PARTICIPLES = ("нный", "нного", "нному", "нным", "нном", "нная", "нной", "нную", "нное", "нные", "нных", "нными",
                "вший", "вшего", "вшие", "вших", "вшей", "вшая", "вшим", "вшими", "ющий", "ющего", "ющие", "ющих", "ющая",
                "ющей", "ющими", "ящий", "ящих", "ящие", "щихся", "щиеся", "вшихся", "вшиеся", "вшегося", "мый", "мых", "мого",
                "тых", "тый", "того")  # fmt: skip
_NOT_PARTICIPLES = wordset("данного данный данные данных данной данным муниципального государственного "
                             "государственной муниципальной муниципальных этого самого")  # fmt: skip
_FINITE = ("ется", "ится", "утся", "ются", "атся", "ятся", "ает", "яет", "ует", "еет", "ют")


def sentence_starts(t: Tape) -> list[int]:
    """Return the index of the first word of each sentence: after a full stop before a capital letter."""
    starts = [0]
    words = t.words
    for at in range(1, t.size):
        if words[at - 1] in ".;!?" and (t.raw(at)[:1].isupper() or words[at - 1] == ";"):
            before = words[at - 2] if at > 1 else ""
            if words[at - 1] == "." and len(before) <= 2 and before not in ("г", "р"):
                continue
            starts.append(at)
    return starts


def is_content(t: Tape, pieces: list[Piece], at: int, sentence: int) -> bool:
    """Tell whether what was read is surely no term: «от 6 мая 2019 г. № 392-р», «продлить срок … до», «Стратегии до 2030 года»."""
    words = t.words
    before = words[at - 1] if at else ""
    first, last = pieces[0], pieces[-1]
    after = words[last.to]
    if after in ("№", "n") or (first.bare and before in CITING):
        return True
    if first.bare and before.endswith(_PARTICIPLES) and before not in _NOT_PARTICIPLES:
        return True
    if first.bare and before in (
            "на", "с", "до", "от", "за", "по", "к", "из", "между", "после", "около", "ранее", "раньше", "позднее"):  # fmt: skip
        return True
    if first.kind in ("event", "span", "limit", "since") and _is_prolonged(t, at, sentence):
        return True
    if first.kind == "limit" and before == "период" and first.last is not None and first.last.unit == "year":
        return True
    if first.kind == "limit" and first.last is not None and first.last.unit == "year" and first.edge == "end" and (
        _has_title(t, at, sentence) or before in ("перспективу", "перспективе")) and "конца" not in words[at:last.to]:  # fmt: skip
        return True
    if first.kind == "span" and words[at] == "за":
        return True
    whole_days = first.rule.endswith("span: from … to …") and first.last is not None and first.last.unit == "day"
    if first.kind == "span" and not whole_days and not _tells_when(t, first, at, sentence):
        return True
    if first.kind == "span" and words[at] == "на":
        return words[at + 1] not in ("протяжении",) and not (words[at + 1] == "период" and first.first is not None)
    if first.kind == "limit" and words[at] == "на":
        return True
    if first.kind == "span" and (before == "период" or before == "за"):
        return True
    if words[at] == "по" and first.kind == "limit" and before != "срок":
        return True
    if first.kind == "since" and words[at] != "начиная" and len(pieces) == 1:
        return True
    if (
        first.kind == "limit"
        and first.bare
        and (words[at] in ("в", "во") and first.last is not None and first.last.unit != "weekday")
    ):
        return True
    if words[at] == "к" and first.kind == "limit" and before in ("доступ", "дополнение", "изменения"):
        return True
    before_that = words[at - 2] if at > 1 else ""
    if (before == "срок" and before_that == "на") or (before == "чем" and before_that in ("ранее", "раньше")):
        return True
    if first.kind == "length" and first.length is not None and before in ("сроком", "последних"):
        return True
    whole = first.last is not None and first.last.unit != "day"
    if first.kind == "limit" and words[at] in ("к", "ко") and whole and _is_prepared_for(t, at, sentence):
        return True
    if first.kind == "ongoing" and after.endswith(_PARTICIPLES):
        return True
    if (
        first.kind == "event"
        and words[at] == "до"
        and words[at - 1 if at else 0].startswith(("довест", "доводит", "доведен"))
    ):
        return True
    return first.kind == "clock"


def _is_prepared_for(t: Tape, at: int, sentence: int) -> bool:
    """Tell whether something is made ready for that time: «готовность школ к новому учебному году»."""
    before = t.words[max(sentence, at - 8) : at]
    return any(word.startswith(("готов", "подготов")) and not is_verb(word) for word in before)


def _tells_when(t: Tape, piece: Piece, at: int, sentence: int) -> bool:
    """Tell whether a period stands where adverbs stand: beside the verb, first or last in its clause."""
    words = t.words
    if (
        is_verb(words[piece.to])
        or (at and is_verb(words[at - 1]))
        or at == sentence
        or words[at - 1] in (")", "(", ",")
    ):
        return True
    year_alone = piece.last is not None and piece.last.unit == "year"
    return not year_alone and words[piece.to] in ("", ".", ";", ",", ")")


def _is_prolonged(t: Tape, at: int, sentence: int) -> bool:
    """Tell whether the clause prolongs or moves something to that date: «продлить срок пункта 3.4 до 1 июня»."""
    for here in range(at - 1, max(sentence, at - 2 * _LOOK_BACK) - 1, -1):
        word = t.words[here]
        if word == ";":
            return False
        if word.startswith(PROLONGING):
            return True
    return False


def _has_title(t: Tape, at: int, sentence: int) -> bool:
    for here in range(at - 1, max(sentence, at - _LOOK_BACK) - 1, -1):
        if t.words[here] in (";", ","):
            return False
        if t.words[here].startswith(TITLES):
            return True
    return False


def is_lone_content(t: Tape, pieces: list[Piece], at: int, sentence: int) -> bool:
    """Tell whether it may well be content: a period without a limit, what stands in a participial clause."""
    first = pieces[0]
    whole_days = first.rule.endswith("span: from … to …") and first.last is not None and first.last.unit == "day"
    if first.kind == "event" or (first.kind == "span" and not whole_days):
        return True
    if first.kind in ("ongoing", "recurrence") and t.words[pieces[-1].to].endswith(_FINITE):
        return True
    if first.kind == "limit" and t.words[at] in ("к", "ко") and first.last is not None and first.last.unit != "day":
        return True
    return first.kind in ("span", "limit", "length", "since", "ongoing", "recurrence") and _in_participle(
        t, at, sentence
    )


def _in_participle(t: Tape, at: int, sentence: int) -> bool:
    """Tell whether a participle opens the clause: «, проведённых до 1 июня 2021 г.,»."""
    for here in range(at - 1, max(sentence, at - _LOOK_BACK) - 1, -1):
        word = t.words[here]
        if word in _CLAUSE_MARKS:
            following = t.words[here + 1]
            return word == "," and following.endswith(_PARTICIPLES) and following not in _NOT_PARTICIPLES
    return False
