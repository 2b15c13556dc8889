"""An appeal changes hands or is taken back."""
