"""Sites whose content other sites show, and the addresses of one thing there: page, player, script, widget.

One row a form of address: provider, kind of thing, hosts (a host stands for its subdomains too), what follows the host
(a regular expression; the group `id` is the thing's own name there) and the address of its page, made from the
groups; "" is the address itself. `{t}` is the time to start at. Forms are tried from top to bottom.
Sources: the list of WP_oEmbed, Jetpack's shortcodes, and the players in saved pages and exports.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Form(NamedTuple):
    """One form of address of a provider.

    `path` is compiled when it is first asked for: most sites need a dozen of them, and all take a tenth of a second.
    """

    provider: str
    kind: str
    path: str
    page: str


_Row = tuple[str, str, str, str, str]

_YOUTUBE = "youtube.com youtube-nocookie.com"
_SPOTIFY = r"(?P<type>track|album|artist|playlist|show|episode|user)"
_FACEBOOK = (
    r"/(?:[^/?]+/(?:posts|photos|videos|activity)/|(?:photo|video)(?:\.php|s?[/?])|permalink\.php|media/set"
    r"|notes/|questions/|events/|watch/?\?|share/\w/|reel/)\S*"
)
_DOCS = (
    r"(?:/a/[^/]+)?(?:/u/\d+)?/(?P<type>document|spreadsheets|presentation|drawings)"
    r"/d/(?P<id>(?:e/)?[\w-]+)(?P<end>/pub(?:html)?)?"
)

# fmt: off
VIDEO: tuple[_Row, ...] = (
    ("youtube", "video", _YOUTUBE, r"/(?:playlist|embed/videoseries)\S*?[?&]list=(?P<id>[\w-]+)",
     "https://www.youtube.com/playlist?list={id}"),
    ("youtube", "video", _YOUTUBE, r"/(?:watch)?/?[?#!]\S*?\bv=(?P<id>[\w-]{6,})",
     "https://www.youtube.com/watch?v={id}{t}"),
    ("youtube", "video", _YOUTUBE, r"/(?:embed|v|e|shorts|live|watch)/(?P<id>[\w-]{6,})",
     "https://www.youtube.com/watch?v={id}{t}"),
    ("youtube", "video", "youtu.be", r"/(?P<id>[\w-]{6,})", "https://www.youtube.com/watch?v={id}{t}"),
    ("vimeo", "video", "vimeo.com", r"/(?:video/)?(?P<id>\d+)(?:\?\S*?\bh=|/)(?P<key>[0-9a-f]{8,})",
     "https://vimeo.com/{id}/{key}"),
    ("vimeo", "video", "vimeo.com", r"/(?:video/)?(?P<id>\d+)", "https://vimeo.com/{id}"),
    ("vimeo", "video", "vimeo.com", r"/moogaloop\.swf\?\S*?\bclip_id=(?P<id>\d+)", "https://vimeo.com/{id}"),
    ("vimeo", "video", "vimeo.com", r"/(?:channels|groups|album|showcase|ondemand|event)/\S*?(?P<id>\d+)?/?(?:[?#]|$)",
     ""),
    ("dailymotion", "video", "dailymotion.com", r"/(?:embed/|swf/)?(?:video/)?(?P<id>[a-z0-9]{5,})(?:_|[?/#&]|$)",
     "https://www.dailymotion.com/video/{id}"),
    ("dailymotion", "video", "dailymotion.com", r"/player\S*?[?&]video=(?P<id>\w+)",
     "https://www.dailymotion.com/video/{id}"),
    ("dailymotion", "video", "dai.ly", r"/(?P<id>\w+)", "https://www.dailymotion.com/video/{id}"),
    ("ted", "video", "ted.com", r"/(?:talks|embed)/(?:lang/[\w-]+/)?(?P<id>[\w-]+?)(?:\.html)?(?:[?/#]|$)",
     "https://www.ted.com/talks/{id}"),
    ("wordpress-tv", "video", "wordpress.tv", r"/(?P<id>\d{4}/\S+?)/?(?:[?#]|$)", ""),
    ("videopress", "video", "videopress.com video.wordpress.com v.wordpress.com", r"/(?:v/|embed/)?(?P<id>\w{6,})",
     "https://videopress.com/v/{id}"),
    ("twitch", "video", "player.twitch.tv", r"/\S*?[?&]video=v?(?P<id>\d+)", "https://www.twitch.tv/videos/{id}"),
    ("twitch", "video", "player.twitch.tv", r"/\S*?[?&]channel=(?P<id>\w+)", "https://www.twitch.tv/{id}"),
    ("twitch", "video", "clips.twitch.tv", r"/(?:embed\?clip=)?(?P<id>[\w-]+)", "https://clips.twitch.tv/{id}"),
    ("twitch", "video", "twitch.tv", r"/videos/(?P<id>\d+)", "https://www.twitch.tv/videos/{id}"),
    ("vine", "video", "vine.co", r"/v/(?P<id>\w+)", "https://vine.co/v/{id}"),
    ("archive-org", "video", "archive.org", r"/(?:embed|details)/(?P<id>[^/?#]+)", "https://archive.org/details/{id}"),
    ("wistia", "video", "wistia.net wistia.com", r"/(?:embed/)?(?:iframe|medias)/(?P<id>\w+)",
     "https://fast.wistia.net/embed/iframe/{id}"),
    ("loom", "video", "loom.com", r"/(?:embed|share)/(?P<id>\w+)", "https://www.loom.com/share/{id}"),
    ("rumble", "video", "rumble.com", r"/(?:embed/)?(?P<id>v\w+)", ""),
    ("c-span", "video", "c-span.org", r"/video/(?:standalone/)?\?(?P<id>[\w-]+)", "https://www.c-span.org/video/?{id}"),
    ("bilibili", "video", "bilibili.com", r"/\S*?\b(?P<id>BV\w{6,})", "https://www.bilibili.com/video/{id}"),
    ("bilibili", "video", "bilibili.com", r"/\S*?\b(?:aid=|av)(?P<id>\d+)", "https://www.bilibili.com/video/av{id}"),
    ("youku", "video", "youku.com", r"/(?:embed/|player\.php/sid/|v_show/id_)(?P<id>[\w=]+)",
     "https://v.youku.com/v_show/id_{id}.html"),
    ("qq", "video", "v.qq.com", r"/\S*?\bvid=(?P<id>\w+)", "https://v.qq.com/x/page/{id}.html"),
    ("google-video", "video", "video.google.com", r"/\S*?\bdocid=(?P<id>-?\d+)",
     "https://video.google.com/videoplay?docid={id}"),
    ("brightcove", "video", "players.brightcove.net", r"/\S*?\bvideoId=(?P<id>[\w:.-]+)", ""),
    ("jwplayer", "video", "jwplatform.com jwplayer.com", r"/players/(?P<id>\w+)", ""),
    ("kaltura", "video", "kaltura.com", r"/\S+", ""),
    ("livestream", "video", "livestream.com", r"/(?P<id>\S+)", ""),
    ("ustream", "video", "ustream.tv", r"/(?P<id>\S+)", ""),
    ("hulu", "video", "hulu.com", r"/(?:embed|watch)\S*", ""),
    ("blip", "video", "blip.tv", r"/(?P<id>\S+)", ""),
    ("viddler", "video", "viddler.com", r"/(?P<id>\S+)", ""),
    ("metacafe", "video", "metacafe.com", r"/(?:watch|fplayer|embed)/(?P<id>[\w-]+)",
     "https://www.metacafe.com/watch/{id}/"),
    ("funny-or-die", "video", "funnyordie.com", r"/(?:embed|videos)/(?P<id>\w+)",
     "https://www.funnyordie.com/videos/{id}"),
    ("animoto", "video", "animoto.com video214.com", r"/play/(?P<id>\w+)", ""),
)
AUDIO: tuple[_Row, ...] = (
    ("soundcloud", "audio", "soundcloud.com", r"/(?P<id>(?:tracks|playlists|users)/\d+|[^?#]+?)/?(?:[?#]|$)", ""),
    ("spotify", "audio", "spotify.com",
     rf"/(?:embed(?:-podcast)?/)?(?:intl-\w+/)?{_SPOTIFY}[/:](?P<id>(?:\w+/playlist/)?\w+)",
     "https://open.spotify.com/{type}/{id}"),
    ("apple-podcasts", "audio", "podcasts.apple.com", r"(?P<id>/\S+)", "https://podcasts.apple.com{id}"),
    ("apple-music", "audio", "music.apple.com", r"(?P<id>/\S+)", "https://music.apple.com{id}"),
    ("mixcloud", "audio", "mixcloud.com", r"(?P<id>/[^/?#]+/[^/?#]+)", "https://www.mixcloud.com{id}/"),
    ("bandcamp", "audio", "bandcamp.com", r"/EmbeddedPlayer\S*?\b(?P<id>(?:album|track)=\d+)", ""),
    ("bandcamp", "audio", "bandcamp.com", r"/(?:album|track)/(?P<id>[\w-]+)", ""),
    ("reverbnation", "audio", "reverbnation.com", r"/(?P<id>\S+)", ""),
    ("anchor", "audio",
     "anchor.fm podcasters.spotify.com", r"/(?P<id>\S+?)(?:/embed)?(?P<rest>/episodes/\S+)?(?:[?#]|$)",
     "https://anchor.fm/{id}{rest}"),
    ("libsyn", "audio", "libsyn.com", r"/embed/(?P<id>episode/id/\d+)\S*", ""),
    ("podbean", "audio", "podbean.com", r"/\S+", ""),
    ("buzzsprout", "audio", "buzzsprout.com", r"/(?P<id>\d+(?:/\d+)?)", "https://www.buzzsprout.com/{id}"),
    ("simplecast", "audio", "simplecast.com", r"/(?P<id>[\w-]{8,})", ""),
    ("megaphone", "audio", "megaphone.fm", r"/\S*?\b(?P<id>[A-Z]{3}\d+)", ""),
    ("omny", "audio", "omny.fm", r"/(?P<id>\S+?)/embed", "https://omny.fm/{id}"),
    ("captivate", "audio", "captivate.fm", r"/(?P<id>\S+)", ""),
    ("spreaker", "audio", "spreaker.com", r"/\S+", ""),
    ("pocket-casts", "audio", "pca.st", r"/(?P<id>\w+)", ""),
    ("anghami", "audio", "anghami.com", r"/\S+", ""),
)
POST: tuple[_Row, ...] = (
    ("twitter", "post", "twitter.com x.com", r"/(?P<user>\w{1,20}|i/web)/status(?:es)?/(?P<id>\d+)",
     "https://twitter.com/{user}/status/{id}"),
    ("twitter", "post", "platform.twitter.com", r"/embed/\S*?\bid=(?P<id>\d+)",
     "https://twitter.com/i/web/status/{id}"),
    ("instagram", "post", "instagram.com instagr.am", r"/(?:[\w.]+/)?(?P<type>p|tv|reel)/(?P<id>[\w-]+)",
     "https://www.instagram.com/{type}/{id}/"),
    ("facebook", "video", "facebook.com", r"/(?:[^/?]+/videos/\S*?|watch/?\?\S*?\bv=|video\.php\?\S*?\bv=)(?P<id>\d+)",
     ""),
    ("facebook", "video", "fb.watch", r"/(?P<id>[\w-]+)", "https://fb.watch/{id}/"),
    ("facebook", "post", "facebook.com", _FACEBOOK, ""),
    ("tiktok", "video", "tiktok.com", r"/(?P<user>@[^/]+)/(?:video|photo)/(?P<id>\d+)",
     "https://www.tiktok.com/{user}/video/{id}"),
    ("tiktok", "video", "tiktok.com", r"/(?:embed|player)/(?:v\d/)?(?P<id>\d+)",
     "https://www.tiktok.com/embed/v2/{id}"),
    ("tiktok", "video", "vm.tiktok.com", r"/(?P<id>\w+)", ""),
    ("pinterest", "post", "pinterest.com", r"/pin/(?P<id>[\w-]+)", "https://www.pinterest.com/pin/{id}/"),
    ("pinterest", "post", "assets.pinterest.com", r"/ext/embed\.html\?id=(?P<id>\d+)",
     "https://www.pinterest.com/pin/{id}/"),
    ("pinterest", "post", "pinterest.com", r"/(?!pin/create|ideas|search)(?P<id>[\w-]+(?:/[\w%-]+)?)/?(?:[?#]|$)", ""),
    ("reddit", "post", "reddit.com redditmedia.com", r"/(?P<r>r|user)/(?P<sub>[^/]+)/comments/(?P<id>\w+)",
     "https://www.reddit.com/{r}/{sub}/comments/{id}/"),
    ("tumblr", "post", "tumblr.com", r"/(?:post/|[\w-]+/)(?P<id>\d+)", ""),
    ("bluesky", "post", "bsky.app", r"/profile/(?P<user>[^/]+)/post/(?P<id>\w+)",
     "https://bsky.app/profile/{user}/post/{id}"),
    ("threads", "post", "threads.net threads.com", r"/(?P<user>@[\w.]+)/post/(?P<id>[\w-]+)",
     "https://www.threads.net/{user}/post/{id}"),
    ("linkedin", "post", "linkedin.com", r"/(?:embed/)?feed/update/(?P<id>urn:li:\w+:\d+)",
     "https://www.linkedin.com/feed/update/{id}/"),
    ("telegram", "post", "t.me", r"/(?P<id>\w+/\d+)", "https://t.me/{id}"),
    ("storify", "post", "storify.com", r"/(?P<id>[\w-]+/[\w-]+?)(?:\.js|/embed|\.html)?(?:[?#/]|$)",
     "https://storify.com/{id}"),
)
IMAGE: tuple[_Row, ...] = (
    ("getty", "image", "embed.gettyimages.com", r"/embed/(?P<id>\d+)", "https://www.gettyimages.com/detail/{id}"),
    ("getty", "image", "gettyimages.com", r"/detail/(?:\S*?/)?(?P<id>\d{5,})",
     "https://www.gettyimages.com/detail/{id}"),
    ("getty", "image", "gty.im", r"/(?P<id>\d+)", "https://www.gettyimages.com/detail/{id}"),
    ("flickr", "image", "flickr.com", r"/photos/[^/]+/(?:(?:sets|albums)/)?(?P<id>\d+)?", ""),
    ("flickr", "video", "flickr.com", r"/apps/(?:video|slideshow)\S*?\b(?:photo|set)_?id=(?P<id>\d+)", ""),
    ("flickr", "image", "flic.kr", r"/(?:p|s)/(?P<id>\w+)", "https://flic.kr/p/{id}"),
    ("imgur", "image", "imgur.com", r"/(?P<id>(?:a/|gallery/)?\w{4,})(?:/embed)?(?!\.)\b", "https://imgur.com/{id}"),
    ("giphy", "image", "giphy.com", r"/(?:embed|media|gifs|clips)/(?:[\w-]*-)?(?P<id>\w+)",
     "https://giphy.com/gifs/{id}"),
    ("smugmug", "image", "smugmug.com", r"/\S+", ""),
    ("someecards", "image", "someecards.com some.ly", r"/\S+", ""),
)
DOCUMENT: tuple[_Row, ...] = (
    ("issuu", "document", "issuu.com", r"/(?P<user>[^/]+)/docs/(?P<id>[^/?#]+)", "https://issuu.com/{user}/docs/{id}"),
    ("issuu", "document", "issuu.com", r"/embed\.html\?(?=\S*?\bu=(?P<user>[\w.-]+))\S*?\bd=(?P<id>[\w.-]+)",
     "https://issuu.com/{user}/docs/{id}"),
    ("issuu", "document", "issuu.com", r"/embed\.html\S*?#(?P<id>\d+/\d+)", ""),
    ("scribd", "document", "scribd.com", r"/(?:doc|document|embeds|fullscreen)/(?P<id>\d+)",
     "https://www.scribd.com/document/{id}"),
    ("slideshare", "document", "slideshare.net", r"/(?:slideshow/)?embed_code/(?:key/)?(?P<id>\w+)",
     "https://www.slideshare.net/slideshow/embed_code/{id}"),
    ("slideshare", "document", "slideshare.net", r"/(?!swf/)(?P<id>[\w-]+/[\w-]+)", "https://www.slideshare.net/{id}"),
    ("slideshare", "document", "slidesharecdn.com", r"/swf/\S*?\b(?:stripped_title|doc)=(?P<id>[\w-]+)", ""),
    ("speaker-deck", "document", "speakerdeck.com", r"/(?:player/)?(?P<id>[\w-]+(?:/[\w-]+)?)",
     "https://speakerdeck.com/player/{id}"),
    ("documentcloud", "document", "documentcloud.org", r"/documents/(?P<id>\d+(?:-[\w-]+)?)",
     "https://www.documentcloud.org/documents/{id}"),
    ("google-docs", "document", "docs.google.com", _DOCS, "https://docs.google.com/{type}/d/{id}{end}"),
    ("google-forms", "form", "docs.google.com", r"(?:/a/[^/]+)?/forms/(?:u/\d+/)?d/(?P<id>(?:e/)?[\w-]+)",
     "https://docs.google.com/forms/d/{id}/viewform"),
    ("google-forms", "form", "docs.google.com spreadsheets.google.com",
     r"/(?:spreadsheet/)?(?:viewform|embeddedform)\S*?\b(?:formkey|key)=(?P<id>[\w-]+)", ""),
    ("google-forms", "form", "forms.gle", r"/(?P<id>\w+)", "https://forms.gle/{id}"),
    ("google-docs", "document", "docs.google.com spreadsheets.google.com",
     r"/\S*?\b(?:key|id|docid|docID)=(?P<id>[\w-]+)", ""),
    ("google-drive", "document", "drive.google.com", r"/(?:a/[^/]+/)?file/d/(?P<id>[\w-]+)",
     "https://drive.google.com/file/d/{id}/view"),
    ("google-drive", "document", "drive.google.com", r"/embeddedfolderview\?id=(?P<id>[\w-]+)",
     "https://drive.google.com/drive/folders/{id}"),
    ("yumpu", "document", "yumpu.com", r"/\S*?(?P<id>\d{5,})", ""),
    ("calameo", "document", "calameo.com", r"/\S*?\b(?:bkcode=|books/|read/)(?P<id>\w+)",
     "https://www.calameo.com/read/{id}"),
    ("fliphtml5", "document", "fliphtml5.com", r"/(?P<id>\w+/\w+)", "https://online.fliphtml5.com/{id}/"),
    ("joomag", "document", "joomag.com", r"/\S+", ""),
    ("canva", "document", "canva.com", r"/design/(?P<id>[\w-]+(?:/[\w-]+)?)/(?:view|watch)",
     "https://www.canva.com/design/{id}/view"),
)
OTHER: tuple[_Row, ...] = (
    ("google-maps", "map", "google.com", r"/maps/d/(?:u/\d+/)?(?:embed|viewer)\S*?\bmid=(?P<id>[\w.-]+)",
     "https://www.google.com/maps/d/viewer?mid={id}"),
    ("google-maps", "map", "google.com", r"/maps(?:/\S*|\?\S+)?", ""),
    ("google-maps", "map", "maps.google.com", r"/\S*", ""),
    ("google-maps", "map", "goo.gl", r"/maps/(?P<id>\w+)", "https://goo.gl/maps/{id}"),
    ("google-maps", "map", "maps.app.goo.gl", r"/(?P<id>\w+)", "https://maps.app.goo.gl/{id}"),
    ("google-calendar", "calendar", "google.com", r"/calendar/\S*?embed\S+", ""),
    ("google-calendar", "calendar", "calendar.google.com", r"/calendar/\S*?embed\S+", ""),
    ("openstreetmap", "map", "openstreetmap.org", r"/export/embed\.html\S*", ""),
    ("gist", "code", "gist.github.com", r"/(?P<id>(?:[\w-]+/)?[0-9a-f]+)", "https://gist.github.com/{id}"),
    ("codepen", "code",
     "codepen.io", r"/(?P<user>(?:team/)?[\w-]+)/(?:pen|embed|details|full)/(?:preview/)?(?P<id>\w+)",
     "https://codepen.io/{user}/pen/{id}"),
    ("jsfiddle", "code", "jsfiddle.net jshell.net", r"/(?P<id>[\w-]+(?:/[\w-]+)?(?:/\d+)?)",
     "https://jsfiddle.net/{id}/"),
    ("replit", "code", "replit.com repl.it", r"/(?P<id>@[\w-]+/[\w-]+)", "https://replit.com/{id}"),
    ("codesandbox", "code", "codesandbox.io", r"/(?:embed|s)/(?P<id>[\w-]+)", "https://codesandbox.io/s/{id}"),
    ("wolfram-cloud", "code", "wolframcloud.com", r"/obj/(?P<id>\S+)", ""),
    ("datawrapper", "chart", "datawrapper.dwcdn.net", r"/(?P<id>\w{5})\b", "https://datawrapper.dwcdn.net/{id}/"),
    ("datawrapper", "chart", "datawrapper.de", r"/_/(?P<id>\w{5})\b", "https://datawrapper.dwcdn.net/{id}/"),
    ("infogram", "chart", "infogram.com infogr.am", r"/(?P<id>[\w-]+)", "https://infogram.com/{id}"),
    ("flourish", "chart", "flo.uri.sh", r"/(?P<type>visualisation|story)/(?P<id>\d+)",
     "https://public.flourish.studio/{type}/{id}/"),
    ("flourish", "chart", "public.flourish.studio", r"/(?P<type>visualisation|story)/(?P<id>\d+)",
     "https://public.flourish.studio/{type}/{id}/"),
    ("tableau", "chart", "public.tableau.com", r"/views/(?P<id>[^?#]+?)/?(?:[?#]|$)",
     "https://public.tableau.com/views/{id}"),
    ("arcgis", "map", "arcgis.com", r"/(?:apps|home)/\S+", ""),
    ("power-bi", "chart", "app.powerbi.com", r"/\S+", ""),
    ("knightlab", "interactive", "knightlab.com", r"/(?:libs|storymapjs)/\S+", ""),
    ("crowdsignal", "poll", "poll.fm", r"/(?P<id>\w+)", "https://poll.fm/{id}"),
    ("crowdsignal", "poll", "polldaddy.com crowdsignal.com", r"/(?:polls?|p)/(?P<id>\d+)", "https://poll.fm/{id}"),
    ("crowdsignal", "poll", "polldaddy.com crowdsignal.com", r"/s/(?P<id>[\w-]+)", ""),
    ("crowdsignal", "poll", "survey.fm crowdsignal.net", r"/(?P<id>[\w-]+)/?(?:[?#]|$)", ""),
    ("typeform", "form", "typeform.com", r"/to/(?P<id>\w+)", ""),
    ("jotform", "form", "jotform.com jotform.us jotformeu.com", r"/(?:jsform/|form/)?(?P<id>\d{8,})",
     "https://form.jotform.com/{id}"),
    ("wufoo", "form", "wufoo.com", r"/(?:embed|forms)/(?P<id>[\w-]+)", ""),
    ("surveymonkey", "form", "surveymonkey.com", r"/r/(?P<id>\w+)", ""),
    ("kickstarter", "commerce", "kickstarter.com", r"/projects/(?P<id>[\w-]+/[\w-]+)",
     "https://www.kickstarter.com/projects/{id}"),
    ("kickstarter", "commerce", "kck.st", r"/(?P<id>\w+)", ""),
    ("calendly", "event", "calendly.com", r"/(?P<id>[\w/-]+)", ""),
    ("eventbrite", "event", "eventbrite.com", r"/e/(?P<id>[\w-]+)", ""),
    ("strava", "post", "strava.com", r"/activities/(?P<id>\d+)", "https://www.strava.com/activities/{id}"),
    ("cloudup", "document", "cloudup.com", r"/(?P<id>\w+)", ""),
    ("screencast", "video", "screencast.com", r"/\S+", ""),
)
# fmt: on

WRAPPERS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "cdn.embedly.com/widgets/media.html": ("", "page", ("url", "src")),
    "w.soundcloud.com/player": ("soundcloud", "audio", ("url",)),
    "mixcloud.com/widget/iframe": ("mixcloud", "audio", ("feed",)),
    "player-widget.mixcloud.com/widget/iframe": ("mixcloud", "audio", ("feed",)),
    "embed.spotify.com/": ("spotify", "audio", ("uri",)),
    "facebook.com/plugins/": ("facebook", "page", ("href",)),
    "docs.google.com/viewer": ("google-docs", "document", ("url",)),
    "docs.google.com/gview": ("google-docs", "document", ("url",)),
    "view.officeapps.live.com/op": ("office", "document", ("src",)),
}
"""Players that are told in a parameter whose address they show: provider, kind of thing, parameters."""


def _by_host(rows: Iterable[_Row]) -> Mapping[str, tuple[Form, ...]]:
    forms: dict[str, tuple[Form, ...]] = {}
    for provider, kind, hosts, path, page in rows:
        for host in hosts.split():
            forms[host] = (*forms.get(host, ()), Form(provider, kind, path, page))
    return forms


PROVIDERS: Mapping[str, tuple[Form, ...]] = _by_host((*VIDEO, *AUDIO, *POST, *IMAGE, *DOCUMENT, *OTHER))
"""Forms of address by host."""
