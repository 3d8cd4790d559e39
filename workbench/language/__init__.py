"""What we know of Italian and English, as plain functions and tables."""
