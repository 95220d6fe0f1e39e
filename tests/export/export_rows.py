"""Rows for the tests of the exports, texts that attack, and what the browser saw."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from protocol_cli.export.rows import AssignmentRow, Moment, row_from_record

TODAY = dt.date(2021, 6, 5)
MOMENT = Moment(TODAY)
ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"

ATTACKS = (
    '=HYPERLINK("http://x.example","нажми")',
    "+1+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1:A9)",
    "<script>window.attacked = 1</script>",
    "</script><script>window.attacked = 1</script>",
    '"><img src=x onerror="window.attacked = 1">',
    "{{ 7 * 7 }} {% raw %}",
    "звонок\x07 и \x1b[31mкрасное\x1b[0m, \x00 ноль",
    "\u202eназад\u2069; запятая, и\\обратная",
    "строка\r\nEND:VTODO\r\nBEGIN:VEVENT",
    "| таблица | `код` | [ссылка](javascript:alert(1))",
    "_x000D_ ]]> &amp; \ud800 \ufffe",
)


def record(number: int = 1, **changed: object) -> dict[str, Any]:
    """One record as `protocol deadlines --json` has it."""
    return {
        "id": f"c34743ed:P1.{number}", "document": "c34743ed", "source": "письмо.pdf", "document_kind": "letter",
        "document_number": "57-2751", "document_date": "2021-05-06", "protocol": 1, "protocol_number": None,
        "protocol_date": "2021-04-16", "agenda_item": None, "number": str(number), "lead": None,
        "text": "Провести анализ потребности в учебниках", "responsible": ["руководители МОУО", "руководители ОО"],
        "due": "2021-06-10", "effective_due": None, "deadline": "до 10 июня 2021 года", "kind": "date", "start": None,
        "time": None, "precision": "day", "rrule": None, "event": None, "then": None, "page": 3,
        "span": {"start": 0, "end": 5, "page": 3}, "day": changed.get("due", "2021-06-10"), "done_on": None, "days_left": None,
    } | changed  # fmt: skip


def row(number: int = 1, moment: Moment = MOMENT, path: str | None = None, **changed: object) -> AssignmentRow:
    return row_from_record(record(number, **changed), moment, path)


def rows_of_all_states() -> list[AssignmentRow]:
    """Overdue, due soon, later, recurring, without a day, done."""
    return [
        row(1, due="2021-05-31", deadline="до 31 мая 2021 года", responsible=["руководители ОО"]),
        row(2),
        row(3, due="2021-08-15", deadline="до 15 августа 2021 года"),
        row(4, due="2021-07-05", deadline="ежемесячно до 5 числа", kind="recurring", rrule="FREQ=MONTHLY;BYMONTHDAY=5"),
        row(5, due=None, deadline="постоянно", kind="ongoing", responsible=["ТОИПКРО"]),
        row(6, done_on="2021-06-01", responsible=[]),
    ]


def attacked_rows() -> list[AssignmentRow]:
    """Every text of a record is an attack."""
    return [
        row(
            number, text=attack, responsible=[attack, f"соисполнитель {attack}"], deadline=attack, lead=attack, source=attack,
            agenda_item=attack, protocol_number=attack, document_number=attack,
        )
        for number, attack in enumerate(ATTACKS, start=1)
    ]  # fmt: skip


class Browser:
    """A browser's window, with what it complained of and what it asked the network for."""

    def __init__(self, window: Any) -> None:
        self.window = window

    def open(self, page: Path) -> None:
        self.window.get_log("browser")
        self.window.get_log("performance")
        self.window.get(page.as_uri())

    def script(self, text: str, *values: object) -> Any:
        """What the script returns."""
        return self.window.execute_script(text, *values)

    def texts(self, selector: str) -> list[str]:
        """The texts of the elements that are to be seen."""
        found = "return [...document.querySelectorAll(arguments[0])].filter(e => e.offsetParent).map(e => e.innerText)"
        return list(self.script(found, selector))

    def click(self, selector: str) -> None:
        from selenium.webdriver.common.by import By

        self.window.find_element(By.CSS_SELECTOR, selector).click()

    def press(self, selector: str, *keys: str) -> None:
        from selenium.webdriver.common.by import By

        self.window.find_element(By.CSS_SELECTOR, selector).send_keys(*keys)

    def complaints(self) -> list[str]:
        """The console's errors and warnings since the page was opened."""
        return [entry["message"] for entry in self.window.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def requests(self) -> list[str]:
        """The addresses asked for since the page was opened, the page, data in it and the browser's own left out."""
        messages = (json.loads(entry["message"])["message"] for entry in self.window.get_log("performance"))
        asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
        return [address for address in asked if not address.startswith(("file:", "data:", "chrome:"))]
