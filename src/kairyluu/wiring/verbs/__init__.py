"""Verbs about the machinery itself. They need the runtime, which faces may not see."""
