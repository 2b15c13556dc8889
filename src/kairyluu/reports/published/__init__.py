"""Figures for everybody: the tables of the public statistics, with small numbers hidden (rules.figures.suppression)."""
