"""What a figure is: one definition of each, the periods it is asked for, and how two of them are compared."""
