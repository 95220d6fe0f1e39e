"""What is exported: the assignments that `protocol deadlines` would show, and the documents they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from protocol_cli.cli.asking import existing_registry, gather

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protocol_cli.export.filed import FiledDocument
    from protocol_cli.export.rows import AssignmentRow, Moment
    from protocol_cli.registry import DeadlineFilter, Registry


class Selection:
    """The chosen assignments and their documents, given out one by one; `code` is 3 when an input failed, else 0."""

    def __init__(
        self, registry: Registry | None, wanted: DeadlineFilter, *, overdue: bool = False, code: int = 0, named: bool = False
    ) -> None:
        self._registry = registry
        self._wanted = wanted
        self._overdue = overdue
        self._chosen: set[str] = set()
        self.code = code
        self.is_named = named or wanted.document is not None  # the user said which documents

    def rows(self, moment: Moment, *, once: bool = False) -> Iterator[AssignmentRow]:
        """The assignments as rows, in the order of `protocol deadlines`. Raises RegistryError.

        `once`: where no time is asked for, the terms that follow a term have no rows of their own.
        """
        from protocol_cli.export.rows import State, row_from_record

        if self._registry is None:
            return
        paths = self._paths()
        wanted = self._wanted
        if once and not (wanted.before or wanted.after):
            wanted = replace(wanted, every_day=False)
        for record in self._registry.deadlines(wanted):
            row = row_from_record(cast("Mapping[str, Any]", record), moment, paths.get(record["document"]))
            if not self._overdue or row.state is State.OVERDUE:
                self._chosen.add(row.document)
                yield row

    def documents(self) -> Iterator[FiledDocument]:
        """The documents: all of them, or, where assignments were filtered, those that the rows given out stand in."""
        from protocol_cli.export.filed import FiledDocument
        from protocol_cli.models import Document
        from protocol_cli.registry import ListFilter

        if self._registry is None:
            return
        paths = self._paths()
        for line in self._registry.lines("documents", ListFilter(document=self._wanted.document)):
            short = line["id"]
            if self._is_filtered and short not in self._chosen:
                continue
            answer = self._registry.document_json(short)
            if answer is not None:
                yield FiledDocument(short, Document.model_validate(answer), paths.get(short))

    @property
    def _is_filtered(self) -> bool:
        wanted = self._wanted
        return bool(wanted.before or wanted.after or wanted.responsible or wanted.kind or wanted.limit is not None)

    def _paths(self) -> dict[str, str]:
        found = self._registry.paths() if self._registry else ()
        return {record["id"]: record["path"] for record in found if record["path"]}


@contextmanager
def selection(
    files: Sequence[str] | None, db: str | None, wanted: DeadlineFilter, *, overdue: bool = False
) -> Iterator[Selection]:
    """Read the files, or open the registry where none are named. Raises RegistryError."""
    from protocol_cli.registry import Registry

    with ExitStack() as stack:
        if not files:
            yield Selection(stack.enter_context(existing_registry(db)), wanted, overdue=overdue)
            return
        registry = stack.enter_context(Registry.temporary())
        code = gather(registry, files)
        yield Selection(registry, wanted, overdue=overdue, code=code, named=True)
