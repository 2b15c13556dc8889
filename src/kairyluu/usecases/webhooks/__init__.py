"""Programs of bodies are told when something happens to an appeal of the body."""
