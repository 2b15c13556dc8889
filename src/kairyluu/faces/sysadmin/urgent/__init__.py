"""What is urgent: who is told of an alarm."""
