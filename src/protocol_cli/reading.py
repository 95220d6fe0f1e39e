"""Reading: a file, bytes or a text to a Document. The library's face of the reading wing.

source → layout → outline → sections → document
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from pathlib import Path

from protocol_cli.grammar.abbreviations import find_abbreviations
from protocol_cli.grammar.contacts import find_links
from protocol_cli.grammar.genitive import genitive_phrase
from protocol_cli.grammar.references import ReferenceMention, find_references, unique_references
from protocol_cli.layout.drawn_tables import draw_tables
from protocol_cli.layout.page import lay_out
from protocol_cli.layout.paragraphs import Paragraph, paragraphs
from protocol_cli.layout.passage import Passage
from protocol_cli.layout.wrapping import wrapping
from protocol_cli.models import (
    Abbreviation,
    Assignment,
    Document,
    DocumentKind,
    Letter,
    Notice,
    Protocol,
    Reference,
    SourceInfo,
    Span,
)
from protocol_cli.outline.parts import Outline, PartKind, outline
from protocol_cli.outline.section import Section as S
from protocol_cli.readers import read_bytes, read_path, read_text
from protocol_cli.readers.source import Source
from protocol_cli.sections.letter import read_letter
from protocol_cli.sections.paper import Paper
from protocol_cli.sections.protocol import read_protocol
from protocol_cli.wording import notice_message


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with how it was read: the outline, and what each rule took (for `explain`)."""

    document: Document
    outline: Outline
    taken: tuple[tuple[str, Span], ...]


def parse(source: str | Path | bytes, *, name: str | None = None, with_text: bool = False) -> Document:
    """Read a letter or a protocol.

    `source` is a file (Path), its bytes, or a text (str); `name` is the file name to be told in the answer.
    Raises `readers.errors.ReadError` when the file gives no document; a document that is no letter or protocol does not
    raise: its kind is "other" and a notice says what it seems to be.
    """
    return read(source, name=name, with_text=with_text).document


def read(source: str | Path | bytes, *, name: str | None = None, with_text: bool = False) -> Reading:
    """As `parse`, with the outline and the rules that took part."""
    if isinstance(source, Path):
        found = read_path(source)
    elif isinstance(source, bytes):
        found = read_bytes(source, name or "-")
    else:
        found = read_text(source, name or "-")
    return read_source(found, name=name, with_text=with_text)


# Sections that name no other document: the head's own date and number are not a reference.
_OWN = frozenset(
    {S.LETTERHEAD, S.REGISTRATION, S.MARK, S.ADDRESSEES, S.TITLE, S.PARTICULARS, S.APPROVAL, S.ORGAN, S.STAMP}
)


def read_source(source: Source, *, name: str | None = None, with_text: bool = False) -> Reading:
    """The document of a source that was read."""
    layout = draw_tables(lay_out(source))
    found = outline(layout)
    paper = Paper(layout, wrapping(found.rows))
    letter: Letter | None = None
    for part in found.parts:
        if part.kind is PartKind.LETTER:
            letter = letter or read_letter(paper, part)
    kinds = (PartKind.PROTOCOL, PartKind.ASSIGNMENTS)
    protocols = [read_protocol(paper, part) for part in found.parts if part.kind in kinds]
    blocks = _blocks(found, paper)
    abbreviations = _abbreviations(paper, [b for _, b in blocks])
    kind = _kind(found)
    if kind is DocumentKind.OTHER:
        _say_other(paper, found)
    opened = _Opened(abbreviations)
    document = Document(
        source=SourceInfo(
            name=name or source.name,
            format=source.format,
            sha256=source.sha256,
            pages=len(source.pages) if source.paged else None,
            ocr=source.ocr,
        ),
        kind=kind,
        letter=opened.letter(letter) if letter else None,
        protocols=tuple(opened.protocol(p) for p in protocols),
        abbreviations=tuple(abbreviations),
        references=tuple(_references(paper, blocks, letter, protocols)),
        links=tuple(_links(blocks)),
        notices=tuple(sorted(paper.notices, key=lambda n: n.span.start)),
        text=layout.text if with_text else None,
    )
    return Reading(document, found, tuple(paper.taken))


def _kind(found: Outline) -> DocumentKind:
    kinds = [p.kind for p in found.parts]
    for kind in (PartKind.LETTER, PartKind.PROTOCOL, PartKind.ASSIGNMENTS):
        if kind in kinds:
            return DocumentKind(kind.value)
    return DocumentKind.OTHER


