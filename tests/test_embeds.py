"""Which provider an address belongs to, and what becomes of it."""

from __future__ import annotations

import re
from hashlib import md5

import pytest
from lxml import etree
from lxml.etree import _Element

from migrator.clean import clean
from migrator.clean.embeds import embed, embed_in, find, meaningful, target
from migrator.clean.providers import PROVIDERS
from migrator.markup.html import parse
from migrator.markup.text import spaced_text
from migrator.model import Record
from tests.newspaper import story
from tests.sites import BASE, make_post, make_site

PAGES = {
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ": "youtube video dQw4w9WgXcQ https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "http://youtube.com/watch?feature=player_embedded&amp;v=dQw4w9WgXcQ&t=1m3s": (
        "youtube video dQw4w9WgXcQ https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m3s"
    ),
    "//www.youtube-nocookie.com/embed/zzzzzzzzzzz?rel=0&start=30": (
        "youtube video zzzzzzzzzzz https://www.youtube.com/watch?v=zzzzzzzzzzz&t=30"
    ),
    "http://www.youtube.com/v/OLDFLASH001&hl=en": "youtube video OLDFLASH001 https://www.youtube.com/watch?v=OLDFLASH001",
    "https://www.youtube.com/embed/videoseries?list=PL1": "youtube video PL1 https://www.youtube.com/playlist?list=PL1",
    "https://vimeo.com/76979871": "vimeo video 76979871 https://vimeo.com/76979871",
    "https://player.vimeo.com/video/76979871?h=8272103f6e": "vimeo video 76979871 https://vimeo.com/76979871/8272103f6e",
    "player.vimeo.com/video/76979871": "vimeo video 76979871 https://vimeo.com/76979871",
    "http://vimeo.com/moogaloop.swf?clip_id=123&amp;x=1": "vimeo video 123 https://vimeo.com/123",
    "https://x.com/a/status/123?s=20": "twitter post 123 https://twitter.com/a/status/123",
    "https://www.instagram.com/reel/CxYz/?utm_source=ig": "instagram post CxYz https://www.instagram.com/reel/CxYz/",
    "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Flab%2Fvideos%2F10%2F": (
        "facebook video 10 https://www.facebook.com/lab/videos/10/"
    ),
    "https://www.tiktok.com/@lab/video/7212?is_copy=1": "tiktok video 7212 https://www.tiktok.com/@lab/video/7212",
    "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/123&color=f": (
        "soundcloud audio tracks/123 https://api.soundcloud.com/tracks/123"
    ),
    "https://open.spotify.com/embed/track/6rq?utm_source=generator": "spotify audio 6rq https://open.spotify.com/track/6rq",
    "spotify:album:1DF": "spotify audio 1DF https://open.spotify.com/album/1DF",
    "https://embed.spotify.com/?uri=spotify:track:6rq": "spotify audio 6rq https://open.spotify.com/track/6rq",
    "https://www.mixcloud.com/widget/iframe/?feed=%2Fa%2Fb%2F": "mixcloud audio /a/b https://www.mixcloud.com/a/b/",
    "https://gist.github.com/octocat/aa5.js?file=x.rb": "gist code octocat/aa5 https://gist.github.com/octocat/aa5",
    "https://codepen.io/octocat/embed/preview/AbC?height=300": "codepen code AbC https://codepen.io/octocat/pen/AbC",
    "https://www.google.com/maps/d/u/0/embed?mid=1xyz": (
        "google-maps map 1xyz https://www.google.com/maps/d/viewer?mid=1xyz"
    ),
    "https://docs.google.com/document/d/1abc/pub?embedded=true": (
        "google-docs document 1abc https://docs.google.com/document/d/1abc/pub"
    ),
    "https://docs.google.com/a/lab.edu/forms/d/1abc/viewform?embedded=true": (
        "google-forms form 1abc https://docs.google.com/forms/d/1abc/viewform"
    ),
    "https://e.issuu.com/embed.html?d=spring&u=lab": "issuu document spring https://issuu.com/lab/docs/spring",
    "https://www.scribd.com/embeds/12345/content?x=1": "scribd document 12345 https://www.scribd.com/document/12345",
    "//embed.gettyimages.com/embed/1234567890?et=A": (
        "getty image 1234567890 https://www.gettyimages.com/detail/1234567890"
    ),
    "https://www.gettyimages.co.uk/detail/news-photo/a-b/1234567890": (
        "getty image 1234567890 https://www.gettyimages.com/detail/1234567890"
    ),
    "https://dai.ly/x7tgad0": "dailymotion video x7tgad0 https://www.dailymotion.com/video/x7tgad0",
    "https://embed-ssl.ted.com/talks/jill.html": "ted video jill https://www.ted.com/talks/jill",
    "https://www.reddit.com/r/x/comments/abc/t/": "reddit post abc https://www.reddit.com/r/x/comments/abc/",
    "https://giphy.com/gifs/cat-fun-xT9Ig": "giphy image xT9Ig https://giphy.com/gifs/xT9Ig",
    "https://flo.uri.sh/story/123/embed": "flourish chart 123 https://public.flourish.studio/story/123/",
    "https://archive.org/embed/item_1": "archive-org video item_1 https://archive.org/details/item_1",
    "https://videopress.com/embed/OO9abcde?hd=1": "videopress video OO9abcde https://videopress.com/v/OO9abcde",
    "https://static.polldaddy.com/p/123456.js": "crowdsignal poll 123456 https://poll.fm/123456",
    "https://cdn.embedly.com/widgets/media.html?url=https%3A%2F%2Fvimeo.com%2F76979871&src=x": (
        "vimeo video 76979871 https://vimeo.com/76979871"
    ),
    "https://streamable.com/e/abcd1": "streamable video abcd1 https://streamable.com/abcd1",
    "https://www.hudl.com/embed/video/3/123/5f0abc": (
        "hudl video video/3/123/5f0abc https://www.hudl.com/video/3/123/5f0abc"
    ),
    "http://www.veoh.com/static/swf/webplayer/WebPlayer.swf?version=A&permalinkId=v123abc&player=x": (
        "veoh video v123abc https://www.veoh.com/watch/v123abc"
    ),
    "https://vk.com/video_ext.php?oid=-1&id=2&hash=3": "vk video 2 https://vk.com/video-1_2",
    "https://audioboom.com/posts/7654321/embed/v4": "audioboom audio 7654321 https://audioboom.com/posts/7654321",
    "https://embed.podcasts.apple.com/us/podcast/the-daily/id1200361736?i=10": (
        "apple-podcasts audio /us/podcast/the-daily/id1200361736?i=10 https://podcasts.apple.com/us/podcast/the-daily/id1200361736?i=10"
    ),
    "https://www.buzzsprout.com/1234/567-title.js?container_id=x": (
        "buzzsprout audio 1234/567 https://www.buzzsprout.com/1234/567"
    ),
    "https://playlist.megaphone.fm?e=ABC1234567890": (
        "megaphone audio ABC1234567890 https://playlist.megaphone.fm?e=ABC1234567890"
    ),
    "https://omny.fm/shows/a/b/embed?style=cover": "omny audio shows/a/b https://omny.fm/shows/a/b",
    "https://anchor.fm/gazette/embed/episodes/First-e1abc/a-a1": (
        "anchor audio gazette https://anchor.fm/gazette/episodes/First-e1abc/a-a1"
    ),
    "https://player.twitch.tv/?channel=gazette&parent=x": "twitch video gazette https://www.twitch.tv/gazette",
    "https://www.c-span.org/video/standalone/?c123/title": "c-span video c123 https://www.c-span.org/video/?c123",
    "https://fr.pinterest.com/pin/99360735500167749/": (
        "pinterest post 99360735500167749 https://www.pinterest.com/pin/99360735500167749/"
    ),
    "https://embed.bsky.app/embed/did:plc:abc/app.bsky.feed.post/3kabc": (
        "bluesky post 3kabc https://bsky.app/profile/did:plc:abc/post/3kabc"
    ),
    "https://www.linkedin.com/embed/feed/update/urn:li:share:123": (
        "linkedin post urn:li:share:123 https://www.linkedin.com/feed/update/urn:li:share:123/"
    ),
    "https://tenor.com/embed/5246551": "tenor image 5246551 https://tenor.com/view/5246551",
    "https://www.datawrapper.de/_/AbCdE/": "datawrapper chart AbCdE https://datawrapper.dwcdn.net/AbCdE/",
    "https://e.infogram.com/abc-1?src=embed": "infogram chart abc-1 https://infogram.com/abc-1",
    "https://public.tableau.com/views/Book/Sheet1?:embed=y&:showVizHome=no": (
        "tableau chart Book/Sheet1 https://public.tableau.com/views/Book/Sheet1"
    ),
    "https://storify.com/gazette/strike/embed?border=false": (
        "storify post gazette/strike https://storify.com/gazette/strike"
    ),
    "https://gazette.survey.fm/food": "crowdsignal poll food https://gazette.survey.fm/food",
    "https://form.jotform.com/jsform/12345678901234": (
        "jotform form 12345678901234 https://form.jotform.com/12345678901234"
    ),
    "https://docs.google.com/presentation/d/1abc/embed?start=false": (
        "google-docs document 1abc https://docs.google.com/presentation/d/1abc"
    ),
    "https://drive.google.com/file/d/1abc/preview": (
        "google-drive document 1abc https://drive.google.com/file/d/1abc/view"
    ),
    "https://embed.documentcloud.org/documents/123-minutes/?embed=1": (
        "documentcloud document 123-minutes https://www.documentcloud.org/documents/123-minutes"
    ),
    "https://v.calameo.com/?bkcode=000123abc": "calameo document 000123abc https://www.calameo.com/read/000123abc",
    "https://prezi.com/v/embed/1234567/": "prezi document 1234567 https://prezi.com/v/embed/1234567/",
    "https://jsfiddle.net/user/abc12/2/embedded/result/": (
        "jsfiddle code user/abc12/2 https://jsfiddle.net/user/abc12/2/"
    ),
    "https://www.kickstarter.com/projects/a/b/widget/card.html?v=2": (
        "kickstarter commerce a/b https://www.kickstarter.com/projects/a/b"
    ),
    "https://www.gofundme.com/mvc.php?route=widgets/mediawidget&fund=abc": (
        "gofundme commerce abc https://www.gofundme.com/f/abc"
    ),
    "https://www.amazon.co.uk/Some-Book/dp/B00ABCDEFG/ref=sr_1_1?tag=x-20": (
        "amazon commerce B00ABCDEFG https://www.amazon.co.uk/dp/B00ABCDEFG"
    ),
    "https://www.youtube.com/embed/?listType=playlist&list=PL1": (
        "youtube video PL1 https://www.youtube.com/playlist?list=PL1"
    ),
    "https://sketchfab.com/models/0123456789abcdef0123456789abcdef/embed": (
        "sketchfab interactive 0123456789abcdef0123456789abcdef https://sketchfab.com/3d-models/0123456789abcdef0123456789abcdef"
    ),
    "https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1764700000000000000": (
        "twitter post 1764700000000000000 https://twitter.com/i/web/status/1764700000000000000"
    ),
    "https://www.facebook.com/watch/live/?v=123": "facebook video 123 https://www.facebook.com/watch/live/?v=123",
    "https://video.wordpress.com/embed/hrPKeL5t": "videopress video hrPKeL5t https://videopress.com/v/hrPKeL5t",
    "httpv://www.youtube.com/watch?v=dQw4w9WgXcQ": (
        "youtube video dQw4w9WgXcQ https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    ),
    "https://docs.google.com/viewer?url=https%3A%2F%2Fx.org%2Fa.pdf&embedded=true": (
        "google-docs document  https://x.org/a.pdf"
    ),
}


@pytest.mark.parametrize(("url", "expected"), PAGES.items())
def test_an_address_leads_to_its_page(url: str, expected: str) -> None:
    shown = find(url)
    assert shown is not None
    assert " ".join(shown) == expected


@pytest.mark.parametrize("url", PAGES)
def test_the_page_of_a_page_is_itself(url: str) -> None:
    page = target(url).url
    assert target(page).url == page


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/watch?v=dQw4w9WgXcQ",
        "https://notyoutube.com/watch?v=dQw4w9WgXcQ",
        "https://www.youtube.com/channel/UC1",
        "https://twitter.com/jack",
        "https://www.facebook.com/somebody",
        "https://vimeo.com/about",
        "https://www.google.com/search?q=maps",
        "https://i.imgur.com/abcd.jpg",
        "http://[broken/",
        "mailto:desk@example.org",
        "",
    ],
)
def test_other_addresses_are_nobodys(url: str) -> None:
    assert find(url) is None
    assert target(url)[1:3] == ("page", "")


