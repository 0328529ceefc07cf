"""WordPress text → tree."""
