"""The command line: options, progress, messages on stderr, exit codes."""

from __future__ import annotations

import sys

import click

from migrator import __version__
from migrator.cli.check import check_command
from migrator.cli.convert import convert_command
from migrator.cli.diff import diff_command
from migrator.cli.inspect import inspect_command
from migrator.cli.media import media_command
from migrator.cli.people import people_command
from migrator.cli.rules import rules_command
from migrator.errors import Interrupted, MigratorError

EPILOG = """Exit codes: 0 all is well; 1 finished with gaps: items that failed, media that are missing; 2 wrong usage or
settings; 3 no source that can be read; 4 the archive can't be written or read; 5 the archive doesn't add up; 130
stopped by the user.

Example: migrator convert export.xml -o archive"""


@click.group(epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="migrator")
def commands() -> None:
    """Turn a WordPress export into a clean, lasting archive of Markdown and JSON."""


for _command in (
    convert_command,
    media_command,
    inspect_command,
    check_command,
    people_command,
    diff_command,
    rules_command,
):
    commands.add_command(_command)


def main() -> None:
    """Run the command line and exit with the code that tells what happened."""
    try:
        code = commands(standalone_mode=False)
    except MigratorError as error:
        click.echo(f"migrator: {error}", err=True)
        sys.exit(error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("migrator: stopped", err=True)
        sys.exit(Interrupted.exit_code)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)
