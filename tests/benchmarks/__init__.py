"""Exports of any size, and how fast and in how much memory they are converted."""
