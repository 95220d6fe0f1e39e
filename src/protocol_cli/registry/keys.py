"""Keys of rows that say where a row stands: by the document's day, the document, and the place in it.

Rows in the order of their keys are in an order that does not depend on when they were saved, and a span of days is a
span of keys: no list needs to be sorted whole to show its first page.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import zlib

DOCUMENT_BITS = 25  # documents of one day; the days up to the year 9999 take 22
ITEM_BITS = 16  # rows of one kind in one document


def day_floor(day: dt.date | None) -> int:
    """The least key that a document of that day may have; one without a day comes first."""
    return (day.toordinal() if day else 0) << DOCUMENT_BITS


def document_key(day: str | None, sha256: str) -> int:
    """The key of a document by its day (ISO 8601) and content; another document may have taken it: then the next."""
    floor = day_floor(dt.date.fromisoformat(day) if day else None)
    return floor | (zlib.crc32(sha256.encode("utf-8", "replace")) & ((1 << DOCUMENT_BITS) - 1))


def item_key(document: int, position: int) -> int:
    """The key of the document's row number `position`, from 0. Raises OverflowError for the 65 537th."""
    if position >> ITEM_BITS:
        raise OverflowError(position)
    return document << ITEM_BITS | position


def name_key(identity: str) -> int:
    """The key of what is kept once, by all that tells it from others."""
    return int.from_bytes(hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=8).digest(), "big") >> 1


def day_of(document: int) -> str | None:
    """The day of a document with this key, ISO 8601."""
    ordinal = document >> DOCUMENT_BITS
    return dt.date.fromordinal(ordinal).isoformat() if ordinal else None
