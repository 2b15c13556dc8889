"""Preventing corruption and other offences: what complaints came to, and the apparatus's report. H13–H14."""
