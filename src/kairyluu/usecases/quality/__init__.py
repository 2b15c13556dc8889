"""Acts that keep answers honest: the questions that are asked, what was promised."""
