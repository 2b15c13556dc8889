"""Registers of earlier years as bodies kept them: which column is which, what a cell says, what a row comes to."""