def test_every_form_names_its_thing_where_its_page_asks_for_it() -> None:
    for forms in PROVIDERS.values():
        for form in forms:
            groups = set(re.compile(form.path).groupindex)
            assert {name for name in ("id", "type", "user") if "{" + name + "}" in form.page} <= groups


def test_a_figure_links_to_the_page_under_the_title() -> None:
    figure = embed("https://youtu.be/dQw4w9WgXcQ", "A song", "The caption")
    assert dict(figure.attrib) == {
        "class": "embed",
        "data-provider": "youtube",
        "data-kind": "video",
        "data-id": "dQw4w9WgXcQ",
    }
    assert [(child.tag, child.text) for child in figure] == [("a", "A song"), ("figcaption", "The caption")]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("YouTube video player", ""),
        ("Embedded content", ""),
        ("Spotify Embed: Episode 12", "Episode 12"),
        ("  The   film ", "The film"),
        ("Videos of the year", "Videos of the year"),
        ("", ""),
    ],
)
def test_the_name_of_a_player_is_no_title(title: str, said: str) -> None:
    assert meaningful(title) == said


TWEET = (
    '<blockquote class="twitter-tweet"><p>Snow day!</p>&mdash; Millbrook '
    '<a href="https://twitter.com/MillbrookEdu/status/11?ref_src=x">March 4</a></blockquote><script></script>'
)
PLAYER = '<iframe title="A &amp; B" src="https://www.youtube.com/embed/dQw4w9WgXcQ?feature=oembed"></iframe>'


