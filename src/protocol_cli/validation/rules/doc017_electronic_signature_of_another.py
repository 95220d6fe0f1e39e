"""DOC017: the certificate's owner is not the one who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from protocol_cli.models import Letter
from protocol_cli.validation.editions import Requisite
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.names import family_of, folded
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule

_FULL = re.compile(r"[А-ЯЁ][\w-]+\s+[А-ЯЁ]\w+\s+[А-ЯЁ]\w+(?:ич|вна|чна|шна|оглы|кызы)", re.IGNORECASE)
_STEM = 4


def check(paper: Paper) -> Iterator[Found]:
    part = paper.letter
    if part is None or not isinstance(part.content, Letter) or part.content.e_signature is None:
        return
    owner = part.content.e_signature.owner or ""
    if not _FULL.fullmatch(owner) or not part.content.signatories:
        return
    words = folded(owner).split()
    if not any(word[:_STEM] == family_of(person)[:_STEM] for person in part.content.signatories for word in words):
        place = paper.locate(owner, part.start, part.end, paper.closing(part))
        yield Found(place, {"owner": owner, "name": part.content.signatories[0].name}, part.address)


RULE = Rule(
    code="DOC017",
    name="electronic-signature-of-another",
    severity=Severity.WARNING,
    checks=Phrase(
        "владелец сертификата – не тот, кто подписал",
        "The certificate's owner is not the one who signed",
    ),
    message=Phrase(
        "сертификат выдан на имя {owner}, а подписал {name}",
        "the certificate is {owner}'s, but {name} signed",
    ),
    why=Phrase(
        "подпись чужим сертификатом не имеет силы (63-ФЗ, ст. 10)",
        "a signature by another's certificate has no force (Law 63-FZ, art. 10)",
    ),
    mend=Phrase("подписать должен владелец сертификата", "the owner of the certificate must sign"),
    wrong="Начальник К.А. Самохвалов … Владелец Юшкова Вера Олеговна",
    right="Начальник К.А. Самохвалов … Владелец Самохвалов Кирилл Андреевич",
    check=check,
    requisite=Requisite.E_SIGNATURE,
)
