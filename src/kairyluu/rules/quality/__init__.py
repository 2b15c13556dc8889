"""What makes an answer an answer: every question answered in full, in words of its own, with what was promised."""
