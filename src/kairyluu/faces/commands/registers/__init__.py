"""Verbs about many rows at once."""
