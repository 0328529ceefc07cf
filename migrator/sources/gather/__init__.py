"""A capture as a source: what its answers tell of each document, joined road by road into one record."""
