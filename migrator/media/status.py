"""What a status of HTTP says."""

from __future__ import annotations

from http import HTTPStatus

REDIRECTING = frozenset((301, 302, 303, 307, 308))
"""Statuses that lead to another address (RFC 9110, section 15.4)."""


def named(status: int) -> str:
    """Write a status with its phrase."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
