"""Captures: what a site once answered, kept in WARC or WACZ, or saved as files."""
