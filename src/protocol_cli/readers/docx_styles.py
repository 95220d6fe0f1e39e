"""Word's styles: what a paragraph and its letters look like when every inheritance is followed.

Source: ECMA-376-1, 17.7 (styles).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from protocol_cli.readers.ooxml import Element, W

OFF = {"0", "false", "off", "none"}
DEEPEST = 20
TWENTIETHS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """What matters of the looks: None where nothing says so. Lengths in points."""

    bold: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    justify: str | None = None
    left: float | None = None
    before: float | None = None
    after: float | None = None
    close: bool | None = None  # no space between paragraphs of one style
    page_break: bool | None = None
    list_id: str | None = None
    depth: int | None = None

    def over(self, below: Look) -> Look:
        """This look laid over another: what it leaves open is taken from below."""
        if self is NOTHING:
            return below
        stated = {name: value for name in FIELDS if (value := getattr(self, name)) is not None}
        return replace(below, **stated)


FIELDS = tuple(field.name for field in fields(Look))
NOTHING = Look()


class Styles:
    """The styles of a document by their identifiers."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._looks: dict[str, Look] = {}
        self._base = Look()
        self._default: dict[str, str] = {}
        if root is None:
            return
        for defaults in root.findall(f"{W}docDefaults"):
            for path in (f"{W}rPrDefault/{W}rPr", f"{W}pPrDefault/{W}pPr"):
                properties = defaults.find(path)
                if properties is not None:
                    self._base = read_look(properties).over(self._base)
        for style in root.findall(f"{W}style"):
            identifier = style.get(f"{W}styleId", "")
            self._elements[identifier] = style
            if (style.get(f"{W}default") or "0") not in OFF:
                self._default.setdefault(style.get(f"{W}type", ""), identifier)

    def paragraph(self, style: str | None) -> Look:
        """The look of a paragraph style, or of the default one."""
        return self.own(style or self._default.get("paragraph", "")).over(self._base)

    def own(self, style: str) -> Look:
        """What a style and those it is based on say, without the document's defaults."""
        if style not in self._looks:
            look, name, steps = Look(), style, 0
            while name in self._elements and steps < DEEPEST:
                element = self._elements[name]
                for tag in ("rPr", "pPr"):
                    properties = element.find(f"{W}{tag}")
                    if properties is not None:
                        look = look.over(read_look(properties))
                parent = element.find(f"{W}basedOn")
                name, steps = (parent.get(f"{W}val", "") if parent is not None else ""), steps + 1
            self._looks[style] = look
        return self._looks[style]

    def lists(self) -> dict[str, str]:
        """Numbering styles with the list each is tied to."""
        numbering = (name for name, style in self._elements.items() if style.get(f"{W}type") == "numbering")
        return {name: look.list_id for name in numbering if (look := self.own(name)).list_id}

    def ruled(self, style: str) -> bool:
        """Whether a table style draws lines inside the table."""
        steps = 0
        while style in self._elements and steps < DEEPEST:
            borders = self._elements[style].find(f"{W}tblPr/{W}tblBorders")
            if borders is not None:
                return draws_inside(borders)
            parent = self._elements[style].find(f"{W}basedOn")
            style, steps = (parent.get(f"{W}val", "") if parent is not None else ""), steps + 1
        return False


def draws_inside(borders: Element) -> bool:
    """Whether w:tblBorders has lines between the cells."""
    return any(
        (border := borders.find(f"{W}{side}")) is not None and border.get(f"{W}val", "nil") not in {"nil", "none"}
        for side in ("insideH", "insideV")
    )


def read_look(properties: Element) -> Look:
    """The look that one w:rPr or w:pPr states itself."""
    stated: dict[str, Any] = {}
    for child in properties:
        match child.tag.rpartition("}")[2]:
            case "b":
                stated["bold"] = _on(child)
            case "vanish":
                stated["hidden"] = _on(child)
            case "sz":
                stated["size"] = _length(child.get(f"{W}val"), 2)
            case "jc":
                stated["justify"] = child.get(f"{W}val")
            case "ind":
                stated["left"] = _length(child.get(f"{W}left") or child.get(f"{W}start"), TWENTIETHS)
            case "spacing" if properties.tag.endswith("pPr"):
                stated["before"], stated["after"] = _space(child, "before"), _space(child, "after")
            case "contextualSpacing":
                stated["close"] = _on(child)
            case "pageBreakBefore":
                stated["page_break"] = _on(child)
            case "numPr":
                stated["list_id"], stated["depth"] = _value(child, "numId"), _whole(_value(child, "ilvl"))
            case _:
                pass
    return Look(**stated) if stated else NOTHING


def _space(element: Element, side: str) -> float | None:
    if (element.get(f"{W}{side}Autospacing") or "0") not in OFF:
        return 14.0  # what a browser puts between paragraphs
    return _length(element.get(f"{W}{side}"), TWENTIETHS)


def _on(element: Element) -> bool:
    return (element.get(f"{W}val") or "1") not in OFF


def _value(element: Element, tag: str) -> str | None:
    child = element.find(f"{W}{tag}")
    return child.get(f"{W}val") if child is not None else None


def _whole(value: str | None) -> int | None:
    return int(value) if value and value.isdigit() else None


def _length(value: str | None, unit: int) -> float | None:
    try:
        return float(value) / unit if value else None
    except ValueError:
        return None
