"""How far a phrase reaches: an event's noun phrase, up to a verb, a mark, a further term, an executor's dative."""

from __future__ import annotations

from functools import lru_cache

from protocol_cli.grammar.lexicon.events import CHANNELS_AFTER, STOPS, VERB_ENDINGS, VERB_EXCEPTIONS
from protocol_cli.grammar.lexicon.time import CARDINALS
from protocol_cli.grammar.lexicon.wordlist import words as wordset
from protocol_cli.grammar.stretches import part_of, stretch
from protocol_cli.grammar.tape import Tape
from protocol_cli.morphology import is_known, parses

_LONGEST = 40
_LISTING = wordset("следующие следующую следующий следующее")
_PREPOSITIONS = wordset("в во на с со к ко по о об от для из за при над под между через у без до и или")


def limit_prefix(t: Tape, at: int) -> tuple[str, int] | None:
    """Read what makes a day the last, «до», «к», «не позднее»: "until", "by" or "not_later", and the next index."""
    words = t.words
    word = words[at]
    if word == "до":
        return "until", at + 1
    if word in ("к", "ко"):
        return "by", at + 1
    if word == "по":
        return "not_later", at + 1
    if word == "не" and words[at + 1] in ("позднее", "позже", "поздней", "далее"):
        after = at + 2
        if words[after] == "," and words[after + 1] == "чем":
            after += 1
        if words[after] == "чем":
            after += 1
        if words[after] in ("до", "к", "по") and words[after + 1] != "момента":
            after += 1
        return "not_later", after
    return None


def is_verb(word: str) -> bool:
    """Tell whether a word is an infinitive or a third person, by its ending: «уведомить», «осуществляет», «внести»."""
    return len(word) > 3 and word.endswith(VERB_ENDINGS) and word not in VERB_EXCEPTIONS


def phrase_end(t: Tape, at: int) -> int:
    """Return the index after the last word of the event that begins at that word."""
    words = t.words
    here = at
    last = min(t.size, at + _LONGEST)
    depth = 0
    quoted = False
    while here < last:
        word = words[here]
        if word == '"':
            quoted = t.raw(here) in "«„"
        if quoted and word != "(":
            pass  # «после утверждения программы «Сельский туризм»»
        elif word == "(":
            if words[here + 1] in STOPS or not t.wide:
                break
            depth += 1
        elif word == ")":
            if not depth:
                break
            depth -= 1
        elif (
            word in ";:"
            or (word == "." and not _is_abbreviation(t, here))
            or (word in ("-", ",") and not t.tight(here + 1) and _breaks_at_mark(t, here))
            or (here > at + 1 and _breaks_at_word(t, here))
        ):
            break
        here += 1
    while here > at and words[here - 1] in (",", "-", ".", "и", "("):
        if words[here - 1] == "." and words[here - 2] in ("г", "гг", "р"):
            break
        here -= 1
    return here


def _is_abbreviation(t: Tape, at: int) -> bool:
    """Tell whether the dot belongs to a short word inside the phrase: «г.», «п. 2», «ст. 5»."""
    word = t.words[at - 1]
    return t.tight(at) and len(word) <= 3 and (bool(t.words[at + 1]) or word in ("г", "гг")) and word.isalpha()


def _breaks_at_mark(t: Tape, at: int) -> bool:
    following = t.words[at + 1]
    if t.words[at] == "-":
        if following in ("до", "не"):
            return True
        return following in STOPS or following in ("ежеквартально", "ежемесячно", "ежегодно") or not t.wide
    if following in STOPS or following in ("не", "а"):
        return True
    return not t.wide and not following.startswith(("установленн", "предусмотренн", "указанн", "утвержденн"))


def _breaks_at_word(t: Tape, at: int) -> bool:
    words = t.words
    word = words[at]
    if word == "далее":
        return True
    if word in ("до", "не") and (prefix := limit_prefix(t, at)) is not None:
        if part_of(t, prefix[1]) is not None or stretch(t, prefix[1]) is not None:
            return True
    if t.wide:
        counted = words[at + 2].isdecimal() or words[at + 2] in CARDINALS
        return word == "в" and words[at + 1] in ("течение", "течении") and counted
    if word in ("и", "или", "а", "но"):
        return is_verb(words[at + 1])
    if word in _LISTING and words[at - 1] not in _PREPOSITIONS:
        return True  # «с даты направления запроса ¦следующие документы»
    if words[at + 1] in CHANNELS_AFTER.get(word, ()):
        return True  # «после завершения мероприятия ¦на адрес …»: where it is sent
    if words[at - 1] in _PREPOSITIONS:
        return False
    if is_verb(word):
        return True
    if here_is_object(t, at):
        return True
    plural_dative = len(word) > 4 and word.endswith(("ам", "ям")) and "по" not in words[at - 3 : at]
    return plural_dative or (word in ("просим", "прошу", "необходимо", "следует", "вправе", "обязан"))


def here_is_object(t: Tape, at: int) -> bool:
    """«до открытия навигации ¦расстановку знаков»: a noun that can only be what is done, never part of the event's name."""
    word = t.words[at]
    if len(word) < _SHORTEST_NOUN or not word.isalpha() or t.raw(at)[:1].isupper():
        return False
    if t.words[at - 1] not in _PREPOSITIONS and t.words[at - 2] in _PREPOSITIONS:
        return False  # «с момента поступления в банк»: the noun may go with the preposition before
    return _only_accusative(word)


_SHORTEST_NOUN = 4


@lru_cache(maxsize=2048)
def _only_accusative(word: str) -> bool:
    if not is_known(word):
        return False
    tags = [str(reading.tag) for reading in parses(word)]
    return all(tag.startswith("NOUN,inan") and (" sing,accs" in tag or "sing,nomn" in tag) for tag in tags)


def set_phrase(t: Tape, at: int, table: dict[tuple[str, str], tuple[list[str], ...]]) -> int:
    """Return the index after a phrase of the table that stands at that word, 0 when none does."""
    words = t.words
    for key in ((words[at], words[at + 1]), (words[at], "")):
        for phrase in table.get(key, ()):
            if words[at : at + len(phrase)] == phrase:
                return at + len(phrase)
    return 0
