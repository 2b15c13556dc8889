"""Signing in through a provider of identities."""
