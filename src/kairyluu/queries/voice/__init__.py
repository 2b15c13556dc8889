"""What the applicant says of the answer: a rating, a wish for review, whether a promise was kept."""
