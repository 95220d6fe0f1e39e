"""Sums that are kept up as documents come, change and go: the registry in numbers at once, however much it holds.

`what` is what is counted, `label` in what: documents by kind and by month, assignments by who answers for them, open
and done ones by day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from protocol_cli.registry.database import Database

# Each gives lines of label and number for one document.
COUNTED: dict[str, str] = {
    "kind": "SELECT kind AS label, 1 AS number FROM documents WHERE key = ?",
    "month": "SELECT substr(date, 1, 7) AS label, 1 AS number FROM documents WHERE key = ? AND date IS NOT NULL",
    "assignments": "SELECT 'all' AS label, count(*) AS number FROM assignments WHERE document = ?",
    "open": (
        "SELECT day AS label, count(*) AS number FROM assignments"
        " WHERE document = ? AND day IS NOT NULL AND done_on IS NULL GROUP BY day"
    ),
    "done": (
        "SELECT CASE WHEN done_on > day THEN 'late' ELSE 'in time' END AS label, count(*) AS number FROM assignments"
        " WHERE document = ? AND day IS NOT NULL AND (done_on IS NOT NULL OR done_through IS NOT NULL)"
        " GROUP BY CASE WHEN done_on > day THEN 'late' ELSE 'in time' END"
    ),
    "dated": "SELECT 'all' AS label, count(*) AS number FROM assignments WHERE document = ? AND day IS NOT NULL",
    "responsible": (
        "SELECT p.name AS label, count(*) AS number FROM assignments AS a"
        " JOIN responsibles AS r ON r.assignment = a.key JOIN parties AS p ON p.key = r.party"
        " WHERE a.document = ? GROUP BY p.name"
    ),
}


def count_in(database: Database, document: int, sign: int) -> None:
    """Add the document's numbers to the sums (`sign` 1), or take them out (-1). Raises the driver's errors."""
    for what, lines in COUNTED.items():
        database.execute(
            f"INSERT INTO tallies (what, label, number) SELECT '{what}', label, number * {sign} FROM ({lines}) AS counted"  # noqa: S608 - our own words
            " WHERE number > 0 ON CONFLICT (what, label) DO UPDATE SET number = tallies.number + excluded.number",
            (document,),
        )


def tallies(database: Database, what: str, *, most: int | None = None) -> list[tuple[str, int]]:
    """Labels and numbers in the order of labels; with `most` the greatest numbers first. Raises the driver's errors."""
    order = "ORDER BY number DESC, label LIMIT ?" if most is not None else "ORDER BY label"
    values = (what,) if most is None else (what, most)
    found = database.execute(f"SELECT label, number FROM tallies WHERE what = ? AND number > 0 {order}", values)  # noqa: S608 - our own words
    return [(row[0], int(row[1])) for row in found.fetchall()]
