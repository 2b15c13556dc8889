"""Machines outside: document systems of the bodies, keys of the telephone exchanges."""
