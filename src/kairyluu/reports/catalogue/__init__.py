"""One module a report: what is counted, by what."""
