"""Conflicts of interest: who is named, who steps aside, where the appeal goes then."""
