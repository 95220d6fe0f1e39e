"""Content lines of RFC 5545: escaping (3.3.11) and folding (3.1)."""

from __future__ import annotations

from protocol_cli.export.safe import plain

WIDEST = 75  # octets without the line end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escaped(text: object) -> str:
    """The text as a value of type TEXT: semicolons, commas and line ends get a backslash."""
    return plain(text).replace("\t", " ").translate(_ESCAPES)


def content_line(line: str) -> str:
    """The line with its CRLF, folded so that no piece is longer than 75 octets and no letter is cut."""
    if len(line.encode()) <= WIDEST:
        return line + "\r\n"
    pieces: list[str] = []
    begin, octets, room = 0, 0, WIDEST
    for at, sign in enumerate(line):
        size = 1 if sign < "\x80" else len(sign.encode())
        if octets + size > room:
            pieces.append(line[begin:at])
            begin, octets, room = at, 0, WIDEST - 1  # the space that continues a line counts
        octets += size
    pieces.append(line[begin:])
    return "\r\n ".join(pieces) + "\r\n"
