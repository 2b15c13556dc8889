"""Letters that arrived at the official address of a body."""
