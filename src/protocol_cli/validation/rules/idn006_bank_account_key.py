"""IDN006: the key of a bank account does not agree with the bank's БИК."""

from __future__ import annotations

from collections.abc import Iterator

from protocol_cli.checksums import is_valid_account
from protocol_cli.validation.finding import Phrase, Severity
from protocol_cli.validation.identifiers import accounts, labelled
from protocol_cli.validation.paper import Paper
from protocol_cli.validation.rule import Found, Rule


def check(paper: Paper) -> Iterator[Found]:
    banks = {found.value for found in labelled(paper, "БИК") if found.fits}
    if len(banks) != 1:
        return  # with several banks one cannot tell whose the account is
    bik = banks.pop()
    for value, place in accounts(paper):
        if not is_valid_account(value, bik):
            yield Found(place, {"value": value, "bik": bik})


RULE = Rule(
    code="IDN006",
    name="bank-account-key",
    severity=Severity.ERROR,
    checks=Phrase(
        "ключ банковского счёта не сходится с БИК",
        "The key of a bank account does not agree with the bank's БИК",
    ),
    message=Phrase(
        "счёт {value} не может быть открыт в банке с БИК {bik}",
        "the account {value} cannot be kept in the bank {bik}",
    ),
    why=Phrase("банк не проведёт платёж", "the bank will not carry out the payment"),
    mend=Phrase("сверьте счёт и БИК с договором", "check account and БИК"),
    wrong="р/с 40702810400000012346, БИК 044525225",
    right="р/с 40702810400000012345, БИК 044525225",
    check=check,
    source=Phrase(
        "порядок расчёта контрольного ключа, Банк России 08.09.1997 № 515",
        "rule of the Bank of Russia of 08.09.1997 № 515",
    ),
)
