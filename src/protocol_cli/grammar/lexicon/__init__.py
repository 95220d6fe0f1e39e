"""Lexicon: words as data."""
