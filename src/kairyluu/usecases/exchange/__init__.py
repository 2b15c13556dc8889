"""Acts that machines outside take part in: document systems, telephone exchanges, short messages to callers."""
