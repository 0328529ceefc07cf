"""The errors that end a run, each with the exit code that a caller can act on."""

from __future__ import annotations


class MigratorError(Exception):
    """The run can't go on; the message says what is wrong, where, and what to do."""

    exit_code = 1


class UsageError(MigratorError):
    """An option, a path or a setting can't be used as it was given."""

    exit_code = 2


class SourceError(MigratorError):
    """The source can't be read at all: it is missing, empty, or no WordPress export."""

    exit_code = 3


class ArchiveError(MigratorError):
    """The archive folder can't be written or read: no space, no permission, or not an archive."""

    exit_code = 4


class IntegrityError(MigratorError):
    """What was written doesn't add up: the reconciliation, the manifest or a schema says so."""

    exit_code = 5


class Postponed(MigratorError):  # noqa: N818  (it is no error of the program)
    """A live site is to be left alone for now; what was had is kept and the next run goes on from there."""

    exit_code = 6


class Interrupted(MigratorError):  # noqa: N818  (it is no error of the program)
    """The user stopped the run; what was finished is kept and the next run goes on from there."""

    exit_code = 130