def stored(url: str, *answers: str) -> _Element:
    meta = [(f"_oembed_{number:032x}", answer) for number, answer in enumerate(answers)]
    return embed_in(make_post(meta=[("_oembed_time_1", "171"), *meta]), url)


def test_what_wordpress_stored_of_an_answer_gives_the_title() -> None:
    figure = stored("https://youtu.be/dQw4w9WgXcQ?t=3", "{{unknown}}", TWEET, PLAYER)
    assert figure[0].text == "A & B"
    assert figure[0].get("href") == "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3"


def test_what_wordpress_stored_of_an_answer_gives_a_posts_words() -> None:
    both = stored("https://x.com/MillbrookEdu/status/11", PLAYER, TWEET)
    assert [child.tag for child in both] == ["blockquote", "figure"]
    assert "".join(both[0].itertext()) == "Snow day!— Millbrook March 4"
    assert both[0].get("cite") == both[1][0].get("href") == "https://twitter.com/MillbrookEdu/status/11"


def test_an_answer_about_something_else_is_not_used() -> None:
    figure = stored("https://youtu.be/aaaaaaaaaaa", TWEET, PLAYER)
    assert etree.tostring(figure, encoding="unicode").count("aaaaaaaaaaa") == 3


@pytest.mark.parametrize(
    "content",
    ["[embed]{}[/embed]", '<!-- wp:embed {{"url":"{}","type":"wp-embed"}} --><figure></figure><!-- /wp:embed -->'],
    ids=["shortcode", "block"],
)
def test_a_page_of_the_site_is_embedded_under_its_title_unless_that_is_withheld(content: str) -> None:
    site = make_site(story(2, "strike", title="The Strike"), story(4, "secret", title="Hush", status="private"))
    for slug, shown in (("strike", "The Strike"), ("secret", f"{BASE}/2024/03/12/secret/")):
        post = make_post(content.format(f"{BASE}/2024/03/12/{slug}/"), site)
        clean(post, site)
        (link,) = post.tree.iter("a")
        assert (link.get("href"), link.text) == (f"{BASE}/2024/03/12/{slug}/", shown)


