<?php
/* All that the site holds and shows, as JSON: the truth that an archive of it is held against. */
require __DIR__ . '/boot.php';
require __DIR__ . '/oracle.php';
// As an editor sees it: private posts have their address, and 6.1 hides [playlist] from nobody else.
wp_set_current_user( 1 );
file_put_contents( $argv[1], to_json( array( 'site' => site_truth(), 'users' => user_truths(), 'terms' => term_truths(), 'posts' => post_truths() ) ) );

function site_truth() {
	return array( 'name' => get_option( 'blogname' ), 'url' => home_url(), 'zone' => wp_timezone_string(), 'wordpress' => $GLOBALS['wp_version'] );
}

function user_truths() {
	return array_map( fn( $user ) => array( 'id' => $user->ID, 'login' => $user->user_login, 'nicename' => $user->user_nicename, 'name' => $user->display_name, 'email' => $user->user_email ), get_users( array( 'orderby' => 'ID' ) ) );
}

function term_truths() {
	$terms = get_terms( array( 'taxonomy' => get_taxonomies(), 'hide_empty' => false, 'orderby' => 'term_id' ) );
	return array_map( fn( $term ) => term_truth( $term ) + array( 'description' => $term->description, 'parent' => $term->parent, 'count' => $term->count ), $terms );
}

function term_truth( $term ) {
	return array( 'id' => $term->term_id, 'taxonomy' => $term->taxonomy, 'slug' => $term->slug, 'name' => html_entity_decode( $term->name, ENT_QUOTES | ENT_HTML5 ) );
}

function post_truths() {
	global $wpdb;
	$ids = $wpdb->get_col( "SELECT ID FROM $wpdb->posts WHERE post_type NOT IN ( 'revision', 'oembed_cache' ) ORDER BY ID" );
	return array_map( fn( $id ) => in_child( fn() => post_truth( get_post( $id ) ) ), $ids );
}

/* Rendered first, while nothing else has rendered in this process. */
function post_truth( $post ) {
	$GLOBALS['post'] = $post;
	setup_postdata( $post );
	$rendered = attempt( fn() => render( $post->post_content, 'full' ) );
	return array(
		'id'         => $post->ID,
		'type'       => $post->post_type,
		'status'     => $post->post_status,
		'slug'       => $post->post_name,
		'title'      => $post->post_title,
		'permalink'  => get_permalink( $post ),
		'author'     => get_userdata( $post->post_author )->user_login ?? '',
		'date'       => $post->post_date,
		'date_gmt'   => $post->post_date_gmt,
		'parent'     => $post->post_parent,
		'sticky'     => is_sticky( $post->ID ),
		'format'     => get_post_format( $post ) ?: 'standard',
		'featured'   => (int) get_post_thumbnail_id( $post ),
		'terms'      => post_terms( $post ),
		'comments'   => post_comments( $post ),
		'attachment' => 'attachment' === $post->post_type ? attachment_truth( $post ) : null,
		'content'    => $post->post_content,
		'rendered'   => $rendered,
	);
}

function post_terms( $post ) {
	$terms = wp_get_object_terms( $post->ID, get_object_taxonomies( $post ) );
	return array_map( 'term_truth', $terms );
}

function post_comments( $post ) {
	$comments = get_comments( array( 'post_id' => $post->ID, 'status' => 'any', 'orderby' => 'comment_ID', 'order' => 'ASC' ) );
	$truth    = fn( $comment ) => array( 'id' => (int) $comment->comment_ID, 'parent' => (int) $comment->comment_parent, 'type' => $comment->comment_type, 'approved' => $comment->comment_approved, 'author' => $comment->comment_author, 'rendered' => apply_filters( 'comment_text', $comment->comment_content, $comment, array() ) );
	return array_map( $truth, $comments );
}

function attachment_truth( $post ) {
	return array( 'url' => wp_get_attachment_url( $post->ID ), 'original' => wp_get_original_image_url( $post->ID ) ?: wp_get_attachment_url( $post->ID ), 'alt' => get_post_meta( $post->ID, '_wp_attachment_image_alt', true ), 'caption' => $post->post_excerpt );
}
