"""Shortcodes that show something of another site, or a document in a viewer."""

from __future__ import annotations

NAMES = tuple(
    """
    3d-flip-book advanced_iframe archiveorg archiveorg-book arve bandcamp blackbirdpie borlabs-cookie brightcove
    buzzsprout codepen crowdsignal dailymotion dailymotion-channel datawrapper descript dflip documentcloud embed_pdf
    embeddoc embedyt eventbrite evp_embed_video facebook flatio flickr flipbook flourish flowplayer fvplayer gdoc getty
    gist google-drive-embed googleapps googlemaps googleplus googlevideo gview houzz hulu infogram instagram
    internetarchive issuu jwplayer kickstarter lyte lytro mixcloud nextdoor pdf-embedder pdf_embed pdfjs-viewer playbuzz
    podlove-episode-web-player polldaddy powerpress protected-iframe real3dflipbook responsive_video scribd slideshare
    smartframe soundcloud spotify ted tweet twitchtv twitter-timeline ustream video_lightbox_youtube videopress vimeo
    wonderplugin_pdf wpvideo wufoo youtube youtube_sc
    """.split()
)
"""Names that no one writes in brackets as a word."""

WORDS = tuple(
    """
    digg flv iframe medium metacafe pinterest podcast poll prezi quicktime reddit storify tiktok twitter veoh viddler
    videofile vine vr
    """.split()
)
"""Names that are words: they count only with attributes or a closing tag."""

NOT_BARE = frozenset("facebook gist instagram spotify tweet youtube".split())
"""Names that show nothing without an attribute or a closing tag and are words: "in a [tweet] he said" is text."""
