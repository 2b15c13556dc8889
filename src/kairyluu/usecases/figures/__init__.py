"""Keeping the sums that figures are counted from, and showing the appeals behind one."""
