"""Ways in: sessions, second factors, identity providers."""
