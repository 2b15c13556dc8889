"""Confidential appeals: making one, naming who sees it, opening who sent it."""
