<?php
/* Attachments: real files in the uploads folder, with the sizes and metadata that WordPress makes of them. */

/* One silent frame of MPEG-1 layer III at 128 kbit/s; the shortest MP4 and PDF that their readers take. */
const SILENCE = "\xFF\xFB\x90\x64";
const FILES   = array(
	'pdf'  => "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
	'mp4'  => "\0\0\0\x18ftypisom\0\0\x02\0isommp41\0\0\0\x08mdat",
	'docx' => "PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
	'csv'  => "date,place\n2024-03-01,\"Library, 2nd floor\"\n",
	'svg'  => '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>',
	'vtt'  => "WEBVTT\n\n00:00.000 --> 00:02.000\nGood evening.\n",
);

function seed_media( $file ) {
	$extension = strtolower( pathinfo( $file['file'], PATHINFO_EXTENSION ) );
	// Before 5.3.1 WordPress kept names that look like those of its own sizes.
	$keep_name = fn( $name ) => $file['kept-name'] ?? $name;
	add_filter( 'wp_unique_filename', $keep_name );
	$upload = wp_upload_bits( $file['file'], null, file_bytes( $file, $extension ), substr( $file['date'], 0, 7 ) );
	remove_filter( 'wp_unique_filename', $keep_name );
	if ( $upload['error'] ) {
		throw new RuntimeException( $upload['error'] );
	}
	$post = array(
		'import_id'      => $file['id'],
		'guid'           => $upload['url'],
		'post_author'    => user_id( $file['author'] ?? 'admin' ),
		'post_date'      => $file['date'],
		'post_title'     => $file['title'] ?? pathinfo( $file['file'], PATHINFO_FILENAME ),
		'post_excerpt'   => $file['caption'] ?? '',
		'post_content'   => $file['description'] ?? '',
		'post_mime_type' => $upload['type'],
		'comment_status' => $file['comment_status'] ?? 'closed',
		'ping_status'    => 'closed',
	);
	must( wp_insert_attachment( wp_slash( $post ), $upload['file'], 0, true ) );
	$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->posts, array( 'post_modified' => $file['date'], 'post_modified_gmt' => get_gmt_from_date( $file['date'] ) ), array( 'ID' => $file['id'] ) );
	write_media_meta( $file, $upload['file'] );
}

function write_media_meta( $file, $path ) {
	$camera = fn( $meta ) => array_merge( $meta, $file['camera'] ?? array() );
	add_filter( 'wp_read_image_metadata', $camera );
	wp_update_attachment_metadata( $file['id'], wp_generate_attachment_metadata( $file['id'], $path ) );
	remove_filter( 'wp_read_image_metadata', $camera );
	if ( isset( $file['alt'] ) ) {
		add_post_meta( $file['id'], '_wp_attachment_image_alt', wp_slash( $file['alt'] ) );
	}
	foreach ( $file['meta'] ?? array() as $key => $value ) {
		add_post_meta( $file['id'], $key, wp_slash( $value ) );
	}
}

function file_bytes( $file, $extension ) {
	if ( isset( $file['size'] ) ) {
		return with_words( draw_image( $file, $extension ), $file['iptc'] ?? array(), $file['exif'] ?? array() );
	}
	return 'mp3' === $extension ? str_repeat( SILENCE . str_repeat( "\0", 413 ), 40 ) : FILES[ $extension ];
}

/* Bands of colour, so that each picture is told from the others by eye and stays small. */
function draw_image( $file, $extension ) {
	list( $width, $height ) = $file['size'];
	$image = imagecreatetruecolor( $width, $height );
	$seed  = crc32( $file['name'] );
	for ( $band = 0; $band < 6; $band++ ) {
		$colour = imagecolorallocate( $image, ( $seed >> $band ) & 255, ( $seed >> ( $band + 8 ) ) & 255, 40 * $band );
		imagefilledrectangle( $image, intdiv( $width * $band, 6 ), 0, intdiv( $width * ( $band + 1 ), 6 ), $height, $colour );
	}
	ob_start();
	match ( $extension ) {
		'png'         => imagepng( $image ),
		'gif'         => imagegif( $image ),
		'webp'        => imagewebp( $image, null, 60 ),
		'jpg', 'jpeg' => imagejpeg( $image, null, 60 ),
	};
	return ob_get_clean();
}

/* What a photographer writes into a JPEG, behind its first segment: EXIF of texts by tag, IPTC of texts by number. */
function with_words( $jpeg, $iptc, $exif ) {
	$segments = ( $exif ? segment( "\xE1", exif_block( $exif ) ) : '' ) . ( $iptc ? segment( "\xED", iptc_block( $iptc ) ) : '' );
	return substr_replace( $jpeg, $segments, $segments ? 4 + unpack( 'n', $jpeg, 4 )[1] : 0, 0 );
}

function segment( $marker, $content ) {
	return "\xFF$marker" . pack( 'n', strlen( $content ) + 2 ) . $content;
}

/* TIFF, big end first: one directory, its texts behind it (EXIF 2.32, section 4.6). */
function exif_block( $texts ) {
	ksort( $texts );
	$entries = $values = '';
	foreach ( $texts as $tag => $text ) {
		$text     .= "\0";
		$entries .= pack( 'nnNN', $tag, 2, strlen( $text ), 14 + 12 * count( $texts ) + strlen( $values ) );
		$values  .= $text;
	}
	return "Exif\0\0MM\0*" . pack( 'Nn', 8, count( $texts ) ) . $entries . pack( 'N', 0 ) . $values;
}

/* Photoshop's resource 0x0404: datasets of record 2, the first says that texts are UTF-8 (IIM 4.2, 1:90). */
function iptc_block( $texts ) {
	$data = "\x1C\x01\x5A\0\x03\x1B%G";
	foreach ( $texts as $number => $text ) {
		$data .= "\x1C\x02" . chr( $number ) . pack( 'n', strlen( $text ) ) . $text;
	}
	return "Photoshop 3.0\0" . '8BIM' . pack( 'n', 0x0404 ) . "\0\0" . pack( 'N', strlen( $data ) ) . $data . ( strlen( $data ) % 2 ? "\0" : '' );
}

function attach_media( $media ) {
	global $wpdb;
	foreach ( $media as $file ) {
		$place = array( 'post_parent' => isset( $file['parent'] ) ? id_of( $file['parent'] ) : 0, 'menu_order' => $file['order'] ?? 0 );
		$wpdb->update( $wpdb->posts, $place, array( 'ID' => $file['id'] ) );
		clean_post_cache( $file['id'] );
	}
}
