"""What is done with a call of the trust telephone and with its journal."""
