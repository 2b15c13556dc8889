"""A whole country's appeals, invented: for measuring and for trying, never beside real ones."""
