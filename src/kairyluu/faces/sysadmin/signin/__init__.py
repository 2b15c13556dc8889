"""Ways in: providers of identities, sessions and factors of accounts, lists of staff."""
