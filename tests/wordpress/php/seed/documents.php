<?php
/*
 * Documents: posts, pages and everything else that WordPress keeps as a post. A file "0123-name.html" holds document 123:
 * lines "key: value" (a value that is JSON is decoded), an empty line, and the content as WordPress stores it.
 */

const POST_FIELDS = array( 'title' => 'post_title', 'type' => 'post_type', 'status' => 'post_status', 'slug' => 'post_name', 'date' => 'post_date', 'excerpt' => 'post_excerpt', 'password' => 'post_password', 'order' => 'menu_order', 'comments' => 'comment_status', 'pings' => 'ping_status', 'guid' => 'guid', 'template' => 'page_template' );

function read_documents( $folder ) {
	$documents = array();
	foreach ( glob( "$folder/*/*.html" ) as $path ) {
		preg_match( '/^(\d+)-(.*)\.html$/', basename( $path ), $match );
		list( $head, $body ) = explode( "\n\n", file_get_contents( $path ), 2 ) + array( '', '' );
		$documents[] = array( 'id' => (int) $match[1], 'name' => $match[2], 'body' => preg_replace( '/\n\z/', '', $body ) ) + read_head( $head );
	}
	usort( $documents, fn( $one, $other ) => $one['id'] <=> $other['id'] );
	return $documents;
}

function read_head( $head ) {
	$fields = array();
	foreach ( explode( "\n", trim( $head ) ) as $line ) {
		list( $key, $value ) = explode( ': ', $line, 2 );
		$fields[ $key ]      = preg_match( '/^["{\[]/', $value ) ? json_decode( $value, true, 64, JSON_THROW_ON_ERROR ) : $value;
	}
	return $fields;
}

/* Everything but the content: addresses of later documents are not known yet. */
function insert_document( $document ) {
	$post = array( 'import_id' => $document['id'], 'post_author' => user_id( $document['author'] ?? 'admin' ), 'post_status' => 'publish', 'post_type' => 'post', 'comment_status' => 'open', 'ping_status' => 'open', 'post_content' => '-' );
	foreach ( array_intersect_key( POST_FIELDS, $document ) as $key => $field ) {
		$post[ $field ] = $document[ $key ];
	}
	$post['post_parent'] = isset( $document['parent'] ) ? id_of( $document['parent'] ) : 0;
	$post['guid']      ??= guid_of( $document );
	must( wp_insert_post( wp_slash( $post ), true ) );
}

/* Documents are first saved as drafts, whose address by number stays their GUID. */
function guid_of( $document ) {
	$query = match ( $document['type'] ?? 'post' ) {
		'post'  => "p={$document['id']}",
		'page'  => "page_id={$document['id']}",
		default => "post_type={$document['type']}&#038;p={$document['id']}",
	};
	return home_url( "/?$query" );
}

function complete_document( $document ) {
	write_content( $document );
	write_terms( $document );
	write_meta( $document );
	foreach ( (array) ( $document['old-slugs'] ?? array() ) as $slug ) {
		add_post_meta( $document['id'], '_wp_old_slug', $slug );
	}
	if ( isset( $document['trashed'] ) ) {
		wp_trash_post( $document['id'] );
		update_post_meta( $document['id'], '_wp_trash_meta_time', strtotime( $document['trashed'] . ' UTC' ) );
	}
	settle_dates( $document );
}

function write_content( $document ) {
	global $wpdb;
	$content = resolve_names( $document['body'] );
	$content = 'crlf' === ( $document['newlines'] ?? 'lf' ) ? str_replace( "\n", "\r\n", $content ) : $content;
	$wpdb->update( $wpdb->posts, array( 'post_content' => $content ) + ( $document['columns'] ?? array() ), array( 'ID' => $document['id'] ) );
	clean_post_cache( $document['id'] );
}

function write_terms( $document ) {
	$named = array( 'categories' => 'category', 'tags' => 'post_tag', 'coauthors' => 'author', 'volume' => 'volume', 'beat' => 'beat', 'series' => 'series', 'language' => 'language', 'byline' => 'byline', 'staff_name' => 'staff_name', 'theme' => 'wp_theme' );
	foreach ( array_intersect_key( $named, array_filter( $document ) ) as $key => $taxonomy ) {
		$terms = array_map( fn( $slug ) => get_term_by( 'slug', $slug, $taxonomy )->term_id ?? $slug, $document[ $key ] );
		must( wp_set_object_terms( $document['id'], $terms, $taxonomy ) );
	}
	if ( isset( $document['format'] ) ) {
		must( set_post_format( $document['id'], $document['format'] ) );
	}
	if ( isset( $document['sticky'] ) ) {
		stick_post( $document['id'] );
	}
}

/* "meta" is stored as WordPress stores PHP values; "raw-meta" is put into the table as it is, also broken. */
function write_meta( $document ) {
	global $wpdb;
	foreach ( $document['meta'] ?? array() as $key => $value ) {
		$value = is_string( $value ) ? resolve_names( $value ) : $value;
		add_post_meta( $document['id'], $key, wp_slash( $value ) );
	}
	foreach ( $document['raw-meta'] ?? array() as $key => $value ) {
		$wpdb->insert( $wpdb->postmeta, array( 'post_id' => $document['id'], 'meta_key' => $key, 'meta_value' => $value ) );
	}
	if ( isset( $document['featured'] ) ) {
		add_post_meta( $document['id'], '_thumbnail_id', id_of( $document['featured'] ) );
	}
}

/* WordPress writes the present moment as the date of change. */
function settle_dates( $document ) {
	global $wpdb;
	$changed = $document['modified'] ?? $document['date'];
	$dates   = array( 'post_date' => $document['date'], 'post_modified' => $changed, 'post_modified_gmt' => get_gmt_from_date( $changed ) );
	$wpdb->update( $wpdb->posts, ( $document['columns'] ?? array() ) + $dates, array( 'ID' => $document['id'] ) );
	clean_post_cache( $document['id'] );
}
