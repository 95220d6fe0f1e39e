"""Answers of `protocol parse` for tests, as the JSON that a pipe carries."""

from __future__ import annotations

import hashlib


def decision(number: str, text: str, due: str | None, term: str, *names: str) -> dict[str, object]:
    place = {"start": 0, "end": 5, "page": 2}
    return {
        "span": place, "number": number, "text": text,
        "responsible": [
            {"text": name, "name": name, "role": "co" if order else "lead"} for order, name in enumerate(names)
        ],
        "deadline": {
            "span": place, "text": term, "kind": "date" if due else "ongoing", "due": due,
            "precision": "day" if due else None,
        },
    }  # fmt: skip


def document(*decisions: dict[str, object], name: str = "протокол.txt") -> dict[str, object]:
    """What `protocol parse` prints for a protocol with these decisions."""
    return {
        "schema_version": "1.0",
        "source": {"name": name, "format": "txt", "sha256": hashlib.sha256(name.encode()).hexdigest(), "pages": 2},
        "kind": "protocol",
        "protocols": [
            {"span": {"start": 0, "end": 5, "page": 1}, "number": "7", "date": "2021-04-16", "decisions": [*decisions]}
        ],
    }
