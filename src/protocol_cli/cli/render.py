"""Drawing on the terminal: the only module that knows colours. Texts of documents are shown, never obeyed."""

from __future__ import annotations

import os
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from protocol_cli.cli.plain import plain

PAPER_WIDTH = 100  # where the width is not known: a pipe, a file
WIDEST = 120
PAPER_HEIGHT = 60

# What a thing is, and how it looks; the rest of the program names only what it is.
STYLES = {
    "frame": "cyan",
    "heading": "bold cyan",
    "label": "dim",
    "value": "none",
    "strong": "bold",
    "number": "bold cyan",
    "due": "bold yellow",
    "quiet": "dim",
    "warning": "yellow",
    "alarm": "bold red",
}


def console_for(stream: TextIO) -> Console:
    """A console on `stream`, as wide as the terminal but not wider than the eye follows."""
    return Console(
        file=stream,
        theme=Theme(STYLES),
        markup=False,
        highlight=False,
        emoji=False,
        width=min(_width_of(stream), WIDEST),
        height=PAPER_HEIGHT,  # without it rich asks the terminal, and takes a «dumb» one for 80 columns
    )


def _width_of(stream: TextIO) -> int:
    """COLUMNS, else the terminal's own width, which rich does not ask a «dumb» one for."""
    named = os.environ.get("COLUMNS", "")
    if named.isdecimal() and int(named):
        return int(named)
    try:
        return os.get_terminal_size(stream.fileno()).columns or PAPER_WIDTH
    except (OSError, ValueError):
        return PAPER_WIDTH


def words(text: object, style: str = "value") -> Text:
    """Text of a document: no markup in it is understood, no control character is left."""
    return Text(plain(str(text)), style=style)


def lines(*parts: Text | None) -> Text:
    """The parts that there are, each on a line of its own."""
    return Text("\n").join([part for part in parts if part is not None and part.plain])


def joined(*parts: Text | None, by: str = ", ") -> Text:
    """The parts that there are, in one line."""
    return Text(by).join([part for part in parts if part is not None and part.plain])


def panel(title: Text, subtitle: str, *content: RenderableType) -> Panel:
    """A frame with a title above and a quiet word below on the right."""
    from rich.console import Group

    title.stylize("heading")
    return Panel(
        Group(*content),
        title=title,
        title_align="left",
        subtitle=words(subtitle, "quiet") if subtitle else None,
        subtitle_align="right",
        border_style="frame",
        padding=(1, 2),
    )


def fields(rows: list[tuple[str, Text]]) -> Table:
    """Labels on the left, values on the right."""
    grid = Table.grid(padding=(0, 2), expand=True)
    grid.add_column(style="label", no_wrap=True, min_width=12)
    grid.add_column(ratio=1)
    for label, value in rows:
        grid.add_row(words(label, "label"), value)
    return grid


def columns(*headings: tuple[str, int | None], ratios: tuple[int | None, ...], header: bool = True) -> Table:
    """A table with a heading and a fixed width (None: by ratio) for each column, an empty line between rows."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_header=header, header_style="label", border_style="quiet", padding=(0, 1),
        leading=1, pad_edge=False,
    )  # fmt: skip
    for (heading, width), ratio in zip(headings, ratios, strict=True):
        table.add_column(words(heading), width=width, ratio=ratio, overflow="fold")
    return table
