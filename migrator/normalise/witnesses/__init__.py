"""What a page's markup says of its author and date: JSON-LD, meta elements, microformats, links, visible lines."""
