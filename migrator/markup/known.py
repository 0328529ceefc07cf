"""Names of shortcodes, so that text in brackets can be told from them.

WordPress knows which plugins are active; an export doesn't say. In 261 real exports text such as "[sic]" or "[1]" is
as frequent as shortcodes, so a name alone decides only where no one would write it as a word.
"""

from __future__ import annotations

CORE = tuple("caption wp_caption gallery playlist audio video embed".split())
"""Registered by WordPress itself."""

TEX = tuple("latex tex math".split())
"""Their content is TeX."""

CODE = tuple(
    """
    code sourcecode source codeblock crayon cc cci
    actionscript3 as3 applescript bash shell sh coldfusion cf cpp c csharp css clojure clj delphi pas pascal diff
    patch erlang erl fsharp go golang groovy haskell hs java javafx jfx javascript js json matlab matlabkey objc
    obj-c perl pl php plain text powershell ps ps1 py python r rails rb ror ruby rust scala sass scss sql swift
    typescript ts vb vbnet xhtml xml xslt html yaml yml
    """.split()
)
"""Their content is text to the character: SyntaxHighlighter Evolved with its languages, CodeColorer, Crayon."""

RAW = tuple("raw raw_html et_pb_code et_pb_fullwidth_code".split())
"""Their content is HTML that gets no paragraphs and in which no shortcode is run."""

ENCODED = tuple("vc_raw_html vc_raw_js fusion_code kc_raw_code dslc_module dslc_module_output".split())
"""Their content is base64 text."""

PREFIXES = tuple(
    """
    et_pb_ et_social_ vc_ fusion_ su_ av_ kc_ mk_ ult_ bsf- nectar_ td_block_ tdb_ tve_ thrive_ mpce_ fl_builder_
    themify_ elementor- wpv- woocommerce_ wpsc_ edd_ pmpro_ wlm_ tribe_ ngg_ jetpack_ wpcom- forminator_ learndash_
    buddypress_ vcex_ mkdf_ qode_ edgtf_ eltdf_
    """.split()
)
"""How the names of page builders' and large plugins' shortcodes begin."""

JETPACK = tuple(
    """
    archives archiveorg archiveorg-book bandcamp blogroll brightcove codepen contact-field contact-form crowdsignal
    dailymotion dailymotion-channel descript display-posts eventbrite facebook flatio flickr getty gist googleapps
    googlemaps googleplus googlevideo gravatar grofile houzz hulu instagram internetarchive jetpack-email-subscribe
    jetpack-related-posts kickstarter lytro mailchimp_subscriber_popup mixcloud nextdoor polldaddy protected-iframe
    recipe-directions recipe-image recipe-ingredients recipe-notes recipe-nutrition scribd sitemap slideshare slideshow
    smartframe soundcloud spotify ted tweet twitchtv twitter-timeline untappd-menu upcomingevents ustream videopress
    vimeo wordads wpvideo wufoo youtube
    """.split()
)
"""Registered by Jetpack and WordPress.com."""

PLUGINS = tuple(
    """
    3d-flip-book TheChamp-Counter TheChamp-FB-Comments TheChamp-Login TheChamp-Sharing TheTweet Sassy_Social_Share
    add_to_cart addthis addtoany adinserter adrotate advanced_iframe amazonproduct arve audioclip author_box bctt
    bibtex blackbirdpie buzzsprout caldera_form catlist category-posts click_to_tweet co-authors contact-form-7 ctt
    datawrapper dflip display_podcast documentcloud easyazon_link easyrotator efn_note embed_pdf embeddoc embedyt
    envira-gallery events-calendar events_list evp_embed_video fb-like flipbook flourish flowplayer fluentform
    foogallery formidable fvplayer gdoc give_form google-drive-embed gravityform gravityforms gview huge_it_gallery
    ics_calendar ifso imagebrowser infogram insert_php issuu jwplayer layerslider likebtn list-posts mappress
    masterslider mc4wp_form media-credit metaslider mfn ml-slider modern_footnote modula nggallery ninja_form
    ninja_forms ninja_tables one_fourth one_fourth_last one_half one_half_last one_third one_third_last pdf-embedder
    pdf_embed pdfjs-viewer photo_gallery playbuzz podlove-episode-web-player portfolio_slideshow powerpress pullquote
    quads real3dflipbook recent-posts reflist related_posts responsive_video rev_slider s2If sharify shareaholic
    singlepic smartslider3 snoadrotate_group social_warfare socialWarfare soliloquy ssba ssba-buttons ssba_hide
    ss_player supsystic-tables tagcloud the_ad three_fourth three_fourth_last tweet_this two_third two_third_last
    video_lightbox_youtube wds wonderplugin_pdf wonderplugin_slider wp_google_maps wp_show_posts wpdatatable
    wpdm_package wpfilebase wpforms wpgmza yop_poll zotpressInText toc hr clear spacer divider
    """.split()
)
"""Shortcodes of plugins and themes whose names no one writes in brackets as a word."""

WORDS = tuple(
    """
    accordion ad ads ai alert amazon answer author blockquote box btn button col column columns download dropcap event
    fn footnote footnotes fullwidth highlight iframe infographic intro item lead link list map medium member module
    newsletter note notice pinterest podcast poll portfolio posts presentation private product products question quiz
    quote ratings recipe ref related restrict row schedule section sidebar slide slider standings roster table tab
    tabs team testimonial testimonials toggle tooltip twitter unsubscribe vine vr digg
    """.split()
)
"""Shortcodes that are words: they count only with attributes or a closing tag."""

VERBATIM = frozenset((*TEX, *CODE, *RAW, *ENCODED, "embed"))
"""Shortcodes that take everything up to their closing tag as it is."""

_ONLY_CLOSED = frozenset((*TEX, *CODE, *RAW))
_ALONE = frozenset((*CORE, *JETPACK, *PLUGINS, *ENCODED))
_FAMILIAR = _ALONE | _ONLY_CLOSED | frozenset(WORDS)


def is_familiar(name: str) -> bool:
    """Whether WordPress or some known plugin or theme has such a shortcode."""
    return name in _FAMILIAR or name.startswith(PREFIXES)


def stands_alone(name: str) -> bool:
    """Whether brackets with this name are a shortcode even with nothing else in them and no closing tag."""
    return name in _ALONE or (name.startswith(PREFIXES) and name not in _ONLY_CLOSED)


def needs_closing(name: str) -> bool:
    """Whether brackets with this name are text when no closing tag follows, whatever else is in them."""
    return name in _ONLY_CLOSED
