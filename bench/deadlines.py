"""Deadlines: who reads what of 24 ordinary terms, and how long a phrase takes in a warm process.

    python bench/deadlines.py [--json]

Beside this project stand dateparser's `search_dates` (Russian, day first, with the document's date as its base) and
natasha's `DatesExtractor`, where they are installed. A term is right when the last day comes out as a clerk counts it;
a tool that gives only parts of a date is right when the parts are those of that day. Where there is no date to give
(«по мере необходимости»), silence is right.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Callable

ANCHOR = dt.date(2021, 4, 16)
Answer = dt.date | None
PHRASES: list[tuple[str, Answer]] = [
    ("до 31 мая 2021 года", dt.date(2021, 5, 31)),
    ("не позднее 10.06.2021", dt.date(2021, 6, 10)),
    ("до 10.06", dt.date(2021, 6, 10)),
    ("до «10» июня 2021 г.", dt.date(2021, 6, 10)),
    ("до 10 июня с.г.", dt.date(2021, 6, 10)),
    ("к 1 сентября", dt.date(2021, 9, 1)),
    ("до 15 января", dt.date(2022, 1, 15)),
    ("до конца мая 2021 г.", dt.date(2021, 5, 31)),
    ("до конца II квартала 2021 г.", dt.date(2021, 6, 30)),
    ("до конца 2021 года", dt.date(2021, 12, 31)),
    ("I полугодие 2021 г.", dt.date(2021, 6, 30)),
    ("с 1 по 15 июня 2021 г.", dt.date(2021, 6, 15)),
    ("в первой декаде июня", dt.date(2021, 6, 10)),
    ("в 2021-2022 учебном году", dt.date(2022, 5, 31)),
    ("в течение 10 дней", dt.date(2021, 4, 26)),
    ("в двухнедельный срок", dt.date(2021, 4, 30)),
    ("в месячный срок", dt.date(2021, 5, 16)),
    ("в течение 10 рабочих дней", dt.date(2021, 4, 30)),
    ("ежемесячно до 5 числа", dt.date(2021, 5, 5)),
    ("ежеквартально до 10 числа месяца, следующего за отчётным", dt.date(2021, 7, 10)),
    ("каждый первый понедельник месяца", dt.date(2021, 5, 3)),
    ("ежегодно до 1 марта", dt.date(2022, 3, 1)),
    ("по мере необходимости", None),
    ("до 31 июня 2021 г.", None),
]
Reader = Callable[[str], Answer]


def ours() -> Reader:
    from protocol_cli.due import resolve
    from protocol_cli.grammar.deadlines import read_term
    from protocol_cli.models.base import Span

    def read(phrase: str) -> Answer:
        term = read_term(phrase)
        if term is None:
            return None
        span = Span(start=term.start, end=term.end, page=1)
        return resolve(term, phrase, ANCHOR, span=lambda *_: span).deadline.due

    return read


def with_dateparser() -> Reader:
    from dateparser.search import search_dates

    base = dt.datetime.combine(ANCHOR, dt.time())
    settings = {"DATE_ORDER": "DMY", "RELATIVE_BASE": base, "PREFER_DATES_FROM": "future"}

    def read(phrase: str) -> Answer:
        found = search_dates(phrase, languages=["ru"], settings=settings)
        return found[-1][1].date() if found else None

    return read


def with_natasha() -> Reader:
    from natasha import DatesExtractor, MorphVocab

    extractor = DatesExtractor(MorphVocab())

    def read(phrase: str) -> Answer:
        facts = [match.fact for match in extractor(phrase)]
        if not facts or not (facts[-1].month and facts[-1].day):
            return None
        fact = facts[-1]
        try:
            return dt.date(fact.year or ANCHOR.year, fact.month, fact.day)
        except ValueError:
            return None

    return read


def measured(read: Reader, rounds: int) -> float:
    """Return microseconds a phrase, the best of five rounds."""
    best = float("inf")
    for _ in range(5):
        begin = time.perf_counter()
        for _ in range(rounds):
            for phrase, _due in PHRASES:
                read(phrase)
        best = min(best, time.perf_counter() - begin)
    return best / rounds / len(PHRASES) * 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description="Deadlines: who reads what, and how fast")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    results: dict[str, dict[str, object]] = {}
    for name, load, rounds in (
        ("protocol", ours, 20),
        ("dateparser", with_dateparser, 1),
        ("natasha", with_natasha, 1),
    ):
        try:
            read = load()
        except ImportError as error:
            print(f"{name}: not installed ({error})", file=sys.stderr)
            continue
        answers = [read(phrase) for phrase, _ in PHRASES]
        right = [answer == due for answer, (_, due) in zip(answers, PHRASES, strict=True)]
        results[name] = {"answers": answers, "right": right, "microseconds": round(measured(read, rounds), 1)}
    if asked.json:
        print(
            json.dumps(
                {
                    name: {"right": sum(r["right"]), "of": len(PHRASES), "us": r["microseconds"]}
                    for name, r in results.items()
                }
            )
        )
        return 0
    names = list(results)
    print("| term, counted from 16.04.2021 | last day | " + " | ".join(names) + " |")
    print("|---|---|" + "---|" * len(names))
    for number, (phrase, due) in enumerate(PHRASES):
        cells = ["✓" if results[n]["right"][number] else str(results[n]["answers"][number] or "–") for n in names]
        print(f"| {phrase} | {due or 'no date'} | " + " | ".join(cells) + " |")
    print(f"| **right, of {len(PHRASES)}** | | " + " | ".join(f"**{sum(results[n]['right'])}**" for n in names) + " |")
    print("| µs a phrase | | " + " | ".join(str(results[n]["microseconds"]) for n in names) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
