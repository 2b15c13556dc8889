"""Letters that arrived by e-mail."""
