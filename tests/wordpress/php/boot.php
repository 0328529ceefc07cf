<?php
/*
 * Load Debian's WordPress with this site's own settings. The package's files stay untouched: constants given here come
 * before any that WordPress would read from a configuration file, and wp-content is the state folder's.
 */
$state = getenv( 'MIGRATOR_WORDPRESS_STATE' );

define( 'ABSPATH', '/usr/share/wordpress/' );
// Tools that can't be told to ask elsewhere for the public address say as what the site shall answer them.
define( 'WP_HOME', $_SERVER['HTTP_X_HOME'] ?? ( getenv( 'MIGRATOR_WORDPRESS_HOME' ) ?: 'https://gazette.example.edu' ) );
define( 'WP_SITEURL', WP_HOME );
define( 'WP_CONTENT_DIR', "$state/wp-content" );
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'MIGRATOR_WORDPRESS_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'ALLOW_UNFILTERED_UPLOADS', true );
define( 'FS_METHOD', 'direct' );
define( 'WP_POST_REVISIONS', false );
define( 'WP_DISABLE_FATAL_ERROR_HANDLER', true );   // an error as text, not as a page
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( "{$name}_KEY", "$name key of a site without secrets" );
	define( "{$name}_SALT", "$name salt of a site without secrets" );
}
$table_prefix = 'wp_';

// The site answers as its public address whatever address asked.
$home = parse_url( WP_HOME );
$_SERVER['HTTP_HOST']   = $home['host'] . ( isset( $home['port'] ) ? ":{$home['port']}" : '' );
$_SERVER['SERVER_NAME'] = $home['host'];
$_SERVER['SERVER_PORT'] = (string) ( $home['port'] ?? 443 );
$_SERVER['HTTPS']       = 'https' === $home['scheme'] ? 'on' : 'off';
if ( PHP_SAPI === 'cli' ) {
	$_SERVER['REQUEST_URI']     = '/';
	$_SERVER['REQUEST_METHOD']  = 'GET';
	$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
	$_SERVER['REMOTE_ADDR']     = '127.0.0.1';
	$_SERVER['PHP_SELF']        = '/index.php';
}

require ABSPATH . 'wp-settings.php';
