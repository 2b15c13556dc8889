"""The public statistics: periods and numbers in words, pictures, files."""
