"""Forms of a person's name, and which of them are one person.

«Вторина Елена Вениаминовна», «Е.В. Вторина» and «Вторина Е. В.» are one: the family name and the initials agree. Two
people with the same initials («Иванов Иван Петрович», «Иванов Игорь Павлович») stay two, and «Иванов И.П.» is then a
third form that nobody can tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from protocol_cli.registry.search import folded


@dataclass(frozen=True, slots=True, order=True)
class NameForm:
    """One form of a name, folded: `given` and `patronymic` are whole, an initial, or empty."""

    family: str
    given: str
    patronymic: str
    name: str  # as documents write it
    key: int

    @property
    def initials(self) -> tuple[str, str]:
        """The first letters, each empty where the form has none."""
        return self.given[:1], self.patronymic[:1]


@dataclass(slots=True)
class PersonForms:
    """The forms of one person, the fullest first."""

    forms: list[NameForm] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest form."""
        return self.forms[0].name


def name_part(text: str | None) -> str:
    """A part of a name, folded: «Ё.» is «е»."""
    return folded(text).strip()


def joined_forms(forms: Iterable[NameForm]) -> list[PersonForms]:
    """Join the forms that are one person; people in the order of family name, initials and whole name."""
    families: dict[str, list[NameForm]] = {}
    for form in forms:
        families.setdefault(form.family, []).append(form)
    people: list[PersonForms] = []
    for _, family in sorted(families.items()):
        people += _joined_family(sorted(family, key=_fullest_first))
    return people


def _fullest_first(form: NameForm) -> tuple[int, int, str, int]:
    whole = (len(form.given) > 1) + (len(form.patronymic) > 1)
    given = bool(form.given) + bool(form.patronymic)
    return -whole, -given, form.name, form.key


def _joined_family(family: list[NameForm]) -> list[PersonForms]:
    """Give each form, from the fullest, to the one person it agrees with; to nobody when there are several."""
    people: list[PersonForms] = []
    for form in family:
        fitting = [person for person in people if all(_agree(form, other) for other in person.forms)]
        if len(fitting) == 1 and form.given:
            fitting[0].forms.append(form)
        else:
            people.append(PersonForms([form]))
    people.sort(key=lambda person: (person.forms[0].initials, person.forms[0]))
    return people


def _agree(one: NameForm, other: NameForm) -> bool:
    return _fits(one.given, other.given) and _fits(one.patronymic, other.patronymic)


def _fits(one: str, other: str) -> bool:
    """Equal, or one is missing or the initial of the other."""
    if len(one) > 1 and len(other) > 1:
        return one == other
    return not one or not other or one[:1] == other[:1]
