"""The record of a head, read and printed."""
