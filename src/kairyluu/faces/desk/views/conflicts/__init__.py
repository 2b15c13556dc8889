"""Pages about conflicts of interest."""
