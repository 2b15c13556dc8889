"""What machines outside have said, as people see it."""
