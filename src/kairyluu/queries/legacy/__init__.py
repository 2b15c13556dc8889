"""Registers of earlier years."""
