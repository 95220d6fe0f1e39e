"""Self-contained HTML pages: style and script inside, and a policy that lets nothing else run or load."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from protocol_cli.export.safe import plain

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).with_name("pages")
# Inside <script> HTML ends the element at «</script», whatever JSON thinks of it.
_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_SCRIPT_TABLE = str.maketrans(_SCRIPT)


def write_page(stream: TextIO, name: str, values: Mapping[str, object]) -> None:
    """Write the page `name` (pages/NAME.html with NAME.css and NAME.js); iterables among the values are taken as they come."""
    from markupsafe import Markup

    style = _asset("base.css") + _asset(f"{name}.css")
    script = _asset(f"{name}.js")
    policy = (
        f"default-src 'none'; img-src data:; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template(f"{name}.html")
    page = template.generate(
        **values,
        style=Markup(style),  # noqa: S704 - the package's own file
        script=Markup(script),  # noqa: S704 - the package's own file
        policy=Markup(policy),  # noqa: S704 - its apostrophes are ours
    )
    stream.writelines(page)


def script_json(value: object) -> str:
    """The value as JSON that may stand inside a <script>; texts in it are plain."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return plain(text).translate(_SCRIPT_TABLE)


def trusted(pieces: Iterable[str]) -> Iterator[str]:
    """Pieces made by `script_json`, which the template must not escape again."""
    from markupsafe import Markup

    for piece in pieces:
        yield Markup(piece)  # noqa: S704 - escaped by script_json


@cache
def _asset(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(PAGES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True
    )
