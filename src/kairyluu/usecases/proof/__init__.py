"""The proof file of one appeal, made and handed out."""
