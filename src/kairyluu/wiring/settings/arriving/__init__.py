"""Settings of what arrives from outside: files, letters."""
