"""The command line: options, progress, messages on stderr, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

import click

from migrator import __version__
from migrator.errors import Interrupted, MigratorError

EPILOG = """Exit codes: 0 all is well; 1 finished with gaps: items that failed, media that are missing, a damaged
source; 2 wrong usage or settings; 3 no source that can be read; 4 the archive can't be written or read; 5 the archive
doesn't add up; 6 the site is to be left alone for now; 130 stopped by the user.

Example: migrator convert export.xml -o archive"""


COMMANDS: Mapping[str, str] = {
    "convert": "Turn an export into an archive.",
    "crawl": "Capture a live site, and turn it into an archive.",
    "why": "Explain why an address of a crawled site was taken or not.",
    "media": "Fetch the pictures and files that an archive still lacks.",
    "inspect": "Tell what is in an export before anything is written.",
    "check": "Prove an archive.",
    "people": "Suggest which persons of an archive are the same.",
    "diff": "Show a document's source beside what became of it.",
    "rules": "List the cleaning rules, or try them on a page.",
}
"""The commands, each in a module of its name, with what the overview says of it."""


class Commands(click.Group):
    """The commands, of which one is only loaded when it is called: all of them take half a second."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click asks so)
        """Name the commands in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), f"{cmd_name}_command")
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the overview without loading anything."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="migrator")
def commands() -> None:
    """Turn a WordPress export into a clean, lasting archive of Markdown and JSON."""


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
