"""The tables of a frontier: addresses, items that answers gave, what the site counts, runs and what changed in them."""

TABLES = """
CREATE TABLE IF NOT EXISTS url (
    number INTEGER PRIMARY KEY, key TEXT UNIQUE NOT NULL, url TEXT NOT NULL, kind TEXT NOT NULL, road TEXT NOT NULL,
    rank INTEGER NOT NULL, aim TEXT DEFAULT '', mark TEXT DEFAULT '', via TEXT DEFAULT '', depth INTEGER DEFAULT 0,
    lastmod TEXT DEFAULT '', optional INTEGER DEFAULT 0, state TEXT DEFAULT 'waiting', status INTEGER DEFAULT 0,
    etag TEXT DEFAULT '', last_modified TEXT DEFAULT '', digest TEXT DEFAULT '', file TEXT DEFAULT '',
    offset INTEGER DEFAULT 0, length INTEGER DEFAULT 0, tries INTEGER DEFAULT 0,
    reason TEXT DEFAULT '', time TEXT DEFAULT '', run INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS url_waiting ON url (rank, number) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS url_refused ON url (reason) WHERE state = 'refused';
CREATE TABLE IF NOT EXISTS item (
    key TEXT PRIMARY KEY, aim TEXT NOT NULL, url TEXT DEFAULT '', name TEXT DEFAULT '', modified TEXT DEFAULT '',
    digest TEXT DEFAULT '', title TEXT DEFAULT '', document INTEGER DEFAULT 0, whole INTEGER DEFAULT 1,
    via TEXT DEFAULT '', state TEXT DEFAULT 'there', run INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS item_name ON item (name);
CREATE INDEX IF NOT EXISTS item_aim ON item (aim);
CREATE TABLE IF NOT EXISTS change (
    run INTEGER, key TEXT, kind TEXT, url TEXT, modified TEXT, PRIMARY KEY (run, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS total (aim TEXT PRIMARY KEY, items INTEGER, run INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (number INTEGER PRIMARY KEY, started TEXT, ended TEXT DEFAULT '');
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
"""`url.state` is waiting, done, same (not asked for again), refused, failed,
replaced (by others) or gone; `item.state` is there or gone.

`name` and `key` of an address are as `addresses.key_of` writes them, the `key` of an item is "posts/12" or "page/…".
`run` is the last in which something was met with.
"""
