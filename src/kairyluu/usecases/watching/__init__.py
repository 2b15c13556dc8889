"""Views of the figures that officials save, and the letters that come of them."""
