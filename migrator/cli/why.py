"""`migrator why`: why an address was or was not taken when a site was crawled."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from migrator.crawl.frontier import read_frontier
from migrator.crawl.warc_files import FOLDER
from migrator.crawl.why import explain


@click.command("why", epilog="Example: migrator why https://gazette.example/2024/04/story/ archive")
@click.argument("url")
@click.argument("archive", type=click.Path(path_type=Path, file_okay=False))
def why_command(url: str, archive: Path) -> None:
    """Explain why an address of a crawled site was taken or not: by which road, what named it, where it is kept."""
    with closing(read_frontier(archive / FOLDER)) as frontier:
        for line in explain(url, frontier):
            click.echo(f"{line.about:12} {line.said}")
