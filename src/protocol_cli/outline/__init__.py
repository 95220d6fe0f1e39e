"""Outline: which row belongs to which part of the document, and to which section of it."""
