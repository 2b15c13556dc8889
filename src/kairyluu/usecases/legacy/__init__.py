"""Loading the registers of earlier years, and taking a load back."""
