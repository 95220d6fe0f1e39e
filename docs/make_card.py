"""Makes docs/card.svg: what `protocol parse samples/letter.pdf` shows on a terminal, as it is.

    python docs/make_card.py [FILE] [--to card.svg] [--lang ru] [--width 100]

The program is run on a terminal of its own and its colours are read back; nothing is drawn by hand.
"""

# ruff: noqa: INP001
# A script, not a package.

from __future__ import annotations

import argparse
import os
import re
import shlex
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text
from terminal import show

HERE = Path(__file__).resolve().parent
FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


def draw(shown: str, title: str, width: int) -> str:
    """Turn terminal output into an SVG image that loads nothing from the network."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=width, file=nowhere, force_terminal=True, color_system="truecolor")
        console.print(Text.from_ansi(shown.rstrip("\n")), soft_wrap=True)
        drawn = console.export_svg(title=title, unique_id="card")
    return FONT_FACE.sub("", drawn).replace("Fira Code, monospace", FONTS)


def main() -> None:
    """Draw the card of a file."""
    parser = argparse.ArgumentParser(description="Draws what `protocol parse FILE` shows on a terminal as SVG.")
    parser.add_argument("file", nargs="?", default="samples/letter.pdf")
    parser.add_argument("--to", type=Path, default=HERE / "card.svg")
    parser.add_argument("--lang", default="ru", choices=("ru", "en"))
    parser.add_argument("--width", type=int, default=100)
    options = parser.parse_args()
    shown, code = show(f"protocol parse --no-save {shlex.quote(options.file)}", options.width, options.lang)
    if code:
        sys.exit(f"protocol ended with exit code {code}")
    options.to.write_text(draw(shown, f"protocol parse {options.file}", options.width), encoding="utf-8")


if __name__ == "__main__":
    main()
