"""What goes to the document systems of bodies after a registration, what comes from them, and whether both agree."""
