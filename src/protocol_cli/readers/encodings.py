"""Which encoding a text is in: byte order marks, the shape of UTF-16, then how Russian each reading looks."""

from __future__ import annotations

import codecs

from protocol_cli.readers.letters import russian_score

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16 LE: stands before it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# In the order of preference when two score the same.
SINGLE_BYTE = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
SAMPLE = 20_000
CONTROLS = bytes(range(9)) + bytes(range(14, 26)) + bytes(range(27, 32)) + b"\x7f"
# UTF-16 of Russian and ASCII text has these in the high bytes: ASCII, Cyrillic, dashes and quotes, №, frames.
HIGH_BYTES = bytes((0x00, 0x04, 0x20, 0x21, 0x25))
MOST_GARBAGE = 0.01
MOST_DAMAGE = 0.05
LEAST_RUSSIAN = 0.0


def decode(data: bytes) -> str | None:
    """The text of `data`, or None when no reading makes it a text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _clean(data.decode(encoding, "replace"))
    wide = _utf16(data)
    if wide:
        return _clean(data.decode(wide, "replace"))
    if len(data.translate(None, CONTROLS)) < len(data) * (1 - MOST_GARBAGE):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    return _damaged_utf8(data) or _single_byte(data)


def _clean(text: str) -> str | None:
    garbage = sum(1 for char in text[:SAMPLE] if (char < " " and char not in "\t\n\r\f\v\x1a") or char == "\ufffd")
    return text if garbage <= len(text[:SAMPLE]) * MOST_GARBAGE else None


def _utf16(data: bytes) -> str | None:
    sample = data[: SAMPLE - SAMPLE % 2]
    half = len(sample) // 2
    # Every Cyrillic letter has a byte 4, which no other encoding of a text has.
    if not half or not (b"\x00" in sample or b"\x04" in sample):
        return None
    even, odd = sample[0 : half * 2 : 2], sample[1 : half * 2 : 2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        others = len(high.translate(None, HIGH_BYTES))
        if others <= half * MOST_DAMAGE and len(low.translate(None, b"\x00")) >= half * (1 - MOST_DAMAGE):
            return encoding
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes: a file cut in the middle of a letter, or glued from two."""
    text = data.decode("utf-8", "replace")
    foreign = sum(1 for char in text[:SAMPLE] if char > "\x7f")
    broken = text[:SAMPLE].count("\ufffd")
    return text if broken <= max(1, foreign * MOST_DAMAGE) and foreign > 2 * broken else None


def _single_byte(data: bytes) -> str | None:
    sample = data[:SAMPLE]
    scores = [(russian_score(sample.decode(encoding, "replace")), encoding) for encoding in SINGLE_BYTE]
    best, encoding = max(scores, key=lambda pair: pair[0])
    if best >= LEAST_RUSSIAN:
        return data.decode(encoding, "replace")
    from charset_normalizer import from_bytes

    guess = from_bytes(sample).best()
    return data.decode(guess.encoding, "replace") if guess is not None else None
