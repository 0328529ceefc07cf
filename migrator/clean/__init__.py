"""Take out what is not the publication, and make the rest canonical HTML."""
