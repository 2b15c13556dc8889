"""What goes to and comes from machines outside: document systems, telephone exchanges, short messages about a call."""
