"""What differs."""
def expected_of(road: str, found: set[tuple[str, str]]) -> set[tuple[str, str]]:
    return set()
