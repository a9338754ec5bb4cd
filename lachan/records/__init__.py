"""What officers enter once: one app for each kind of record."""
