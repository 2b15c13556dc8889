"""Registers of earlier years that are brought by a page."""
