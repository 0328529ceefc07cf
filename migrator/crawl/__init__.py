"""A live site, captured: asked politely, kept verbatim in WARC, so that reading it can be repeated without it."""
