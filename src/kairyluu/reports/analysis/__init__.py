"""The analysis of a period: counted once, frozen, told by rules.analysis."""
