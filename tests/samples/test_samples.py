"""The samples: each text has its Word and PDF file, made by samples/make.py, and all three say the same."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.txt"))
WORD = re.compile(r"[^\W\d_]{2,}|\d{2,}")


SCHEMA = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs_of_docx(path: Path) -> list[tuple[str, str | None]]:
    """Paragraphs of the document itself, without headers: text without list numbers, and the list's level."""
    with zipfile.ZipFile(path) as packed:
        body = etree.fromstring(packed.read("word/document.xml"))
    found: list[tuple[str, str | None]] = []
    for paragraph in body.iter(f"{SCHEMA}p"):
        level = paragraph.find(f".//{SCHEMA}ilvl")
        text = "".join(part.text or "\t" for part in paragraph.iter(f"{SCHEMA}t", f"{SCHEMA}tab"))
        found.append((text, None if level is None else level.get(f"{SCHEMA}val")))
    return found


def letters_of_pdf(path: Path) -> Counter[str]:
    """Letters only: words may be broken at line ends."""
    printed = pypdfium2.PdfDocument(path)
    text = "".join(page.get_textpage().get_text_bounded() for page in printed)
    return Counter(filter(str.isalpha, text))


def test_every_sample_has_a_layout() -> None:
    layouts = tomllib.loads((SAMPLES / "layout.toml").read_text(encoding="utf-8"))
    assert sorted(layouts) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_three_forms_of_a_sample_say_the_same(name: str) -> None:
    text = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    paragraphs = paragraphs_of_docx(SAMPLES / f"{name}.docx")
    assert Counter(WORD.findall("\n".join(line for line, _ in paragraphs))) == Counter(WORD.findall(text))
    assert letters_of_pdf(SAMPLES / f"{name}.pdf") == Counter(filter(str.isalpha, text))


def test_word_samples_are_those_that_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, SAMPLES / "make.py", "--docx-only", "--to", tmp_path], check=True)
    for name in NAMES:
        made, kept = (paragraphs_of_docx(folder / f"{name}.docx") for folder in (tmp_path, SAMPLES))
        assert made == kept, f"{name}.docx is older than its text: run samples/make.py"


def check_digit(digits: str, weights: list[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 % 10


def test_identifiers_in_samples_have_right_check_digits() -> None:
    text = "\n".join((SAMPLES / f"{name}.txt").read_text(encoding="utf-8") for name in NAMES)
    inns, ogrns = re.findall(r"ИНН/КПП (\d{10})/\d{9}\b", text), re.findall(r"ОГРН (\d{13})\b", text)
    assert len(inns) == len(ogrns) == 2
    assert all(int(inn[9]) == check_digit(inn[:9], [2, 4, 10, 3, 5, 9, 4, 6, 8]) for inn in inns)
    assert all(int(ogrn[12]) == int(ogrn[:12]) % 11 % 10 for ogrn in ogrns)
    assert all(inn.startswith("8899") for inn in inns), "no such tax office: these belong to nobody"
