"""What is exchanged with machines outside: when to try again, what an event of a telephone exchange means."""
