<?php
/* Fill the site from the files of a content folder. Every id and date stands in those files, so that each filling is the same. */
require __DIR__ . '/boot.php';
foreach ( array( 'image', 'file', 'media', 'taxonomy', 'post', 'nav-menu' ) as $part ) {
	require_once ABSPATH . "wp-admin/includes/$part.php";
}
foreach ( array( 'names', 'people', 'media', 'documents', 'articles', 'comments', 'menus' ) as $part ) {
	require __DIR__ . "/seed/$part.php";
}
set_error_handler( function ( $level, $message, $file, $line ) { throw new ErrorException( $message, 0, $level, $file, $line ); }, E_WARNING | E_NOTICE | E_USER_ERROR | E_USER_WARNING );
remove_action( 'publish_post', '_publish_post_hook', 5 );   // no marks for pings to be sent later
wp_set_current_user( 1 );   // an administrator's content is stored without KSES

$folder = $argv[1];
seed_users( read_json( "$folder/users.json" ) );
seed_terms( read_json( "$folder/terms.json" ) );
$media     = read_json( "$folder/media.json" );
$documents = array_merge( read_documents( $folder ), compose_articles( read_json( "$folder/articles.json" ) ) );
name_ids( $media, $documents );
foreach ( $media as $file ) {
	seed_media( $file );
}
foreach ( $documents as $document ) {
	insert_document( $document );
}
attach_media( $media );
foreach ( $documents as $document ) {
	complete_document( $document );
}
seed_comments( read_json( "$folder/comments.json" ) );
seed_menus( read_json( "$folder/menus.json" ) );
