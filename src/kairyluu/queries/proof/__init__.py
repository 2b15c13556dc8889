"""The proof file of one appeal: what it says, and whether it still agrees with the journal."""
