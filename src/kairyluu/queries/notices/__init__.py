"""Looking at notices: how somebody chose to be told, and what did not arrive."""
