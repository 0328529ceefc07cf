<?php
/*
 * Plugin Name: Appearance
 * How the site looks and misbehaves for one request, as its headers ask: X-Theme names a theme, X-Clutter: on hangs on
 * what plugins hang on, X-Misbehave lists faults. Without these headers nothing changes, but that posts are found at
 * addresses of their own.
 */
register_theme_directory( __DIR__ . '/themes' );
const FAULTS = array( 'rest-off', 'users-off', 'sitemap-off', 'login-wall', 'bad-post', 'slow', 'flaky' );

function asked( $header ) {
	return $_SERVER[ 'HTTP_X_' . strtoupper( $header ) ] ?? '';
}

function misbehaves( $fault ) {
	return in_array( $fault, explode( ',', asked( 'misbehave' ) ), true );
}

if ( preg_match( '/^[a-z]+$/', asked( 'theme' ) ) ) {
	foreach ( array( 'template', 'stylesheet' ) as $option ) {
		add_filter( "pre_option_$option", fn() => asked( 'theme' ) );
	}
}

add_filter( 'rest_authentication_errors', fn( $known ) => misbehaves( 'rest-off' ) ? new WP_Error( 'rest_disabled', 'The REST API is disabled.', array( 'status' => 401 ) ) : $known );
add_filter( 'rest_endpoints', fn( $routes ) => misbehaves( 'users-off' ) ? array_filter( $routes, fn( $route ) => ! str_starts_with( $route, '/wp/v2/users' ), ARRAY_FILTER_USE_KEY ) : $routes );
add_filter( 'wp_sitemaps_enabled', fn( $on ) => $on && ! misbehaves( 'sitemap-off' ) );
add_action( 'template_redirect', fn() => misbehaves( 'login-wall' ) && appearance_ask_for_login() );
function appearance_ask_for_login() {
	str_starts_with( $_SERVER['REQUEST_URI'], '/wp-login.php' ) || auth_redirect();
	status_header( 200 );
	exit( '<html><body class="login no-js login-action-login wp-core-ui"><form name="loginform"></form></body></html>' );
}

if ( misbehaves( 'slow' ) ) {
	usleep( 100000 );
}
if ( misbehaves( 'flaky' ) ) {
	appearance_falter( crc32( $_SERVER['REQUEST_URI'] ) );
}
/* Of some addresses the first request, and then every second, fails: the server is too busy, or hangs up too soon. */
function appearance_falter( $number ) {
	$mark = getenv( 'MIGRATOR_WORDPRESS_STATE' ) . "/flaky-$number";
	if ( $number % 3 || ( file_exists( $mark ) && unlink( $mark ) ) ) {
		return;
	}
	touch( $mark );
	header( $number % 2 ? 'Retry-After: 0' : 'Content-Length: 100', true, $number % 2 ? 503 : 200 );
	exit( 'The server' );
}

// A post whose content a plugin chokes on takes the whole list with it, as a fatal error does.
const CHOKING = 101;
add_filter( 'the_content', 'appearance_choke' );
function appearance_choke( $content ) {
	if ( misbehaves( 'bad-post' ) && defined( 'REST_REQUEST' ) && CHOKING === get_the_ID() ) {
		status_header( 500 );
		exit( 'There has been a critical error on this website.' );
	}
	return $content;
}

// The plugin Custom Permalinks finds a post at its own address, too, in the case in which that is asked for.
add_filter( 'request', 'appearance_find_own_address' );
add_filter( 'redirect_canonical', fn( $to ) => get_post_meta( get_queried_object_id(), 'custom_permalink', true ) ? false : $to );
function appearance_find_own_address( $asked ) {
	$own = get_posts( array( 'meta_key' => 'custom_permalink', 'meta_value' => trailingslashit( $GLOBALS['wp']->request ), 'post_type' => 'post', 'fields' => 'ids', 'suppress_filters' => true ) );
	return $own ? array( 'p' => $own[0] ) : $asked;
}

if ( 'on' === asked( 'clutter' ) ) {
	add_filter( 'the_content', 'appearance_hang_on', 60 );
	add_action( 'wp_head', 'appearance_describe', 1 );
	add_action( 'wp_footer', fn() => print( '<div id="cookie-law-info-bar"><span>This website uses cookies. <a role="button" id="cookie_action_close_header">Accept</a></span></div>' ) );
}

function appearance_hang_on( $content ) {
	$post = get_post();
	if ( ! $post || 'post' !== $post->post_type || post_password_required( $post ) || doing_filter( 'get_the_excerpt' ) ) {
		return $content;
	}
	$address = rawurlencode( get_permalink( $post ) );
	$share   = '<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social sd-sharing"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-facebook"><a rel="nofollow" class="share-facebook sd-button share-icon" href="' . get_permalink( $post ) . '?share=facebook" title="Click to share on Facebook"><span>Facebook</span></a></li><li class="share-email"><a class="share-email sd-button" href="mailto:?subject=x&amp;body=' . $address . '"><span>Email</span></a></li><li class="share-end"></li></ul></div></div></div>';
	$related = '<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3></div>';
	$kit     = '<div class="addtoany_share_save_container addtoany_content addtoany_content_bottom"><div class="a2a_kit a2a_kit_size_32 addtoany_list" data-a2a-url="' . get_permalink( $post ) . '"><a class="a2a_button_facebook" href="https://www.addtoany.com/add_to/facebook?linkurl=' . $address . '" title="Facebook" rel="nofollow noopener" target="_blank"></a><a class="a2a_dd addtoany_share_save addtoany_share" href="https://www.addtoany.com/share"></a></div></div>';
	$letter  = '<div class="mc4wp-form-wrap"><form class="mc4wp-form" method="post"><p><label>Get the Gazette by mail: <input type="email" name="EMAIL" required></label></p><p><input type="submit" value="Sign up"></p></form></div>';
	$ad      = '<div class="code-block code-block-1"><ins class="adsbygoogle" data-ad-slot="1"></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script></div>';
	return $post->ID % 2 ? $content . $share . $related : $ad . $content . $kit . $letter;
}

/* What a plugin for search engines says of a page, in the site's own zone. */
function appearance_describe() {
	if ( ! is_singular() ) {
		return;
	}
	$post = get_queried_object();
	$name = get_the_author_meta( 'display_name', $post->post_author );
	$when = get_post_time( 'c', false, $post );
	printf( '<meta property="og:site_name" content="%s" /><meta property="og:title" content="%s" /><meta property="og:url" content="%s" /><meta property="article:published_time" content="%s" />', esc_attr( get_bloginfo( 'name' ) ), esc_attr( wp_strip_all_tags( get_the_title( $post ) ) ), esc_url( get_permalink( $post ) ), esc_attr( $when ) );
	echo '<script type="application/ld+json">' . wp_json_encode( array( '@context' => 'https://schema.org', '@graph' => array( array( '@type' => 'NewsArticle', 'headline' => wp_strip_all_tags( get_the_title( $post ) ), 'datePublished' => $when, 'author' => array( '@type' => 'Person', 'name' => $name ) ) ) ) ) . '</script>';
}
