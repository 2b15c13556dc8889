"""Rare acts, each on a page of its own."""
