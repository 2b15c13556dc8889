"""What who watches reads besides plain figures: topics that suddenly grow, bodies compared, views that were saved."""
