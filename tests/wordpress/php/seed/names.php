<?php
/* Content files call media, documents and people by name; here names become ids, addresses and sizes. */

function read_json( $path ) {
	return json_decode( file_get_contents( $path ), true, 64, JSON_THROW_ON_ERROR );
}

/* The id of what WordPress's functions return either as an id or as an error. */
function must( $id ) {
	if ( is_wp_error( $id ) || ! $id ) {
		throw new RuntimeException( is_wp_error( $id ) ? $id->get_error_message() : 'nothing was made' );
	}
	return $id;
}

function name_ids( $media, $documents ) {
	global $ids;
	$ids = array();
	foreach ( array_merge( $media, $documents ) as $named ) {
		if ( isset( $ids[ $named['name'] ] ) || in_array( $named['id'], $ids, true ) ) {
			throw new RuntimeException( "two are called {$named['name']} or numbered {$named['id']}" );
		}
		$ids[ $named['name'] ] = $named['id'];
	}
}

function id_of( $name ) {
	global $ids;
	return $ids[ $name ] ?? throw new RuntimeException( "nothing is called $name" );
}

function user_id( $login ) {
	return get_user_by( 'login', $login )->ID ?? throw new RuntimeException( "no user $login" );
}

/*
 * {{id hall}} {{src hall medium}} {{width hall medium}} {{height hall medium}} {{src-path hall}} of a medium,
 * {{id story}} {{link story}} {{path story}} of a document or an attachment's page, {{term category news}}. Other braces stay as they are.
 */
function resolve_names( $text ) {
	$text = preg_replace_callback( '/\{\{term (\w+) ([\w-]+)\}\}/', fn( $match ) => get_term_by( 'slug', $match[2], $match[1] )->term_id, $text );
	return preg_replace_callback(
		'/\{\{(id|src|src-path|src-bare|width|height|link|path|bare) ([\w-]+)(?: ([\w-]+))?\}\}/',
		fn( $match ) => resolve_name( $match[1], id_of( $match[2] ), $match[3] ?? 'full' ),
		$text
	);
}

function resolve_name( $verb, $id, $size ) {
	$image = fn( $part ) => wp_get_attachment_image_src( $id, $size )[ $part ];
	$file  = fn() => wp_attachment_is_image( $id ) ? $image( 0 ) : wp_get_attachment_url( $id );
	return match ( $verb ) {
		'id'       => $id,
		'src'      => $file(),
		'src-path' => wp_parse_url( $file(), PHP_URL_PATH ),
		'src-bare' => without_scheme( $file() ),
		'width'    => $image( 1 ),
		'height'   => $image( 2 ),
		'link'     => get_permalink( $id ),
		'path'     => wp_parse_url( get_permalink( $id ), PHP_URL_PATH ),
		'bare'     => without_scheme( get_permalink( $id ) ),
	};
}

function without_scheme( $url ) {
	return preg_replace( '#^https?://#', '', $url );
}
