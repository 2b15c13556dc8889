"""Files of a form that come in pieces, for links that break."""
