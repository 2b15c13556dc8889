"""What document systems send: kept as it came, then carried out by the acts of the screens."""
