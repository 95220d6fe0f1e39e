"""Who is who: one person under her forms, and the persons whom a document names in the nominative."""

from __future__ import annotations

from collections.abc import Iterable

from protocol_cli.grammar.person_names import NameParts, PersonName, assembled, case_of_name, nominative_name
from protocol_cli.grammar.surnames import OBLIQUE, Case, Gender, nominative_surname, surname_forms


def _key(word: str | None) -> str:
    return (word or "").lower().replace("ё", "е").replace("‑", "-").strip(".")


def person_key(parts: NameParts | PersonName) -> tuple[str, str, str]:
    """Give what two names of one person share: surname, first letters of the other names; "" for none.

    The surname must be in the nominative: give the answer of `nominative_name` or of a roster.
    """
    return _key(parts.family), _key(parts.given)[:1], _key(parts.patronymic)[:1]


def same_person(a: NameParts | PersonName, b: NameParts | PersonName) -> bool:
    """Tell whether two names are of one person: «Вторина Елена Вениаминовна» = «Вториной Е.В.».

    Never by the surname alone against other initials: a missing initial matches any; a man never matches a woman.
    """
    if not _compatible(a, b):
        return False
    if isinstance(a, NameParts) and isinstance(b, NameParts):
        return _key(a.family) == _key(b.family)
    one, two = _families(a), _families(b)
    return bool(one & two)


def _families(p: NameParts | PersonName) -> frozenset[str]:
    if isinstance(p, NameParts):
        return frozenset(surname_forms(p.family, p.gender))
    known = case_of_name(p)
    if known is not None:
        return frozenset({_key(nominative_name(p).family)})
    base = {_key(p.family)}
    base.update(_key(nominative_surname(p.family, case)[0]) for case in OBLIQUE)
    return frozenset(base)


def _compatible(a: NameParts | PersonName, b: NameParts | PersonName) -> bool:
    for x, y in ((a.given, b.given), (a.patronymic, b.patronymic)):
        if x is None or y is None:
            continue
        x, y = _key(x), _key(y)
        if x[:1] != y[:1]:
            return False
    ga, gb = _sure_gender(a), _sure_gender(b)
    return ga is None or gb is None or ga == gb


def _sure_gender(p: NameParts | PersonName) -> Gender | None:
    if isinstance(p, NameParts) or (p.given is not None and not p.given.endswith(".")):
        return p.gender
    return None


class Roster:
    """The persons whom a document names in the nominative; bent names elsewhere in it are brought back to them."""

    def __init__(self, names: Iterable[NameParts | PersonName] = ()) -> None:
        self._by_form: dict[str, list[tuple[NameParts, frozenset[Case]]]] = {}
        self._seen: set[tuple[str, str, str]] = set()
        for name in names:
            self.add(name)

    def add(self, person: NameParts | PersonName) -> None:
        """Take a person who is named in the nominative; the same one again changes nothing."""
        parts = nominative_name(person, "nominative") if isinstance(person, PersonName) else person
        key = (_key(parts.family), _key(parts.given), _key(parts.patronymic))
        if key in self._seen:
            return
        self._seen.add(key)
        for form, cases in surname_forms(parts.family, parts.gender).items():
            self._by_form.setdefault(form, []).append((parts, cases))

    def find(self, name: PersonName, case: Case | None = None) -> list[NameParts]:
        """Find those who may be meant, each person once; of several, those whose form is in the case told."""
        entries = [(p, c) for p, c in self._by_form.get(_key(name.family), ()) if _compatible(p, name)]
        if len({p.family for p, _ in entries}) > 1:
            told = case_of_name(name) or case
            fitting = [(p, c) for p, c in entries if (told or "nominative") in c]
            entries = fitting or entries
        unique: dict[tuple[str, str, str], NameParts] = {}
        for parts, _ in entries:
            key = person_key(parts)
            if key not in unique or len(parts.name) > len(unique[key].name):
                unique[key] = parts
        return list(unique.values())

    def resolve(self, name: PersonName, case: Case | None = None) -> NameParts:
        """Bring a name to the nominative: by the roster if it knows one such person, else as `nominative_name` does.

        The order, the spacing and the initials are those of the mention, not of the roster.
        """
        known = self.find(name, case)
        families = {p.family for p in known}
        if len(families) != 1:
            return nominative_name(name, case)
        best = known[0]
        full = name.given is not None and not name.given.endswith(".")
        own = nominative_name(name, case)
        family = _like(name.family, best.family)
        return assembled(name, family, own.given, own.patronymic, own.gender if full else best.gender)


def _like(written: str, nominative: str) -> str:
    """Take the surname of the roster, with ё only if the mention has it or loses nothing by it."""
    if "ё" in nominative and "ё" not in written.lower() and "е" in written.lower():
        return nominative.replace("ё", "е") if written.lower() in nominative.replace("ё", "е").lower() else nominative
    return nominative
