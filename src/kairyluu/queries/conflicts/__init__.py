"""Conflicts of interest, by the directory of today: who considers a complaint, whom its words may mean."""
