"""Urgent messages to the trust telephone: which words make one likely. Regulation of the Alai line, III.8–III.9."""
