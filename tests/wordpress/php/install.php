<?php
/* Install WordPress without its web form, with the settings of a newspaper. */
define( 'WP_INSTALLING', true );
require __DIR__ . '/boot.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

$settings = array(
	'siteurl'                     => WP_SITEURL,
	'home'                        => WP_HOME,
	'blogdescription'             => 'Millbrook College’s student newspaper, since 1911',
	'timezone_string'             => 'America/New_York',
	'gmt_offset'                  => '',
	'permalink_structure'         => '/%year%/%monthnum%/%day%/%postname%/',
	'thread_comments'             => 1,
	'thread_comments_depth'       => 5,
	'comment_moderation'          => 0,
	'comment_previously_approved' => 0,
	'uploads_use_yearmonth_folders' => 1,
	'template'                    => 'twentytwentyone',
	'stylesheet'                  => 'twentytwentyone',
);
wp_install( 'The Millbrook Gazette', 'admin', 'webmaster@gazette.example.edu', true, '', 'password' );
foreach ( $settings as $name => $value ) {
	update_option( $name, $value );
}
// The posts that every new installation holds have today's date.
foreach ( get_posts( array( 'post_type' => 'any', 'post_status' => 'any', 'numberposts' => -1 ) ) as $post ) {
	wp_delete_post( $post->ID, true );
}
