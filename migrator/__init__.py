"""Turn a WordPress-style site into a clean, lasting archive."""

__version__ = "0.1.0"
