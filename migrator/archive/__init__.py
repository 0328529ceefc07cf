"""The archive on disk: layout, files, lists, ledger, manifest, checks."""
