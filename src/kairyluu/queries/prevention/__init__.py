"""The apparatus's report on corruption and other offences: Regulation of the Alai line, II.1; H13–H14."""
