"""The analysis of a period from draft to publication: Resolution No. 463, clause 6."""
