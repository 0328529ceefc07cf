"""The command line: options, progress, messages, exit codes."""
