"""What machines send."""