@pytest.mark.parametrize(
    ("url", "provider"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://twitter.com/jack", "twitter"),
        ("https://www.youtube.com/channel/UC1", "youtube"),
        ("https://www.google.com/search?q=maps", "google.com"),
        ("https://goo.gl/abc", "goo.gl"),
        ("/a/page", ""),
    ],
)
def test_the_provider_of_a_page_that_is_not_recognised_is_its_host(url: str, provider: str) -> None:
    assert target(url).provider == provider


SOUND = (
    '<iframe width="640" height="400" title="Episode 1 by Gazette" '
    'src="https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F123"></iframe>'
)
ADDRESS = "https://soundcloud.com/gazette/episode-1"


def named(url: str, width: str, height: str) -> str:
    """The name under which WordPress stores an answer: a hash of the address and of PHP's serialized attributes."""
    serialized = f'a:2:{{s:5:"width";{width};s:6:"height";{height};}}'
    return "_oembed_" + md5((url + serialized).encode(), usedforsecurity=False).hexdigest()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (named(ADDRESS, "i:640", "d:960"), ADDRESS),
        (named(ADDRESS, "i:1020", "i:1000"), ADDRESS),
        (named(ADDRESS, 's:3:"300"', 's:3:"120"'), f'[embed width="300" height="120"]{ADDRESS}[/embed]'),
        (named(ADDRESS, 's:3:"300"', "i:750"), f'[embed width="300"]{ADDRESS}[/embed]'),
        (
            named(ADDRESS, "i:500", "i:750"),
            f'<!-- wp:embed {{"url":"{ADDRESS}"}} --><figure>\n{ADDRESS}\n</figure><!-- /wp:embed -->',
        ),
    ],
)
def test_an_answer_that_has_another_address_is_found_by_its_name(name: str, content: str) -> None:
    post = make_post(content, meta=[("_oembed_" + "0" * 32, TWEET), (name, SOUND)])
    clean(post, make_site())
    (figure,) = post.tree.iter("figure")
    assert (figure[0].text, figure[0].get("href"), figure.get("data-author")) == ("Episode 1", ADDRESS, "Gazette")


