"""Answers as they are kept beside their documents, and how two of them are compared."""

from __future__ import annotations

import json
import re
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

from protocol_cli import parse

OF_THE_FILE = {"name", "sha256"}  # of `source`: neither is said by the document
SPAN = re.compile(r'\{\s+"start": (\d+),\s+"end": (\d+),\s+"page": (\d+)\s+\}')
ABSENT = object()


@cache
def answer_of(document: Path) -> Any:
    """What is read from a document, as JSON: with its places, without its text and what only the file says."""
    return parse(document).model_dump(mode="json", by_alias=True, exclude={"text": True, "source": OF_THE_FILE})


def written(answer: Any) -> str:
    """The answer as it is kept: a value to a line, a place on one line."""
    text = json.dumps(answer, ensure_ascii=False, indent=1)
    return SPAN.sub(r'{"start": \1, "end": \2, "page": \3}', text) + "\n"


def differences(before: Any, after: Any, path: str = "") -> list[str]:
    """Where two answers differ: «protocols.0.number: "4" → "5"», a line each."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = [*before, *(name for name in after if name not in before)]
        pairs = [(name, before.get(name, ABSENT), after.get(name, ABSENT)) for name in names]
    elif isinstance(before, list) and isinstance(after, list):
        pairs = [(str(i), b, a) for i, (b, a) in enumerate(zip_longest(before, after, fillvalue=ABSENT))]
    else:
        return [] if before == after else [f"{path}: {_shown(before)} → {_shown(after)}"]
    return [line for name, b, a in pairs for line in differences(b, a, f"{path}.{name}".lstrip("."))]


def missing_facts(facts: Any, answer: Any, path: str = "") -> list[str]:
    """What a person found in a document and the answer lacks or has otherwise.

    Facts name only what was checked: a key they do not have is not compared. `null` and `[]` say that the document has no
    such thing. Words are compared: case, «ё» and punctuation do not count.
    """
    if isinstance(facts, dict) and isinstance(answer, dict):
        return [line for key, fact in facts.items() for line in missing_facts(fact, answer.get(key), f"{path}.{key}".lstrip("."))]
    if isinstance(facts, list) and isinstance(answer, list) and len(facts) == len(answer):
        pairs = zip(facts, answer, strict=True)
        return [line for i, (f, a) in enumerate(pairs) for line in missing_facts(f, a, f"{path}.{i}")]
    if _is_empty(facts) and _is_empty(answer):
        return []
    if isinstance(facts, (dict, list)) or isinstance(answer, (dict, list)) or _words(facts) != _words(answer):
        return [f"{path}: {_shown(facts)}, but read {_shown(answer)}"]
    return []


def _is_empty(value: Any) -> bool:
    return value is None or value in ([], {}, "")


def _words(value: Any) -> list[str]:
    if value is None or isinstance(value, bool):
        return [str(value)]
    return re.findall(r"\w+", str(value).casefold().replace("ё", "е"))


def _shown(value: Any) -> str:
    if value is ABSENT:
        return "–"
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 200 else text[:199] + "…"
