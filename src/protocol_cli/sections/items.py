"""Items of a list of decisions or requests: what is numbered, lettered or bulleted, with its labels and its children."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from protocol_cli.grammar.organisations import dative_executors
from protocol_cli.grammar.verbs import starts_with_infinitive
from protocol_cli.layout.numbering import Mark, MarkKind, read_mark
from protocol_cli.layout.paragraphs import paragraphs
from protocol_cli.layout.passage import Passage, join
from protocol_cli.layout.text_rows import TextRow
from protocol_cli.layout.wrapping import Wrap
from protocol_cli.sections.labels import Tail, bare_line, opens_label, opens_name, split_labels
from protocol_cli.sections.votes import VOTE_SENTENCE


@dataclass(slots=True)
class Item:
    """One item: `mark` (None for a paragraph without one), `body` its paragraphs, `tails` what its labels say."""

    mark: Mark | None
    body: list[Passage] = field(default_factory=list)
    tails: list[Tail] = field(default_factory=list)
    votes: list[Passage] = field(default_factory=list)
    children: list[Item] = field(default_factory=list)
    parent: Item | None = None
    whole: list[Passage] = field(default_factory=list)
    printed: Passage | None = None  # the mark as printed
    closed: bool = False  # labels in lines of their own have said who and by when

    @property
    def text(self) -> Passage:
        """The body as one passage."""
        return join(self.body)

    @property
    def number(self) -> str | None:
        """The number as the document gives it, a lettered item with its parent's before it; None for a bullet."""
        if self.mark is None or not self.mark.number:
            return None
        above = self.parent
        while above is not None and (above.mark is None or not above.mark.number):
            above = above.parent
        if above is None or above.number is None:
            return self.mark.number
        if self.mark.kind is MarkKind.LETTER or (self.mark.kind is MarkKind.ARABIC and self.mark.depth == 1):
            return f"{above.number}.{self.mark.number}"
        return self.mark.number

    def walk(self) -> Iterator[Item]:
        """The item and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def begins_item(text: str) -> bool:
    """Whether a line begins an item, a label or a vote, and so never goes on with the line above."""
    return opens_label(text) or opens_name(text) or bool(VOTE_SENTENCE.match(text))


def read_items(rows: Sequence[TextRow], wrap: Wrap, *, skip: int = 0) -> list[Item]:
    """The rows as a forest of items; `skip` characters of the first paragraph (a section's label) are left out."""
    roots: list[Item] = []
    stack: list[Item] = []
    for i, paragraph in enumerate(paragraphs(rows, wrap, begins_item)):
        passage = paragraph.passage
        if i == 0 and skip:
            passage = passage[skip:].strip(" ")
        if not passage:
            continue
        if stack and paragraph.rows[0].row.blank_before and _stands_apart(passage.text, stack[-1]):
            continue
        for piece in inline_items(passage):
            _place(piece, roots, stack)
    return roots


def _stands_apart(text: str, above: Item) -> bool:
    """«След. совещание 10 июля», «Встреча с жителями»: a line set apart under an item whose labels closed it, no instruction."""
    closed = above.closed and above.mark is not None
    if not closed or read_mark(text) is not None or begins_item(text):
        return False
    executors, _ = dative_executors(text)
    return not (executors or starts_with_infinitive(text) or text.rstrip().endswith(":"))


_INLINE = re.compile(r"(?<=[:;.]) (?=(\d{1,2})[.)] ?[А-ЯЁа-яё])")


def inline_items(passage: Passage) -> list[Passage]:
    """«РЕШИЛИ: 1. Утвердить …; 2. Поручить …» in one paragraph: parted where the numbers count on."""
    mark = read_mark(passage.text)
    if mark is None or mark.kind is not MarkKind.ARABIC or mark.depth != 1:
        return [passage]
    cuts: list[int] = []
    expected = mark.values[0] + 1
    for found in _INLINE.finditer(passage.text):
        if int(found[1]) == expected and passage.text[found.end() + len(found[1])] == mark.closing[:1]:
            cuts.append(found.end())
            expected += 1
    if not cuts:
        return [passage]
    edges = [0, *cuts, len(passage)]
    return [passage[a:b].strip() for a, b in itertools.pairwise(edges)]


def _place(passage: Passage, roots: list[Item], stack: list[Item]) -> None:
    mark = read_mark(passage.text)
    if mark is not None and mark.kind is MarkKind.ARABIC and mark.values[0] > 400:
        mark = None
    if mark is not None and mark.kind is MarkKind.BULLET and stack and opens_label(passage.text[mark.length :]):
        passage, mark = passage[mark.length :], None
    if mark is None and stack and (bare := bare_line(passage)):
        stack[-1].tails.extend(bare)
        stack[-1].closed = True
        stack[-1].whole.append(passage)
        return
    if mark is None and stack and opens_label(passage.text):
        _, tails = split_labels(passage)
        stack[-1].tails.extend(tails)
        stack[-1].closed = True
        stack[-1].whole.append(passage)
        return
    if mark is None and stack and VOTE_SENTENCE.match(passage.text):
        stack[-1].votes.append(passage)
        return
    if mark is None and stack and _begins_anew(passage.text, stack[-1]):
        stack.clear()
    if mark is None and stack and _leads_anew(passage.text, stack[-1]):
        stack.clear()
    if mark is None and stack:
        _extend(stack[-1], passage)
        return
    item = Item(mark, printed=passage[: mark.length].strip() if mark else None)
    body = passage[mark.length :].strip() if mark else passage
    _extend(item, body)
    if mark is not None:
        item.whole[0] = passage
    while stack and not _under(item, stack[-1]):
        stack.pop()
    if stack:
        item.parent = stack[-1]
        stack[-1].children.append(item)
    else:
        roots.append(item)
    stack.append(item)


def _begins_anew(text: str, above: Item) -> bool:
    """«Рекомендовать … .» / «Депутатам направить … .»: paragraphs without marks, each an instruction of its own."""
    if above.mark is not None or above.parent is not None or not text[:1].isupper():
        return False
    if not above.text.text.rstrip().endswith((".", ";")) or VOTE_SENTENCE.match(text):
        return False
    executors, end = dative_executors(text)
    return starts_with_infinitive(text) or (bool(executors) and end < len(text) - 10) or bool(_NOTED.search(text))


_NOTED = re.compile(r"принять к сведению\.?$")


def _leads_anew(text: str, above: Item) -> bool:
    """«Администрациям поселений:» under finished items of another lead: those addressed change, the numbers count on."""
    if not text.endswith(":") or len(text) > _LONGEST_LEAD or above.parent is None or above.mark is None:
        return False
    if above.parent.mark is not None or not above.text.text.rstrip().endswith((".", ";", ")")):
        return False
    return bool(dative_executors(text.rstrip(":"))[0])


_LONGEST_LEAD = 200
_VOTE_TAIL = re.compile(
    r"(?<=[.;)»а-яё]) ?(?=\(?(?:Голосование ?[:–—-]|(?:Про)?[Гг]олосовал[иао]? ?[:–—-]|Голосовали единогласно|"
    r"Решение принято|Принято единогласно|Результаты голосования))"
)


def _extend(item: Item, passage: Passage) -> None:
    item.whole.append(passage)
    head, tails = split_labels(passage)
    if vote := _VOTE_TAIL.search(head.text):
        item.votes.append(head[vote.end() :])
        head = head[: vote.start()]
    if head.strip(" .,;"):
        item.body.append(head)
    item.tails.extend(tails)


def _under(item: Item, above: Item) -> bool:
    """Whether an item belongs under another, by their marks."""
    a, b = above.mark, item.mark
    if b is None:
        return False
    if a is None:
        return (above.text.text.rstrip().endswith(":") and not above.children) or bool(above.children)
    if b.kind is MarkKind.BULLET:
        return a.kind is not MarkKind.BULLET
    if a.kind is MarkKind.BULLET:
        return False
    if b.kind is MarkKind.LETTER:
        return a.kind is not MarkKind.LETTER
    if a.kind is MarkKind.LETTER:
        # «1)» under «а)» only where it starts to count and the letter announces a list
        return b.kind is MarkKind.ARABIC and b.closing != "." and b.values == (1,) and above.text.text.endswith(":")
    if a.kind is MarkKind.ROMAN:
        return b.kind is MarkKind.ARABIC
    if b.kind is MarkKind.ROMAN:
        return False
    if b.depth > a.depth and b.values[: a.depth] == a.values:
        return True
    if b.depth == a.depth == 1 and b.closing != a.closing and a.closing == ".":
        return b.values == (1,) or bool(above.children)
    return False
