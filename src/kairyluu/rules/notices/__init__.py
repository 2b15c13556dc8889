"""How people are told: by which ways, and when a telephone may ring."""
