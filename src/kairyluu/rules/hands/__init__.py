"""What the law and the platform say of an appeal that changes hands or waits for its applicant."""
