<?php
/* Give a post a title and a moment of its last change, as an editor would; what it had before is printed, a line each. */
require __DIR__ . '/boot.php';

[ , $id, $title, $modified ] = $argv;
$post = get_post( $id );
echo "$post->post_title\n$post->post_modified_gmt\n";
$wpdb->update( $wpdb->posts, array( 'post_title' => $title, 'post_modified_gmt' => $modified, 'post_modified' => get_date_from_gmt( $modified ) ), array( 'ID' => $id ) );
