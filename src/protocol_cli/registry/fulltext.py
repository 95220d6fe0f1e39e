"""Search in the documents' texts, in any form of the words: «проверка» finds «проверками»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from protocol_cli.registry.conditions import Condition, days_condition, document_condition
from protocol_cli.registry.keys import ITEM_BITS
from protocol_cli.registry.rows import ListFilter, Record
from protocol_cli.registry.search import hits, stems

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

PHRASE = re.compile(r"[«\"“„]([^«»\"“”„]+)[»\"”“]")
AROUND = 160  # characters shown before the first hit and after the last near it
CHUNK = 200
PASSAGES = """
    SELECT p.document, p.part, p.place, p.page, p.text, p.stems, d.id, d.source, d.kind, d.number, d.date
    FROM {tables} JOIN documents AS d ON d.key = p.document
    WHERE {conditions} ORDER BY {key} DESC
"""


def search(database: Database, question: str, wanted: ListFilter) -> Iterator[Record]:
    """The passages that hold all words of the question, the latest documents first. Raises the driver's errors.

    Words in quotes must stand one after another. `kind` is a part of the document: «decision», «subject», «body» …
    """
    words = sorted(set(stems(question).split()))
    if not words:
        return
    phrases = [f" {stems(phrase)} " for phrase in PHRASE.findall(question)]
    # Which rows hold a phrase is seen only when they are here.
    rows = _passages(database, words, wanted, None if phrases else wanted.limit)
    found = (row for row in rows if all(phrase in f" {row[5]} " for phrase in phrases))
    sought = frozenset(words)
    for _, of_document in groupby(_limited(found, wanted.limit), key=lambda row: row[0]):
        # They come from the end of the document; people read from its beginning.
        for row in reversed(list(of_document)):
            yield _record(row, sought)


def _limited(rows: Iterator[Any], limit: int | None) -> Iterator[Any]:
    for number, row in enumerate(rows, start=1):
        if limit is not None and number > limit:
            return
        yield row


def _passages(database: Database, words: list[str], wanted: ListFilter, limit: int | None) -> Iterator[Any]:
    condition = Condition()
    if database.server:
        tables, key = "passages AS p", "p.key"
        condition.add("string_to_array(p.stems, ' ') @> string_to_array(?, ' ')", " ".join(words))
    else:
        tables, key = "words JOIN passages AS p ON p.key = words.rowid", "words.rowid"
        condition.add("words MATCH ?", " ".join(f'"{word}"' for word in words))
    days = days_condition("", wanted.after, wanted.before)
    # A key of a passage begins with that of its document.
    condition.terms += [f"{key}{term}" for term in days.terms]
    condition.values += [int(value or 0) << ITEM_BITS for value in days.values]
    condition.also(document_condition(database, "p.document", wanted.document))
    if wanted.kind:
        condition.add("p.part = ?", wanted.kind)
    statement = PASSAGES.format(tables=tables, conditions=condition.sql, key=key)
    if limit is not None:
        statement += f" LIMIT {int(limit)}"
    cursor = database.execute(statement, condition.values)
    while rows := cursor.fetchmany(CHUNK):
        yield from rows


def _record(row: Any, sought: frozenset[str]) -> Record:  # noqa: ANN401 - a row of either driver
    _, part, place, page, text, _, document, source, kind, number, date = row
    excerpt, marked = excerpt_of(text, hits(text, sought))
    return {
        "document": document,
        "source": source,
        "document_kind": kind,
        "document_number": number,
        "document_date": date,
        "part": part,
        "id": f"{document}:{place}" if place else None,
        "page": page,
        "text": excerpt,
        "hits": [list(span) for span in marked],
    }


def excerpt_of(text: str, spans: list[tuple[int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The piece of the text around its first hits, cut between words and marked «…» where cut; hits are in the piece."""
    if not spans or len(text) <= 2 * AROUND:
        return text, spans
    first = spans[0][0]
    begin = max(0, first - AROUND)
    end = min(len(text), first + 2 * AROUND)
    if begin:
        begin = text.find(" ", begin, first) + 1 or first
    if end < len(text):
        end = max(text.rfind(" ", spans[0][1], end), spans[0][1])
    before, after = "… " if begin else "", " …" if end < len(text) else ""
    shift = len(before) - begin
    inside = [(start + shift, stop + shift) for start, stop in spans if start >= begin and stop <= end]
    return f"{before}{text[begin:end].strip()}{after}", inside
