"""What `kairyluu due` counts by, and its words."""
