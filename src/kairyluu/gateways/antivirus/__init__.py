"""Asking whether a file carries a virus."""

from kairyluu.gateways.antivirus.clamd import ScannerDown, Verdict, is_configured, lacks, scan

__all__ = ["ScannerDown", "Verdict", "is_configured", "lacks", "scan"]
