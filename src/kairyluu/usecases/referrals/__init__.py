"""Referral to law enforcement: told without delay, followed until an answer. Regulation of the Alai line, III.9; H50."""
