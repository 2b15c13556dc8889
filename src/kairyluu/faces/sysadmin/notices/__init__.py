"""What every notice says, looked at before anybody gets it."""
