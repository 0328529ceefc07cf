<?php
/* Write WordPress's own export of the whole site to a file; the moment of the export is fixed, so that bytes repeat. */
require __DIR__ . '/boot.php';
require ABSPATH . 'wp-admin/includes/admin.php';
require ABSPATH . 'wp-admin/includes/export.php';
wp_set_current_user( 1 );

const MOMENT = '2025-06-01 12:00:00';
add_filter( 'get_the_generator_export', fn( $line ) => preg_replace( '/created="[^"]*"/', 'created="' . substr( MOMENT, 0, 16 ) . '"', $line ) );
ob_start();
export_wp( array( 'content' => 'all' ) );
$channel_date = gmdate( 'D, d M Y H:i:s +0000', strtotime( MOMENT . ' UTC' ) );
file_put_contents( $argv[1], preg_replace( '#<pubDate>.*?</pubDate>#', "<pubDate>$channel_date</pubDate>", ob_get_clean(), 1 ) );
