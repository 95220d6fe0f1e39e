"""Makes samples/*.docx and samples/*.pdf from samples/*.txt and layout.toml.

    python samples/make.py [--docx-only] [--to FOLDER] [NAME …]

Word files are written by python-docx, PDF files are made from them by LibreOffice (`soffice` on the PATH) with
the fonts of fonts-liberation; ministry.pdf has its words hyphenated where hyphen-ru is installed. With the same
versions of these the files come out the same, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import re
import subprocess
import tempfile
import tomllib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from paper import Block
from styles import set_paper

HERE = Path(__file__).resolve().parent
MADE = 1_622_505_600  # 1 June 2021: the one moment at which all samples were made


def read_blocks(text: str, styles: list[list[str]]) -> list[Block]:
    """Takes a plain text and its styles in order, returns its blocks; a form feed opens a new page.

    Raises ValueError when a style's first line is not in the text after the one before it.
    """
    waiting = list(styles)
    blocks: list[Block] = []
    for page, sheet in enumerate(text.split("\f")):
        opens_page = page > 0
        for line in sheet.split("\n"):
            if waiting and line.startswith(waiting[0][1]):
                blocks.append(Block(style=waiting.pop(0)[0], new_page=opens_page))
                opens_page = False
            if not blocks:
                raise ValueError(f"no style for the line «{line}»")
            blocks[-1].add(line)
    if waiting:
        raise ValueError(f"no line begins with «{waiting[0][1]}»")
    return blocks


def write_docx(name: str, target: Path) -> None:
    """Writes samples/NAME.txt as a Word file."""
    layout = tomllib.loads((HERE / "layout.toml").read_text(encoding="utf-8"))[name]
    blocks = read_blocks((HERE / f"{name}.txt").read_text(encoding="utf-8"), layout["styles"])
    document = set_paper(blocks, size=layout["size"], hyphenation=layout.get("hyphenation", False), made=MADE)
    packed = io.BytesIO()
    document.save(packed)
    # Zip entries carry the time of writing: all of them get the same one.
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as repacked:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            fixed.compress_type = zipfile.ZIP_DEFLATED
            fixed.external_attr = 0o644 << 16
            repacked.writestr(fixed, source.read(entry))


def write_pdfs(papers: list[Path], folder: Path) -> None:
    """Has LibreOffice print Word files as PDF files into a folder. Raises CalledProcessError when it cannot."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            ["env", "TZ=UTC", "soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless",
             "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, papers)],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    for paper in papers:
        fix_moment(folder / f"{paper.stem}.pdf", paper.read_bytes())


def fix_moment(printed: Path, origin: bytes) -> None:
    """Gives a PDF file the samples' date and an identifier from what it was made of, both of the same length."""
    moment = datetime.fromtimestamp(MADE, UTC).strftime("D:%Y%m%d%H%M%SZ'").encode()
    identifier = hashlib.sha256(origin).hexdigest()[:32].upper().encode()
    content = re.sub(rb"D:\d{14}[-+Z][\d']*", moment, printed.read_bytes())
    content = re.sub(rb"(?<=<)[0-9A-F]{32}(?=>)|(?<=/DocChecksum /)[0-9A-F]{32}", identifier, content)
    printed.write_bytes(content)


def main() -> None:
    """Makes the samples named, or all of them."""
    parser = argparse.ArgumentParser(description="Makes the Word and PDF samples from the plain ones.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a sample's name without its suffix; all when none")
    parser.add_argument("--docx-only", action="store_true", help="no PDF files: LibreOffice is not needed")
    parser.add_argument("--to", type=Path, default=HERE, metavar="FOLDER", help="where to write; by default here")
    options = parser.parse_args()
    names = options.names or sorted(path.stem for path in HERE.glob("*.txt"))
    papers = [options.to / f"{name}.docx" for name in names]
    for name, paper in zip(names, papers, strict=True):
        write_docx(name, paper)
    if not options.docx_only:
        write_pdfs(papers, options.to)


if __name__ == "__main__":
    main()
