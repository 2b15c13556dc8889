"""Looking at the quality of answers: what is asked and left open, what is copied, what was promised."""
