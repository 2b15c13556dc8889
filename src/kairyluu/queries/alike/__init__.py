"""Looking for repeats, duplicates and look-alikes among what the actor may see."""
