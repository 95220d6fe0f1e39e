"""Content lines of RFC 5545: escaping (3.3.11) and folding (3.1)."""

from __future__ import annotations

from protocol_cli.export.safe import plain

WIDEST = 75  # octets without the line end
CONTINUES_MASK, CONTINUES = 0xC0, 0x80  # a UTF-8 octet that is not the first of its letter
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escaped(text: object) -> str:
    """The text as a value of type TEXT: semicolons, commas and line ends get a backslash."""
    return plain(text).replace("\t", " ").translate(_ESCAPES)


def content_line(line: str) -> str:
    """The line with its CRLF, folded so that no piece is longer than 75 octets and no letter is cut."""
    octets = line.encode()
    if len(octets) <= WIDEST:
        return line + "\r\n"
    pieces: list[bytes] = []
    begin, room = 0, WIDEST
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & CONTINUES_MASK == CONTINUES:
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, WIDEST - 1  # the space that continues a line counts
    pieces.append(octets[begin:])
    return b"\r\n ".join(pieces).decode() + "\r\n"
