"""Canonical HTML and facts → files."""
