"""Which shortcodes show something of another site, and how the address is made from what they say.

Sources: Jetpack's and WordPress.com's documentation, the plugins' pages, and real exports.
"""

from __future__ import annotations

from collections.abc import Mapping

_URLS = ("url", "src", "link", "href", "uri", "info", "video", "photo", "file", "pdf", "source", "0")

SHORTCODES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "amazon": ("{}", ("url",)),
    "amazonproduct": ("{}", ("url",)),
    "archiveorg": ("https://archive.org/details/{}", ("id", "0")),
    "archiveorg-book": ("https://archive.org/details/{}", ("id", "0")),
    "blackbirdpie": ("https://twitter.com/i/web/status/{}", ("url", "id", "0")),
    "brightcove": ("{}", ("url",)),
    "buzzsprout": ("https://www.buzzsprout.com/{}", ("episode", "0")),
    "codepen": ("{}", ("url", "0")),
    "crowdsignal": ("https://poll.fm/{}", ("poll", "0")),
    "dailymotion": ("https://www.dailymotion.com/video/{}", ("id", "video", "url", "0")),
    "dailymotion-channel": ("https://www.dailymotion.com/{}", ("user",)),
    "datawrapper": ("https://datawrapper.dwcdn.net/{}/", ("id", "url", "0")),
    "documentcloud": ("https://www.documentcloud.org/documents/{}", ("url", "id", "0")),
    "flatio": ("https://flat.io/score/{}", ("url", "id", "0")),
    "flourish": ("https://flo.uri.sh/{}/embed", ("src", "0")),
    "fusion_vimeo": ("https://vimeo.com/{}", ("id",)),
    "fusion_youtube": ("https://youtu.be/{}", ("id",)),
    "getty": ("https://www.gettyimages.com/detail/{}", ("src", "0")),
    "gist": ("https://gist.github.com/{}", ("url", "id", "0")),
    "googlevideo": ("https://video.google.com/videoplay?docid={}", ("0",)),
    "hulu": ("https://www.hulu.com/watch/{}", ("id", "url", "0")),
    "infogram": ("https://infogram.com/{}", ("id", "url", "0")),
    "instagram": ("https://www.instagram.com/p/{}/", ("url", "0")),
    "internetarchive": ("https://archive.org/details/{}", ("id", "0")),
    "lyte": ("https://youtu.be/{}", ("id", "0")),
    "metacafe": ("https://www.metacafe.com/watch/{}/", ("url", "0")),
    "polldaddy": ("https://poll.fm/{}", ("poll", "0")),
    "prezi": ("https://prezi.com/{}/", ("id", "url", "0")),
    "scribd": ("https://www.scribd.com/document/{}", ("id", "url", "0")),
    "slideshare": ("https://www.slideshare.net/slideshow/embed_code/{}", ("id", "url", "0")),
    "spotify": ("https://open.spotify.com/{}", ("uri", "url", "id", "0")),
    "su_vimeo": ("https://vimeo.com/{}", ("url",)),
    "su_youtube": ("https://youtu.be/{}", ("url",)),
    "ted": ("https://www.ted.com/talks/{}", ("id", "url", "0")),
    "tweet": ("https://twitter.com/i/web/status/{}", ("tweet", "url", "id", "0")),
    "twitter": ("{}", ("url", "0")),
    "twitter-timeline": ("https://twitter.com/{}", ("username", "0")),
    "ustream": ("http://www.ustream.tv/recorded/{}", ("vid", "url", "id", "0")),
    "veoh": ("https://www.veoh.com/watch/{}", ("url", "0")),
    "viddler": ("https://www.viddler.com/v/{}", ("id", "url", "0")),
    "videopress": ("https://videopress.com/v/{}", ("0", "id")),
    "video_lightbox_youtube": ("https://youtu.be/{}", ("video_id",)),
    "vimeo": ("https://vimeo.com/{}", ("id", "url", "0")),
    "vine": ("https://vine.co/v/{}", ("url", "id", "0")),
    "wpvideo": ("https://videopress.com/v/{}", ("0", "id")),
    "wufoo": ("{}", ("url",)),
    "youtube": ("https://youtu.be/{}", ("url", "id", "0")),
    "youtube_sc": ("https://youtu.be/{}", ("url", "video", "v", "0")),
    **dict.fromkeys(
        """
        3d-flip-book advanced_iframe arve av_video bandcamp descript dflip digg embed_pdf embeddoc embedyt et_pb_video
        et_pb_video_slider_item eventbrite evp_embed_video facebook flickr flipbook flv fvplayer gdoc
        google-drive-embed googleapps googlemaps googleplus gview houzz iframe issuu jwplayer kickstarter lytro medium
        mixcloud nextdoor pdf-embedder pdf_embed pdfjs-viewer pinterest playbuzz powerpress protected-iframe quicktime
        reddit responsive_video soundcloud storify su_gmap tiktok twitchtv vc_video videofile vr wonderplugin_pdf
        """.split(),
        ("{}", _URLS),
    ),
}
"""The address made from what a shortcode names, and the attributes that may name it, as a word or an address of its
own; "0" is the one without a name, as in `[youtube URL&w=640]` or the older `[youtube=URL]`."""

FORMS: Mapping[str, tuple[str, ...]] = {
    "amazon": tuple(f"https://www.amazon.com/dp/{{{name}}}" for name in ("asin", "box", "link")),
    "amazonproduct": ("https://www.amazon.com/dp/{asin}",),
    "bandcamp": (
        "https://bandcamp.com/EmbeddedPlayer/track={track}/",
        "https://bandcamp.com/EmbeddedPlayer/album={album}/",
    ),
    "brightcove": (
        "https://players.brightcove.net/{account_id}/{player_id}_default/index.html?videoId={video_id}",
        "https://players.brightcove.net/{account_id}/default_default/index.html?videoId={video_id}",
        "https://players.brightcove.net/{pubid}/default_default/index.html?videoId={vid}",
    ),
    "codepen": ("https://codepen.io/{user}/pen/{slug_hash}",),
    "crowdsignal": ("https://{domain}.survey.fm/{id}", "https://survey.fm/{survey}"),
    "googleapps": ("https://{domain}.google.com/{dir}?{query}", "https://{domain}.google.com/{dir}"),
    "issuu": ("https://issuu.com/{username}/docs/{name}",),
    "polldaddy": ("https://{domain}.polldaddy.com/s/{id}", "https://polldaddy.com/s/{survey}"),
    "wufoo": ("https://{username}.wufoo.com/forms/{formhash}/",),
}
"""Addresses made from several attributes, the first that has all of its own."""
