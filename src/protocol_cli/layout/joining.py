"""Lines to one passage: words and addresses cut at a line's end made whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from protocol_cli.layout.passage import EMPTY, Passage, concatenate, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.morphology import is_known

HYPHENS = ("-", "‐", "¬")
HYPHEN_END = re.compile(r"([А-Яа-яЁё]+)[-‐¬]$")
_URL_SIGNS = tuple("-/_.?&=")
_URL_END = re.compile(r"(?:https?://|www\.|@)\S*[-/_.?&=]$")
_WORD_HEAD = re.compile(r"[А-Яа-яЁё]+")
_ADDRESS_HEAD = re.compile(r"[\w./-]")
_WORD_END = re.compile(r"[А-Яа-яЁё]{3,}$")
_NUMBER_END = re.compile(r"\d[-–]$")
_INDEX_HEAD = re.compile(r"[а-яё]{1,3}(?![а-яё])")  # «№ 512-» / «п»
_LINKING_END = re.compile(
    r"(?:ско|ико|но|во|ло|ко|ро|жо|це|его|ие|ых|го|бо|вице|экс|обер|штаб|унтер|веб|онлайн|интернет|бизнес|пресс|медиа|видео|аудио|мини|сан|юго|северо|стат?с)$",
    re.IGNORECASE,
)


def join_lines(passages: Sequence[Passage]) -> Passage:
    """The lines as one passage: line-end hyphens taken out where they only part a word.

    «обеспе-» + «чить» is «обеспечить»; «фельдшерско-» + «акушерского» and «Санкт-» + «Петербург» keep theirs.
    """
    if len(passages) == 1:
        return passages[0]
    words: list[list[Passage]] = []
    tail = ""
    for passage in passages:
        if not words or not (glue := _glue(tail, passage.text)):
            words.append([passage])
            tail = passage.text[-_TAIL:]
            continue
        if glue == "hyphen out":
            words[-1][-1] = words[-1][-1][:-1]
        words[-1].append(passage)
        tail = (tail + passage.text)[-_TAIL:]
    return join(concatenate(pieces) for pieces in words)


def join_cell(lines: Sequence[TextRow]) -> Passage:
    """The lines of a table's cell as one passage: a word cut at the edge of a narrow cell, with no hyphen, is made whole."""
    passages: list[Passage] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and not line.row.paragraph and _cut_off(before.text, line.text):
            passages[-1] = concatenate([passages[-1], line.passage])
        else:
            passages.append(line.passage)
    return join_lines(passages) if passages else EMPTY


def _cut_off(before: str, after: str) -> bool:
    """«проектирова» / «ния»: one of the two is no word by itself, together they are."""
    head, tail = _WORD_END.search(before), _WORD_HEAD.match(after)
    if head is None or tail is None or not tail[0].islower():
        return False
    return not (is_known(head[0]) and is_known(tail[0])) and is_known(head[0] + tail[0])


# A word or an address broken over the line end is judged by its last part; nothing longer is one word.
_TAIL = 200


def breaks_a_word(before: str, after: str) -> bool:
    """Whether a word or an address that ends the line `before` goes on at the head of `after`."""
    return bool(_glue(before[-_TAIL:], after))


def _glue(before: str, after: str) -> str:
    """How the line `after` goes on the word that ends `before`: "" with a space, "glued", or "hyphen out"."""
    if before[-1:] in _URL_SIGNS and _URL_END.search(before) and _ADDRESS_HEAD.match(after) and not (before.endswith(".") and after[:1].isupper()):
        return "glued"
    if before[-1:] in HYPHENS and (end := HYPHEN_END.search(before)) and (head := _WORD_HEAD.match(after)):
        return "hyphen out" if _parts_a_word(end[1], head[0]) else "glued"
    if _NUMBER_END.search(before) and (after[:1].isdigit() or _INDEX_HEAD.match(after)):
        return "glued"
    return "glued" if before.endswith(("/", "@", "_")) and _ADDRESS_HEAD.match(after) else ""


def _parts_a_word(first: str, second: str) -> bool:
    if second[0].isupper() and not first.isupper():
        return False
    whole = first + second
    if is_known(f"{first}-{second}"):
        return False
    if is_known(whole):
        return True
    return not (
        is_known(second) and len(second) > 2 and len(first) > 2 and (is_known(first) or _LINKING_END.search(first))
    )


def one_passage(rows: Iterable[TextRow]) -> Passage:
    """All the rows as one passage, whatever the line breaks say."""
    lines = [r.passage for r in rows]
    return join_lines(lines) if lines else EMPTY
