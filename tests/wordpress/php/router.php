<?php
/* Router of PHP's own web server: files of uploads and of WordPress as they are, all else to WordPress's front door. */
// Who takes this server for a proxy asks for whole addresses.
$_SERVER['REQUEST_URI'] = preg_replace( '#^https?://[^/]+#', '', $_SERVER['REQUEST_URI'] );

$path    = rawurldecode( (string) parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$uploads = getenv( 'MIGRATOR_WORDPRESS_STATE' ) . '/wp-content/uploads/';
$upload  = realpath( dirname( $uploads, 2 ) . $path );

if ( $upload && is_file( $upload ) && str_starts_with( $upload, $uploads ) ) {
	header( 'Content-Type: ' . mime_content_type( $upload ) );
	readfile( $upload );
	return true;
}
if ( preg_match( '#^/wp-(?:includes|content/themes)/.*\.(?:css|js|png|svg|woff2?)$#', $path ) ) {
	return false;   // the server sends it from its document root
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = '/index.php';
unset( $_SERVER['PATH_INFO'] );
define( 'WP_USE_THEMES', true );
require __DIR__ . '/boot.php';
wp();
require ABSPATH . WPINC . '/template-loader.php';
