"""Generated input is the same in every run: what fails here fails for everyone. `EXAMPLES` asks for more of it."""

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")
