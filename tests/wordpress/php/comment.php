<?php
/* Give a comment another text, as an editor would, and print what it said; or, if its number is 0, write one below a
   post and print its number; or, without a text, delete it. The post keeps its date of change. */
require __DIR__ . '/boot.php';

[ , $post, $id, $text ] = $argv;
$data = array( 'comment_post_ID' => $post, 'comment_content' => $text, 'comment_author' => 'Ann', 'comment_approved' => 1 );
if ( ! $id ) {
	echo wp_insert_comment( $data + array( 'comment_date_gmt' => '2025-05-30 12:00:00' ) );
} elseif ( '' === $text ) {
	wp_delete_comment( $id, true );
} else {
	echo get_comment( $id )->comment_content;
	wp_update_comment( array( 'comment_ID' => $id, 'comment_content' => $text ) );
}
