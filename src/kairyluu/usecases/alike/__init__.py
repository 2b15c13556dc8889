"""Repeated, doubled and similar appeals: a person decides what they are to each other."""
