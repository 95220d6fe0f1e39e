"""What the reading says of itself: the notices' messages, in Russian (the documents' language)."""

from __future__ import annotations

_NOTICES: dict[str, str] = {
    "not-recognised": "документ не похож ни на письмо, ни на протокол",
    "seems-to-be": "документ не похож ни на письмо, ни на протокол: похоже, это {kind}",
    "page-without-text": "страница без текстового слоя: нужно распознавание",
}


def notice_message(code: str, **values: object) -> str:
    """The message of a notice by its code; an unknown code is its own message."""
    return _NOTICES.get(code, code).format(**values)
