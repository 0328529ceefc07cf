"""Authors, dates, images, links and terms in one form each."""
