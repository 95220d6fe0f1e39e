"""Readers: bytes to a Source, by content and not by suffix."""