def test_an_answer_of_another_address_with_such_a_name_is_not_used() -> None:
    post = make_post(ADDRESS, meta=[(named(ADDRESS + "-2", "i:640", "d:960"), SOUND)])
    clean(post, make_site())
    (figure,) = post.tree.iter("figure")
    assert figure[0].text == ADDRESS


def test_an_answer_names_a_post_of_another_wordpress() -> None:
    url = "https://other.example.org/a-post/"
    answer = (
        f'<blockquote class="wp-embedded-content"><a href="{url}">A post</a></blockquote>'
        f'<iframe class="wp-embedded-content" title="“A post” — The Other" src="{url}embed/#?secret=x"></iframe>'
    )
    figure = embed_in(make_post(meta=[(named(url, "i:600", "d:900"), answer)]), url)
    assert dict(figure.attrib) == {
        "class": "embed", "data-provider": "wordpress", "data-kind": "post", "data-author": "The Other"
    }  # fmt: skip
    assert figure[0].text == "A post"


def test_an_answer_gives_a_picture_of_a_photo() -> None:
    picture = "https://live.staticflickr.com/1/2_z.jpg"
    answer = f'<a href="https://www.flickr.com/photos/gazette/12345/"><img src="{picture}" alt="Snow"></a>'
    figure = stored("https://flic.kr/photos/gazette/12345/", answer)
    assert figure[0].text == "https://flic.kr/photos/gazette/12345/"
    figure = stored("https://www.flickr.com/photos/gazette/12345/", answer)
    assert (figure[0].text, figure.get("data-thumbnail")) == ("Snow", picture)


def test_a_film_is_known_by_its_number_in_the_media_library() -> None:
    film = Record(
        id=7, type="attachment", status="inherit", attachment_url=f"{BASE}/wp-content/uploads/2014/05/game.mp4"
    )
    site = make_site(film)
    post = make_post('[jwplayer mediaid="7"]', site)
    clean(post, site)
    assert [video.get("src") for video in post.tree.iter("video")] == [film.attachment_url]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One<br>two</p><p>th<b>re</b>e</p>four", "One two three four"),
        ("<a>x</a><script>y()</script> z", "x z"),
    ],
)
def test_lines_do_not_run_into_each_other(html: str, text: str) -> None:
    assert spaced_text(parse(html)) == text
