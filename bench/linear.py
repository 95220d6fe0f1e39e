"""Time of reading against the length of the document: it must grow no faster than the document does.

    python bench/linear.py                    whole documents of tests/golden, and one thing many times over
    python bench/linear.py FILE…              these documents
    python bench/linear.py --times 10 30      other lengths (default 10 100)

A document is joined with itself so many times, a page after a page, as a file of many protocols is. «Many» are documents
in which one thing only comes again and again: decisions, names, blank lines. Ends with 1 when a text so many times longer
takes more than 1.3 times as many times as long: 130 times for one that is 100 times longer.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from protocol_cli import parse

GOLDEN = Path(__file__).parent.parent / "tests" / "golden"
CHOSEN = ("letters/security-with-long-protocol", "protocols/ministry-roman-sections", "protocols/owners-meeting", "other/law")
BUDGET = 1.3
ROUNDS = 7
FEW = 100  # of one thing, in the text that the longer ones are measured by
LEAST = 0.01  # seconds; shorter times are noise

PROTOCOL = "ПРОТОКОЛ № 3\nзаседания комиссии\n12.03.2024\nПредседатель: Иванов И.И.\nПрисутствовали: Петров П.П.\n"
LETTER = "12.03.2024 № 5\nДиректорам школ\nУважаемые коллеги!\n"

# What stands before, what comes again and again («{}» counts), what stands after.
MANY = {
    "decisions": (f"{PROTOCOL}РЕШИЛИ:\n", "{}. Отделу кадров до 15 мая 2024 г. объявить конкурс.\nОтветственный: Сидоров С.С.\n", ""),
    "sentences of a decision": (f"{PROTOCOL}РЕШИЛИ:\n1. ", "Отделу кадров до 15 мая 2024 г. объявить конкурс; ", "\n"),
    "bullets": (f"{PROTOCOL}РЕШИЛИ:\n1. Разработать план, предусмотрев:\n", "– ремонт кровли № {};\n", ""),
    "rows of a table": (f"{PROTOCOL}РЕШИЛИ:\n| № | Поручение | Срок |\n", "| {} | Утвердить план | 1 июня 2024 г. |\n", ""),
    "participants": (PROTOCOL, "Сидоров С.С. – директор школы № {};\n", "РЕШИЛИ:\n1. Утвердить план.\n"),
    "names in a line": (PROTOCOL, "Сидоров С.С., ", "\nРЕШИЛИ:\n1. Утвердить план.\n"),
    "requests": (LETTER, "Просим направить сведения № {:03} до 15 мая 2024 г.\n", "Директор     И.И. Иванов\n"),
    "references": (LETTER, "Во исполнение приказа Минпросвещения России от 01.02.2024 № {} сообщаем.\n", "Директор     И.И. Иванов\n"),
    "abbreviations": (f"{PROTOCOL}РЕШИЛИ:\n", "{0}. Руководителям органов управления (далее – РОУ{0}) провести проверку.\n", ""),
    "notices": (f"{PROTOCOL}РЕШИЛИ:\n", "{}. Утвердить план до 31 июня 2024 г.\n", ""),
    "words without a line end": ("", "слово слово слово ", "\n"),
    "underscores": (f"{PROTOCOL}РЕШИЛИ:\n1. Утвердить ", "____", " план\n"),
    "blank lines": (PROTOCOL, "\n" * 12, "РЕШИЛИ:\n1. Утвердить план.\n"),
    "brackets": (f"{PROTOCOL}РЕШИЛИ:\n1. Утвердить ", "((((", " план\n"),
}  # fmt: skip


def seconds(text: str, rounds: int) -> float:
    """The least processor time of so many readings."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        began = time.process_time()
        parse(text)
        best = min(best, time.process_time() - began)
    return best


def texts(files: list[Path]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Names, with a function from a number of times to the text that is so many times longer."""
    for path in files or [GOLDEN / f"{name}.txt" for name in CHOSEN]:
        text = path.read_text(encoding="utf-8")
        yield path.stem, lambda times, text=text: "\f".join([text] * times)
    for name, (before, unit, after) in () if files else MANY.items():
        yield (
            f"many {name}",
            lambda times, before=before, unit=unit, after=after: before
            + "".join(unit.format(i % 300 + 1) for i in range(FEW * times))
            + after,
        )


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--times", nargs="+", type=int, default=[10, 100])
    chosen = options.parse_args()
    slow = 0
    for name, longer in texts(chosen.files):
        parse(longer(1))  # dictionaries are loaded before the clock starts
        one = seconds(longer(1), ROUNDS)
        print(f"{name:40} {one * 1000:7.1f} ms", end="", flush=True)
        for times in sorted(chosen.times):
            many = seconds(longer(times), 1)
            over = many > max(one, LEAST) * times * BUDGET
            print(f" | × {times}: {many:6.2f} s, {many / one:6.1f} times as long{' OVER BUDGET' if over else ''}", end="", flush=True)
            slow += over
            if over:
                break
        print()
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
