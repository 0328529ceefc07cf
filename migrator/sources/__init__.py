"""Where content comes from: each source finds Records; `opening` knows which source a path is."""
