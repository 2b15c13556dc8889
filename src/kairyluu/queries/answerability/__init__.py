"""What a head answers for: figures by the day that decides them, and the head in office on it."""
