"""What widgets say: whole lines of text, in English here, in other languages from the tables of translations.

Three sorts: a notice is said by no author, wherever it stands; a label may head an author's section, and is left where
prose follows it as its heading; words are taken only beside something that a rule takes.
"""

from __future__ import annotations

from migrator.clean.rules import translations_buttons as buttons
from migrator.clean.rules import translations_comments as comments
from migrator.clean.wording import wording

SHARE_NOTICES = (
    *wording(
        """
        Like Loading... | Be the first to like this. | One blogger likes this. | {n} bloggers like this: |
        {n} bloggers like this. | Click to share on {} (Opens in new window) |
        Click to email {} to a friend (Opens in new window) | Click to print (Opens in new window) |
        Share on {} (Opens in new window) | (Opens in new window) | Please follow and like us: |
        Please follow & like us :) | Enjoy this site? Please follow and like us! |
        Enjoy this blog? Please spread the word :) |
        These icons link to social bookmarking sites where readers can share and discover new web pages. |
        Post was not sent - check your email addresses! | Email check failed, please try again |
        Sorry, your blog cannot share posts by email. | Send to Email Address
        """
    ),
    *buttons.NEW_WINDOW,
)
SHARE_LABELS = (
    *wording(
        """
        Share this: | Share This | Share this | Share this... | Share this… | Bookmark and Share |
        Share this article | Share this post | Share this post: | Share this story | Share the love! |
        Share the Love! | Share the joy | Spread the love | Spread The Love | Share with your friends |
        Sharing is Caring! | Sharing is caring! | Sharing is caring | ShareThis | Share/Save | Share/Bookmark |
        Pin It on Pinterest | Share on Tumblr | Be Sociable, Share! | Love This? Share it! | Share and Enjoy: |
        Share and Enjoy
        """
    ),
    *buttons.SHARE_THIS,
)
SHARE_WORDS = (
    *wording(
        """
        Share | SHARE | Share: | Share on: | SHARE ON | Share via | More | Email | Print | Tweet | Pin It |
        Facebook | Twitter | X | LinkedIn | Linkedin | Reddit | ReddIt | Tumblr | Pinterest | Pocket | Telegram |
        WhatsApp | Skype | Google | Bluesky | Mastodon | Threads | Nextdoor | Press This | Pin it | Pin | Save |
        Shares | SHARES | shares | {n} Shares | {n} SHARES | {n} shares | teilen | twittern | mitteilen | merken |
        drucken | Loading... | Loading… | Like | {n} likes | {n} Likes
        """
    ),
    *buttons.SHARE,
    *buttons.LIKE,
    *buttons.LIKE_THIS,
    *buttons.LOADING,
    *buttons.SERVICES,
    *buttons.CLICK_TO_SHARE,
    *buttons.BY_EMAIL,
)
LIKE_LABELS = ("Like this:",)
FOLLOW_LABELS = (
    *(
        f"Follow us on {name}"
        for name in wording(
            """
            Facebook | Facebook! | Twitter | Twitter! | X | Instagram | YouTube | LinkedIn | Pinterest | TikTok |
            Tumblr | Telegram | WhatsApp | Google News | Google+ | Mastodon | Bluesky | Threads | Flipboard |
            Snapchat | Social | Social Media
            """
        )
    ),
    "Follow Us on Social",
    "Find us on Facebook",
    "Like us on Facebook",
)
FOLLOW_WORDS = wording(
    """
    Follow us | Follow Us | Follow me | Stay connected | Connect with us | Follow @{} | Follow
    """
)
COMMENT_NOTICES = (
    *wording(
        """
        Your email address will not be published. | Required fields are marked * | Comments are closed. |
        Save my name, email, and website in this browser for the next time I comment. | (Log Out / Change) |
        Save my name and email in this browser for the next time I comment. |
        You must be logged in to post a comment. | Notify me of follow-up comments by email. |
        Notify me of new posts by email. | ( Log Out / Change ) | Notify me of followup comments via e-mail |
        You may use these HTML tags and attributes: {} | You may use these HTML tags and attributes: |
        XHTML: You can use these tags: {} | Enter your comment here... |
        Fill in your details below or click an icon to log in: | Connecting to %s |
        Email (required) (Address never made public) | You are commenting using your {} account. {} |
        You are commenting using your {} account. | Write a Comment... | Type your comment here... |
        Your comment is awaiting moderation. | Log in to leave a comment | Leave a Reply to {} Cancel reply |
        Please enable JavaScript to view the comments powered by Disqus. | comments powered by Disqus |
        comments powered by Disqus. | blog comments powered by Disqus | blog comments powered by Disqus. |
        Logged in as {}. Log out? | Logged in as {}. Edit your profile. Log out? {} | Logged in as {}. Log out »
        """
    ),
    *comments.EMAIL_STAYS_PRIVATE,
    *comments.REQUIRED_FIELDS,
    *comments.MUST_LOG_IN,
    *comments.CLOSED,
    *comments.NOTIFY_ME,
    *comments.REMEMBER_ME,
)
AKISMET = (
    *wording(
        """
        This site uses Akismet to reduce spam. {} | This site uses Akismet to reduce spam.
        """
    ),
    *comments.AKISMET,
)
COMMENT_LABELS = (
    *wording(
        """
        Leave a Reply | LEAVE A REPLY | Leave a comment | Leave a Comment
        """
    ),
    *comments.LEAVE_A_REPLY,
)
CANCEL_REPLY = frozenset(
    (
        *wording(
            """
        Cancel reply | Cancel Reply
        """
        ),
        *comments.CANCEL_REPLY,
    )
)
COMMENT_WORDS = (
    *wording(
        """
        Post Comment | Submit Comment | Comment | Comment * | Name | Name * | Email | Email * | Website |
        Name (required) | Email (required) | Name (Required) | Email (Required) | Comments Off | Comments |
        Be the first to comment | No comments yet | Trackbacks/Pingbacks | Facebook Comments
        """
    ),
    *CANCEL_REPLY,
    *comments.POST_COMMENT,
)
NEWSLETTER_NOTICES = (
    *wording(
        """
        Subscribe to Blog via Email | Subscribe now to keep reading and get access to the full archive. |
        Enter your email address to subscribe to this blog and receive notifications of new posts by email. |
        Join {n} other subscribers | Join {n} other followers | Join {n} other subscribers. | Type your email… |
        Join {n} other followers. | * indicates required | *indicates required | Success! You're on the list. |
        Whoops! There was an error and we couldn't process your subscription. Please reload the page and try again.
        """
    ),
    *buttons.SUBSCRIBE_BY_EMAIL,
)
NEWSLETTER_WORDS = wording(
    """
    Subscribe | Email Address | Email Address: | Sign up | Sign Up | Subscribe now | Processing… |
    Sign up for our newsletter | Subscribe to our newsletter | Join our newsletter | Never miss a post |
    Get the latest posts delivered right to your inbox | Discover more from {} | Continue reading
    """
)
AD_NOTICES = wording(
    """
    - Advertisement - | Ads by Google | Report this ad | REPORT THIS AD | About these ads | Share this ad |
    Occasionally, some of your visitors may see an advertisement here | Story continues below advertisement |
    Story continues below this ad | Article continues below advertisement | Article continues after ad |
    Story continues after advertisement | Article continues after advertisement
    """
)
AD_WORDS = wording(
    """
    Advertisement | Advertisements | ADVERTISEMENT | Advertisment | Sponsored | Anzeige | Werbung | Publicité |
    Publicidad | Pubblicità | Advertisement:
    """
)
RELATED_NOTICES = wording(
    """
    No related posts. | Related posts brought to you by Yet Another Related Posts Plugin. |
    Related articles by Zemanta | RELATED ARTICLESMORE FROM AUTHOR | RELATED ARTICLES MORE FROM AUTHOR |
    Enhanced by Zemanta | LinkWithin
    """
)
RELATED_WORDS = (
    *wording(
        """
        Related | Related Posts | Related posts | Related Posts: | Related posts: | Related Articles |
        Related articles | Related Stories | RELATED ARTICLES | MORE FROM AUTHOR | You may also like |
        You might also like | Recommended for you | Sponsored Links | You May Like | Promoted Content |
        More from my site | Recommended | Similar post | Also read | Read also | See also | More stories
        """
    ),
    *buttons.RELATED,
)
COOKIE_NOTICES = wording(
    """
    Privacy & Cookies: This site uses cookies. {} | Datenschutz & Cookies: Diese Website verwendet Cookies. {} |
    To find out more, including how to control cookies, see here: Cookie Policy | Close and accept |
    We use cookies to ensure that we give you the best experience on our website. {}
    """
)
PAGE_NOTICES = (
    *wording(
        """
        Skip to content | Skip to main content | Skip to primary sidebar | Skip to footer | Post navigation |
        Zum Inhalt springen | Loading Comments... | Proudly powered by WordPress | Powered by WordPress.com. |
        Blog at WordPress.com. | Create a free website or blog at WordPress.com. | View post in Reader |
        Already have a WordPress.com account? Log in now. | Report this content | Collapse this bar
        """
    ),
    *buttons.POST_NAVIGATION,
)
PRINT_NOTICES = wording(
    """
    Print This Post | Print This Page | Email This Post | Email This Page | Print Friendly, PDF & Email
    """
)
RATING_NOTICES = wording(
    """
    No Ratings Yet | (No Ratings Yet) | Rate this post | How useful was this post?
    """
)
NAVIGATION_WORDS = (
    *wording(
        """
        Previous | Next | Previous Post | Next Post | Previous post: | Next post: | Next article | Next Article |
        Previous article | Previous Article | ← Previous | Next → | ← Older posts | Newer posts → | Older posts |
        Newer posts
        """
    ),
    *buttons.PREVIOUS_AND_NEXT,
)
