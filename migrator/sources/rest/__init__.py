"""Reading what a site's REST API (`wp/v2`) answers: functions from decoded JSON to the nouns of the model."""

from migrator.sources.rest.coauthors import read_coauthor
from migrator.sources.rest.comments import read_comment
from migrator.sources.rest.lookups import (
    Lookups,
    read_root,
    read_taxonomies,
    read_term,
    read_user,
    with_parents,
)
from migrator.sources.rest.media import read_media
from migrator.sources.rest.posts import read_post

__all__ = [
    "Lookups",
    "read_coauthor",
    "read_comment",
    "read_media",
    "read_post",
    "read_root",
    "read_taxonomies",
    "read_term",
    "read_user",
    "with_parents",
]
