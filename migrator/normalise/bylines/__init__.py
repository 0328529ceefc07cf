"""Bylines as they are printed: who is credited, for what, under which title."""
