"""What the applicant does while the appeal is considered."""
