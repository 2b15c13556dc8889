"""Forms of the acts by which an appeal changes hands or days."""