def _say_other(paper: Paper, found: Outline) -> None:
    if not found.rows:
        paper.notices.append(
            Notice(code="not-recognised", message=notice_message("not-recognised"), span=Span(start=0, end=0, page=1))
        )
        return
    message = notice_message("seems-to-be", kind=found.seems) if found.seems else notice_message("not-recognised")
    paper.notice("seems-to-be" if found.seems else "not-recognised", message, found.rows[0].passage)


def _blocks(found: Outline, paper: Paper) -> list[tuple[S, Paragraph]]:
    """The document's paragraphs with their sections."""
    out: list[tuple[S, Paragraph]] = []
    for part in found.parts:
        for run in part.runs:
            out.extend((run.section, p) for p in paragraphs(run.rows, paper.wrap))
    # what is neither letter nor protocol (a programme that a letter carries) names other documents too
    placed = {row.index for part in found.parts for row in part.rows}
    out.extend((S.BODY, p) for p in paragraphs([r for r in found.rows if r.index not in placed], paper.wrap))
    return sorted(out, key=lambda block: block[1].passage.start)


def _abbreviations(paper: Paper, blocks: list[Paragraph]) -> list[Abbreviation]:
    out: list[Abbreviation] = []
    for block in blocks:
        for item in find_abbreviations(block.text):
            place = block.passage[item.start : item.end]
            out.append(Abbreviation(short=item.short, full=item.full, span=paper.span(place)))
    return out


_PROSE = 80  # characters: particulars that are longer tell of the meeting in sentences


def _references(
    paper: Paper, blocks: list[tuple[S, Paragraph]], letter: Letter | None, protocols: list[Protocol]
) -> list[Reference]:
    mentions: list[_Placed] = []
    for section, block in blocks:
        if section in _OWN and not (section is S.PARTICULARS and len(block.text) > _PROSE):
            continue
        mentions.extend(
            _Placed(**{f.name: getattr(m, f.name) for f in fields(m)}, place=block.passage[m.start : m.end])
            for m in find_references(block.text)
        )
    own = [(letter.number, letter.date)] if letter else [(p.number, p.date) for p in protocols]
    return [
        Reference(
            kind=m.kind,
            issuer=m.issuer,
            date=m.date,
            number=m.number,
            title=m.title,
            text=m.place.text,
            span=paper.span(m.place),
        )
        for m in unique_references(mentions, own)
        if isinstance(m, _Placed)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed(ReferenceMention):
    """A mention with its place in the document."""

    place: Passage


def _links(blocks: list[tuple[S, Paragraph]]) -> list[str]:
    out: list[str] = []
    for section, block in blocks:
        if section in (S.LETTERHEAD, S.EXECUTOR, S.CONTACT):
            continue
        for link in find_links(block.text):
            if link.value not in out:
                out.append(link.value)
    return out


# «директора ПОО»: after a noun an abbreviation stands in the genitive
_ACRONYM_INSIDE = re.compile(r"(?<=[а-яё] )[А-ЯЁA-Z]{2,}(?![\w-])")


class _Opened:
    """Fills `full_name` of those responsible with the document's own abbreviations."""

    def __init__(self, abbreviations: list[Abbreviation]) -> None:
        self._full = {_bare(a.short): a.full for a in abbreviations}
        self._inside = {a.short: a.full for a in abbreviations if a.full}

    def assignment(self, found: Assignment) -> Assignment:
        """The assignment with the names of those responsible opened."""
        if not self._full or not found.responsible:
            return found
        opened = tuple(
            r.model_copy(update={"full_name": full})
            if (full := self._full.get(_bare(r.name)) or self._opened_inside(r.name)) and _bare(full) != _bare(r.name)
            else r
            for r in found.responsible
        )
        return found if opened == found.responsible else found.model_copy(update={"responsible": opened})

    def _opened_inside(self, name: str) -> str | None:
        found = next((m for m in _ACRONYM_INSIDE.finditer(name) if m[0] in self._inside), None)
        bent = genitive_phrase(self._inside[found[0]]) if found else None
        return name[: found.start()] + bent + name[found.end() :] if found and bent else None

    def letter(self, letter: Letter) -> Letter:
        """The letter with its requests opened."""
        return letter.model_copy(update={"requests": tuple(self.assignment(a) for a in letter.requests)})

    def protocol(self, protocol: Protocol) -> Protocol:
        """The protocol with its decisions opened."""
        return protocol.model_copy(update={"decisions": tuple(self.assignment(a) for a in protocol.decisions)})


def _bare(text: str) -> str:
    return re.sub(r"[\s«»\"„“]+", " ", text).strip().casefold().replace("ё", "е")
