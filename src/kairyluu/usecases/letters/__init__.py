"""Letters that arrive by e-mail."""
