"""protocol: reads Russian official letters and meeting protocols, and says who must do what by when.

>>> from protocol_cli import parse
>>> parse(Path("letter.pdf")).protocols[0].decisions[0].deadline.due
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from protocol_cli.reading import parse

__version__ = "0.1.0"
__all__ = ["__version__", "parse"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562
    """`parse` loads the reading wing when first used, so that importing the package costs nothing."""
    if name == "parse":
        from protocol_cli.reading import parse

        return parse
    raise AttributeError(name)
