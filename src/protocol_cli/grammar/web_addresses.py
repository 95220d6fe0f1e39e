"""Web and e-mail addresses in a line: «https://fg.example.ru/», «www.example.ru», «example.рф», «uo@example.ru».

Brackets, quotes and the full stop of the sentence around an address are no part of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from protocol_cli.grammar.quotes import spans_between

_SCHEME = re.compile(r"(?:https?|ftp)://[^\s<>«»\"“”„|]+", re.IGNORECASE)
_ZONES = (
    "ru|рф|su|com|org|net|info|biz|edu|gov|pro|online|site|tech|club|moscow|tatar|дети|онлайн|сайт|"
    "орг|москва|рус|me|by|kz|uz|am|kg|eu|io"
)
_HOST = re.compile(
    rf"(?<![\w@./-])(?:www\.)?[a-zа-яё0-9](?:[a-zа-яё0-9-]{{0,62}}\.){{1,6}}(?:{_ZONES})(?![\w-]|"
    rf"\.\w)(?::\d{{2,5}})?(?:/[^\s<>«»\"“”„|]*)?",
    re.IGNORECASE,
)
_WWW = re.compile(r"(?<![\w@./-])www\.[^\s<>«»\"“”„|,;]{3,}", re.IGNORECASE)
_LOCAL = re.compile(r"[A-Za-z0-9._%+-]{1,64}$")
_DOMAIN = re.compile(r"[A-Za-zА-Яа-яЁё0-9](?:[A-Za-zА-Яа-яЁё0-9-]{0,62}\.){1,6}[A-Za-zА-Яа-яЁё]{2,12}")


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """An address as printed at `start:end`."""

    start: int
    end: int
    value: str


def find_emails(text: str) -> list[FoundAddress]:
    """Every e-mail address of a line, left to right."""
    found: list[FoundAddress] = []
    at = text.find("@")
    while at >= 0:
        local = _LOCAL.search(text[max(0, at - 64) : at])
        domain = _DOMAIN.match(text, at + 1)
        if local and domain:
            start = at - len(local[0].lstrip(".-"))
            found.append(FoundAddress(start, domain.end(), text[start : domain.end()]))
        at = text.find("@", at + 1)
    return found


def find_urls(text: str) -> list[FoundAddress]:
    """Every web address of a line, left to right: with its scheme, with «www.», or a bare host of a known zone."""
    spans: list[tuple[int, int]] = []
    for pattern in (_SCHEME, _WWW, _HOST):
        taken = sorted(spans)
        for match in pattern.finditer(text):
            start, end = match.start(), _trim(text, match.start(), match.end())
            if text[end : end + 1] == "@" or spans_between(taken, start, end):
                continue
            if pattern is _HOST and not _is_host(match[0]):
                continue
            spans.append((start, end))
    return [FoundAddress(a, b, text[a:b]) for a, b in sorted(spans)]


def _is_host(value: str) -> bool:
    """Tell «example.ru» and «школа5.рф» from «приказа.ru» of careless typing: a zone and its name have one alphabet."""
    host = value.split("/")[0].lower()
    name, _, zone = host.rpartition(".")
    latin = re.search(r"[a-z]", name) is not None
    cyrillic = re.search(r"[а-яё]", name) is not None
    if re.search(r"[а-яё]", zone):
        return not latin or name.startswith("www.")
    return latin and not cyrillic


def _trim(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1] in ".,;:!?'*…" or (text[end - 1] in ")]" and _unopened(text, start, end))):
        end -= 1
    return end


def _unopened(text: str, start: int, end: int) -> bool:
    close = text[end - 1]
    return text.count("(["[close == "]"], start, end) < text.count(close, start, end)
