"""Validation: what a careful clerk and a controller would say of the paper."""

from protocol_cli.validation.catalogue import all_rules, find_rule
from protocol_cli.validation.checking import validate
from protocol_cli.validation.editions import Edition
from protocol_cli.validation.finding import Finding, Phrase, Severity
from protocol_cli.validation.rule import Rule
from protocol_cli.validation.settings import Settings

__all__ = ["Edition", "Finding", "Phrase", "Rule", "Settings", "Severity", "all_rules", "find_rule", "validate"]
