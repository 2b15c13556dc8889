"""Registers of earlier years, brought and taken back by a registrar of the body."""
