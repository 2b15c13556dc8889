"""Staff as an administrator lists them: a file of rows, invitations."""
