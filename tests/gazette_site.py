"""A small WordPress for tests of crawling: its REST API, sitemaps, feeds and pages, and how each of them may misbehave.

It answers in this process (`fetch`, as roads and runs ask) or over the network (`answer`, behind `tests.server`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from migrator.crawl.failures import Refused, TooLong, Unreachable
from migrator.crawl.roads.rest_address import COAUTHOR
from migrator.normalise.urls import parameters
from migrator.sources.capture.visit import Place, Visit
from tests.server import Request

JSON = {"content-type": "application/json; charset=UTF-8"}
HTML = {"content-type": "text/html; charset=UTF-8"}
XML = {"content-type": "application/xml; charset=UTF-8"}
TYPES = {
    "post": {"slug": "post", "rest_base": "posts", "rest_namespace": "wp/v2"},
    "page": {"slug": "page", "rest_base": "pages", "rest_namespace": "wp/v2"},
    "attachment": {"slug": "attachment", "rest_base": "media", "rest_namespace": "wp/v2"},
    "wp_block": {"slug": "wp_block", "rest_base": "blocks", "rest_namespace": "wp/v2"},
    "wp_template": {"slug": "wp_template", "rest_base": "templates", "rest_namespace": "wp/v2"},
}
TAXONOMIES = {"category": {"slug": "category", "rest_base": "categories", "types": ["post"]}}
AUTHORS = {"author": {"slug": "author", "rest_base": "coauthors", "types": ["post"]}}
NAMES = {"jane": "Jane Doe", "ann": "Ann Lee", "old-kim": "Kim Wu"}
"""Authors by slug: an account, and guests."""
LOGIN = b'<html><body class="login no-js login-action-login wp-core-ui"><form name="loginform"></form></body></html>'
BROKEN = b'<html><body id="error-page"><div class="wp-die-message">There has been a critical error</div></body></html>'

Answer = tuple[int, Mapping[str, str], bytes]


@dataclass
class Site:
    """The site, and what is wrong with it.

    `flags` are rest_off, rest_html, users_off, sitemap_off, feed_off, login_wall, login (whoever logs in may), plain
    (REST only by `rest_route`), no_total, coauthors (Co-Authors Plus); `breaking` are the ids of posts that break
    WordPress; `comments` are by id, with the post that each is on.
    """

    home: str = "https://gazette.example"
    posts: int = 25
    flags: set[str] = field(default_factory=set)
    breaking: set[int] = field(default_factory=set)
    gone: set[int] = field(default_factory=set)
    modified: dict[int, str] = field(default_factory=dict)
    robots: frozenset[str] = frozenset()
    down: set[str] = field(default_factory=set)
    waits: dict[str, float] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    extra: dict[str, Answer] = field(default_factory=dict)
    stop_after: int = 0
    files: bool = False
    comments: dict[int, tuple[int, str]] = field(default_factory=lambda: {7: (1, "Thanks!")})

    @property
    def seen(self) -> Counter[str]:
        """How often each address was asked for."""
        return Counter(self.asked)

    @property
    def ids(self) -> list[int]:
        """The ids of the posts."""
        return [number for number in range(1, self.posts + 1) if number not in self.gone]

    def link(self, number: int) -> str:
        """The address of a post."""
        return f"{self.home}/2024/{1 + number % 12:02}/story-{number}/"

    def fetch(self, url: str, *, etag: str = "", modified: str = "", accept: str = "", road: str = "") -> Visit:
        """Answer as the fetcher would."""
        if self.stop_after and len(self.asked) >= self.stop_after:
            raise KeyboardInterrupt
        self.asked.append(url.removeprefix(self.home))
        path, _, query = url.removeprefix(self.home).partition("?")
        if path in self.robots:
            raise Refused("robots", url)
        if path in self.down:
            raise Unreachable("the host doesn't answer", url, 5)
        if path in self.waits:
            raise TooLong(self.waits[path], "gazette.example")
        status, headers, body = self.respond(path, query)
        length = len(self.asked)
        place = Place("capture/capture-00000.warc.gz", 100 * length, 100, f"sha256:{length}")
        return Visit(url, status, headers, body, "2026-11-24T12:00:00Z", place)

    def answer(self, request: Request) -> None:
        """Answer over the network."""
        path, _, query = request.path.partition("?")
        status, headers, body = self.respond(path, query)
        request.send(body, status=status, headers=headers)

    def respond(self, path: str, query: str) -> Answer:
        """Answer a request."""
        values = parameters(query)
        if path in self.extra:
            return self.extra[path]
        if path == "/robots.txt":
            return 404, HTML, b""
        if path.startswith("/wp-json/") and "plain" not in self.flags:
            return self.rest(path.removeprefix("/wp-json/"), values)
        if "rest_route" in values:
            return self.rest(values["rest_route"].lstrip("/"), values)
        if "login_wall" in self.flags:
            return 200, HTML, LOGIN
        if path.startswith("/wp-sitemap"):
            return self.sitemap(path)
        if path.endswith("/feed/"):
            return self.feed(path, int(values.get("paged", "1")))
        return self.page(path)

    def rest(self, route: str, values: Mapping[str, str]) -> Answer:
        """Answer of the REST API."""
        if "rest_off" in self.flags:
            return error(401, "rest_login_required")
        if "rest_html" in self.flags:
            return 200, HTML, b"<html><title>Just a moment...</title></html>"
        name = route.rstrip("/").rpartition("/")[2]
        if name in ("", "wp-json"):
            routes: dict[str, Any] = {COAUTHOR: {}} if "coauthors" in self.flags else {}
            return as_json({"name": "The Gazette", "namespaces": ["wp/v2"], "routes": routes})
        if route.startswith("coauthors/v1/"):
            return self.coauthor(name)
        if name in ("types", "taxonomies"):
            more = AUTHORS if "coauthors" in self.flags else {}
            return as_json(TYPES if name == "types" else TAXONOMIES | more)
        if name == "me":
            return as_json({"id": 1, "slug": "jane"}) if "login" in self.flags else error(401, "rest_not_logged_in")
        if (name == "users" and "users_off" in self.flags) or name == "blocks":
            return error(401, "rest_user_cannot_view")
        return self.listing(name, values)

    def listing(self, name: str, values: Mapping[str, str]) -> Answer:
        """A page of a collection."""
        nodes = self.nodes(name)
        since = values.get("modified_after") or values.get("after")
        nodes = [node for node in nodes if not since or node.get("modified", node.get("date", "")) > since]
        chosen = values.get("include", "")
        nodes = [node for node in nodes if not chosen or str(node["id"]) in chosen.split(",")]
        size = int(values.get("per_page", "10"))
        offset = int(values["offset"]) if "offset" in values else (int(values.get("page", "1")) - 1) * size
        if "offset" not in values and offset and offset >= len(nodes):
            return error(400, "rest_post_invalid_page_number")
        part = nodes[offset : offset + size]
        names = values.get("_fields", "").split(",") if "_fields" in values else []
        if name == "posts" and not names and any(node["id"] in self.breaking for node in part):
            return 500, HTML, BROKEN
        shown = [{key: node[key] for key in node if not names or key in names} for node in part]
        total = {} if "no_total" in self.flags else {"x-wp-total": str(len(nodes))}
        return 200, {**JSON, **total}, json.dumps(shown).encode()

    def nodes(self, name: str) -> list[dict[str, Any]]:
        """All items of a collection."""
        if name == "posts":
            return [self.post(number) for number in self.ids]
        if name == "pages":
            return [{**self.post(900), "link": f"{self.home}/about/", "type": "page"}]
        if name == "media" and self.files:
            return [{"id": 800, "media_type": "image", "source_url": f"{self.home}/wp-content/uploads/2.jpg"}]
        if name == "coauthors":
            terms = enumerate(NAMES, 50)
            return [{"id": term, "slug": f"cap-{one}", "name": one, "taxonomy": "author"} for term, one in terms]
        if name == "comments":
            return [self.comment(number) for number in self.comments]
        if name == "categories":
            return [
                {"id": 3, "slug": "news", "taxonomy": "category", "name": "News", "link": f"{self.home}/category/news/"}
            ]
        return (
            [{"id": 2, "slug": "jane", "name": "Jane Doe", "link": f"{self.home}/author/jane/"}]
            if name == "users"
            else []
        )

    def post(self, number: int) -> dict[str, Any]:
        """A post as REST gives it."""
        picture = f'<img src="{self.home}/wp-content/uploads/1.jpg">' if self.files else ""
        time = self.modified.get(number, f"2024-04-10T09:30:{number % 60:02}")
        credited = {"coauthors": [51, 50] if number == 3 else [52]} if "coauthors" in self.flags else {}
        return {
            **credited,
            "id": number,
            "type": "post",
            "link": self.link(number),
            "slug": f"story-{number}",
            "date": "2024-04-10T09:30:00",
            "modified": time,
            "title": {"rendered": f"Story {number}"},
            "content": {"rendered": f"<p>It happened {number} times.</p>{picture}", "protected": False},
        }

    def coauthor(self, name: str) -> Answer:
        """What Co-Authors Plus tells of an author."""
        if name not in NAMES:
            return error(404, "rest_not_found")
        node = {"id": 90, "user_nicename": name, "display_name": NAMES[name], "link": f"{self.home}/author/{name}/"}
        return as_json({**node, "description": {"raw": f"About {NAMES[name]}.", "rendered": ""}, "avatar_urls": {}})

    def comment(self, number: int) -> dict[str, Any]:
        """A comment as REST gives it."""
        post, text = self.comments[number]
        link = f"{self.link(post)}#comment-{number}"
        date = "2024-04-10T09:30:00"
        return {
            "id": number,
            "post": post,
            "author_name": "A",
            "date": date,
            "link": link,
            "content": {"rendered": text},
        }

    def sitemap(self, path: str) -> Answer:
        """The index, the posts' sitemap and that of categories."""
        if "sitemap_off" in self.flags:
            return 404, HTML, b"<html>Not found</html>"
        if path == "/wp-sitemap.xml":
            parts = ("posts-post-1", "taxonomies-category-1")
            inner = "".join(f"<sitemap><loc>{self.home}/wp-sitemap-{part}.xml</loc></sitemap>" for part in parts)
            return 200, XML, f"<?xml version='1.0'?><sitemapindex>{inner}</sitemapindex>".encode()
        if "taxonomies" in path:
            return 200, XML, f"<urlset><url><loc>{self.home}/category/news/</loc></url></urlset>".encode()
        rows = (
            f"<url><loc>{self.link(number)}</loc><lastmod>{self.post(number)['modified']}</lastmod></url>"
            for number in self.ids
        )
        return 200, XML, f"<urlset>{''.join(rows)}<url><loc>{self.home}/unlisted/</loc></url></urlset>".encode()

    def feed(self, path: str, number: int) -> Answer:
        """A page of the feed, ten posts each; the comments' feed has one page, whatever is asked for."""
        ids = self.ids[(number - 1) * 10 : number * 10] if path == "/feed/" else [1]
        if "feed_off" in self.flags or not ids:
            return 404, HTML, b"<html>Not found</html>"
        if path == "/feed/" and self.breaking & set(ids):
            return 500, HTML, BROKEN
        items = "".join(self.items(ids) if path == "/feed/" else self.newest())
        space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        space += ' xmlns:slash="http://purl.org/rss/1.0/modules/slash/"'
        return 200, XML, f'<?xml version="1.0"?><rss version="2.0" {space}><channel>{items}</channel></rss>'.encode()

    def items(self, ids: list[int]) -> Iterator[str]:
        """Posts as the feed has them."""
        for one in ids:
            count = sum(post == one for post, _ in self.comments.values())
            text = f"<content:encoded>Text {one}</content:encoded><slash:comments>{count}</slash:comments>"
            yield f"<item><link>{self.link(one)}</link>{text}</item>"

    def newest(self) -> Iterator[str]:
        """The newest ten comments as the comments' feed has them."""
        for number, (post, text) in list(self.comments.items())[:-11:-1]:
            link = f"{self.link(post)}#comment-{number}"
            yield f"<item><link>{link}</link><content:encoded>{text}</content:encoded></item>"

    def page(self, path: str) -> Answer:
        """A page: the front page, the blog's further pages, a document."""
        number = int(path.removeprefix("/page/").strip("/") or 1) if path == "/" or path.startswith("/page/") else 0
        if number:
            return self.front(number)
        if path in ("/about/", "/unlisted/"):
            return page("single-page page page-id-900", f"<article>{path}</article>")
        found = next((one for one in self.ids if self.link(one).endswith(path)), 0)
        if not found:
            return 404, HTML, b"<html><body class='error404'>Not found</body></html>"
        if found in self.breaking:
            return 200, HTML, b"<html><body class='single postid-1'><article>And then"
        said = "".join(
            f'<li id="comment-{number}"><div class="comment-content">{text}</div></li>'
            for number, (post, text) in self.comments.items()
            if post == found
        )
        return page(f"single postid-{found}", f"<article>It happened {found} times.</article><ol>{said}</ol>")

    def front(self, number: int) -> Answer:
        """A page of the blog, ten posts each."""
        links = [self.link(one) for one in self.ids[(number - 1) * 10 : number * 10]]
        links += [f"{self.home}/page/{number + 1}/"] if number * 10 < len(self.ids) else []
        links += ["/about/", "/2024/02/story-1/?share=facebook", "https://elsewhere.example/", "/category/news/"]
        return page("home blog", "".join(f'<a href="{link}">x</a>' for link in links))


def page(classes: str, inner: str) -> Answer:
    """A page as a theme shows it."""
    head = (
        '<meta name="generator" content="WordPress 6.5"><link rel="alternate" type="application/rss+xml" href="/feed/">'
    )
    return 200, HTML, f'<html><head>{head}</head><body class="{classes}">{inner}</body></html>'.encode()


def as_json(value: Any) -> Answer:
    """An answer of the REST API."""
    return 200, JSON, json.dumps(value).encode()


def error(status: int, code: str) -> Answer:
    """An error of the REST API."""
    return status, JSON, json.dumps({"code": code, "message": "No.", "data": {"status": status}}).encode()
