<?php
/* Comments, in the order of their ids; an answer names its parent by number within the file. */

function seed_comments( $comments ) {
	$numbers = array();
	foreach ( $comments as $comment ) {
		$post    = id_of( $comment['on'] );
		$columns = array(
			'comment_post_ID'      => $post,
			'comment_author'       => $comment['author'] ?? 'A reader',
			'comment_author_email' => $comment['email'] ?? 'reader@mail.example',
			'comment_author_url'   => $comment['url'] ?? '',
			'comment_author_IP'    => '192.0.2.' . ( 1 + count( $numbers ) % 250 ),
			'comment_agent'        => 'Mozilla/5.0',
			'comment_date'         => $comment['date'],
			'comment_date_gmt'     => get_gmt_from_date( $comment['date'] ),
			'comment_content'      => resolve_names( $comment['content'] ),
			'comment_approved'     => $comment['approved'] ?? '1',
			'comment_type'         => $comment['type'] ?? 'comment',
			'comment_parent'       => isset( $comment['parent'] ) ? $numbers[ $comment['parent'] ] : 0,
			'user_id'              => isset( $comment['user'] ) ? user_id( $comment['user'] ) : 0,
			'comment_meta'         => $comment['meta'] ?? array(),
		);
		$numbers[ $comment['number'] ?? 'n' . count( $numbers ) ] = must( wp_insert_comment( wp_slash( $columns ) ) );
	}
}
