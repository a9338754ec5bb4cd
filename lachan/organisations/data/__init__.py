"""The register's own data files: where each comes from stands in SOURCES.md beside them."""
