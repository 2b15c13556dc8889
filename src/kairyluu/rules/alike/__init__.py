"""What tells matters apart that are written in the same words."""
