"""The document system of the body: what does not get through, what came in, where the registers differ."""
