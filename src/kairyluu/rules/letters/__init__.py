"""Letters that arrive by e-mail: who reads them, what they are, to what they belong."""
