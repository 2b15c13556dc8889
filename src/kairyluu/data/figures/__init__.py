"""What figures are counted from, and what is kept so that counting is quick."""
