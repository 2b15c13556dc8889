"""Analyses as they are kept: for those who prepare them, for who stands above, published ones for everybody."""
