"""Pages of the public statistics."""
