"""Telling the programs of bodies: one signed message to one address."""
