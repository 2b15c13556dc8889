"""What is done with a register book."""
