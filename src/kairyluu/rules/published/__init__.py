"""Published reports, recomputed: sums that do not add up, percentages on another base, cut and adjusted figures.

Resolution No. 463, clause 6: consideration is analysed every month. The reports found so far are in the tests.
"""
