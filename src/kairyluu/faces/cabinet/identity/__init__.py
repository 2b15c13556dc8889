"""Signing in through a provider of identities: the way there and back."""
