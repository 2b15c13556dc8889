"""Programs of bodies that come through the API."""
