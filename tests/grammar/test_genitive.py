"""Bodies and groups in the genitive."""

from __future__ import annotations

import pytest

from protocol_cli.grammar.genitive import genitive_phrase


@pytest.mark.parametrize(
    ("nominative", "genitive"),
    [
        ("профессиональные образовательные организации", "профессиональных образовательных организаций"),
        ("Единая дежурно-диспетчерская служба", "Единой дежурно-диспетчерской службы"),
        ("управление образования администрации района", "управления образования администрации района"),
        ("Центр закупок", "Центра закупок"),
        ("ООО «Луч»", "ООО «Луч»"),
    ],
)
def test_a_phrase_in_the_genitive(nominative: str, genitive: str | None):
    assert genitive_phrase(nominative) == genitive
