<?php
/*
 * Plugin Name: Newspaper
 * What the plugins and the theme of a student newspaper register: types, taxonomies and a status of its own. No request
 * leaves the machine; providers of embeds are answered for.
 */
add_action( 'init', 'newspaper_register_types', 5 );
add_action( 'after_setup_theme', 'newspaper_support_formats', 20 );
add_filter( 'pre_wp_mail', '__return_true' );
add_filter( 'pre_http_request', fn( $answer, $request, $url ) => new WP_Error( 'offline', "no network: $url" ), 10, 3 );
add_filter( 'pre_oembed_result', 'newspaper_answer_oembed', 10, 2 );
// Showing a post must not change the site, nor its export: answers of providers are not kept.
add_filter( 'update_post_metadata', fn( $done, $post, $key ) => str_starts_with( $key, '_oembed_' ) ? true : $done, 10, 3 );

// The plugin Custom Permalinks: a post may have an address of its own.
add_filter( 'post_link', 'newspaper_own_address', 10, 2 );
add_filter( 'request', 'newspaper_find_address' );

function newspaper_own_address( $address, $post ) {
	$own = get_post_meta( $post->ID, 'custom_permalink', true );
	return $own ? home_url( "/$own" ) : $address;
}

function newspaper_find_address( $query ) {
	$asked = ltrim( wp_parse_url( $_SERVER['REQUEST_URI'] ?? '', PHP_URL_PATH ) ?? '', '/' );
	$found = $asked ? get_posts( array( 'meta_key' => 'custom_permalink', 'meta_value' => $asked, 'fields' => 'ids' ) ) : array();
	return $found ? array( 'p' => $found[0] ) : $query;
}

function newspaper_register_types() {
	register_post_type( 'edition', array( 'label' => 'Print editions', 'public' => true, 'has_archive' => 'editions', 'show_in_rest' => true, 'rewrite' => array( 'slug' => 'edition' ), 'supports' => array( 'title', 'editor', 'thumbnail', 'excerpt', 'comments', 'custom-fields' ) ) );
	// Not in the REST interface: only the export and the pages know it.
	register_post_type( 'staff_profile', array( 'label' => 'Staff', 'public' => true, 'hierarchical' => true, 'supports' => array( 'title', 'editor', 'thumbnail', 'page-attributes' ) ) );
	// The shape in which Co-Authors Plus keeps guests and bylines: a post a guest, a term a co-author.
	register_post_type( 'guest-author', array( 'label' => 'Guest authors', 'public' => false ) );
	register_taxonomy( 'author', 'post', array( 'label' => 'Authors', 'public' => false, 'sort' => true ) );
	// The shape in which Molongui and PublishPress Authors keep guests and the look of their boxes.
	register_post_type( 'guest_author', array( 'label' => 'Guest authors of Molongui', 'public' => false ) );
	register_post_type( 'ppma_boxes', array( 'label' => 'Author boxes', 'public' => false ) );
	register_taxonomy( 'byline', 'post', array( 'label' => 'Bylines', 'public' => true ) );
	register_taxonomy( 'staff_name', 'post', array( 'label' => 'Staff names of SNO', 'public' => true ) );
	register_taxonomy( 'series', 'post', array( 'label' => 'Series', 'public' => true ) );
	register_taxonomy( 'language', 'post', array( 'label' => 'Languages of Polylang', 'public' => false ) );
	register_taxonomy( 'volume', array( 'edition', 'post' ), array( 'label' => 'Volumes', 'hierarchical' => true, 'public' => true, 'show_in_rest' => true ) );
	register_taxonomy( 'beat', 'post', array( 'label' => 'Beats', 'public' => true, 'show_in_rest' => true ) );
	register_post_status( 'archived', array( 'label' => 'Archived', 'protected' => true ) );
}

function newspaper_support_formats() {
	add_theme_support( 'post-formats', array( 'aside', 'gallery', 'link', 'image', 'quote', 'status', 'video', 'audio', 'chat' ) );
	add_theme_support( 'post-thumbnails' );
}

/* What each provider is known to answer, made from the address alone. */
const NEWSPAPER_PROVIDERS = array(
	'#(?:youtube\.com/(?:watch\?(?:\S*&)?v=|shorts/|live/)|youtu\.be/)([\w-]+)#' => '<iframe title="YouTube video" width="580" height="326" src="https://www.youtube.com/embed/$1?feature=oembed" frameborder="0" allowfullscreen></iframe>',
	'#vimeo\.com/(\d+)#'                       => '<iframe title="Vimeo video" src="https://player.vimeo.com/video/$1?dnt=1&amp;app_id=122963" width="580" height="326" frameborder="0" allowfullscreen></iframe>',
	'#(?:twitter|x)\.com/(\w+)/status/(\d+)#'  => '<blockquote class="twitter-tweet" data-width="550"><p lang="en" dir="ltr">Classes resume at noon.</p>&mdash; $1 (@$1) <a href="https://twitter.com/$1/status/$2?ref_src=twsrc%5Etfw">March 4, 2024</a></blockquote><script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>',
	'#instagram\.com/(p|reel)/([\w-]+)#'       => '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/$1/$2/" data-instgrm-version="14"><a href="https://www.instagram.com/$1/$2/">View this post on Instagram</a></blockquote><script async src="//www.instagram.com/embed.js"></script>',
	'#tiktok\.com/@([\w.]+)/video/(\d+)#'      => '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@$1/video/$2" data-video-id="$2"><section><a href="https://www.tiktok.com/@$1">@$1</a></section></blockquote><script async src="https://www.tiktok.com/embed.js"></script>',
	'#open\.spotify\.com/(\w+)/(\w+)#'         => '<iframe title="Spotify" width="100%" height="152" frameborder="0" src="https://open.spotify.com/embed/$1/$2?utm_source=oembed"></iframe>',
	'#soundcloud\.com/([\w-]+/[\w-]+)#'        => '<iframe title="SoundCloud" width="580" height="400" frameborder="no" src="https://w.soundcloud.com/player/?visual=true&url=https%3A%2F%2Fsoundcloud.com%2F$1"></iframe>',
	'#issuu\.com/([\w-]+)/docs/([\w-]+)#'      => '<div data-url="https://issuu.com/$1/docs/$2" style="width: 580px; height: 375px;" class="issuuembed"></div><script type="text/javascript" src="//e.issuu.com/embed.js" async="true"></script>',
	'#scribd\.com/doc(?:ument)?/(\d+)#'        => '<iframe title="Scribd" class="scribd_iframe_embed" src="https://www.scribd.com/embeds/$1/content" width="100%" height="600" frameborder="0"></iframe>',
);

function newspaper_answer_oembed( $answer, $url ) {
	foreach ( NEWSPAPER_PROVIDERS as $pattern => $html ) {
		if ( preg_match( $pattern, $url, $parts ) ) {
			return strtr( $html, array( '$1' => $parts[1], '$2' => $parts[2] ?? '' ) );
		}
	}
	// The site's own posts are answered by WordPress itself.
	return str_starts_with( $url, home_url( '/' ) ) ? $answer : false;
}
