<?php
/* Classic menus: an item is an address, a document, a term or an archive of a type. */

function seed_menus( $menus ) {
	global $wpdb;
	// Items take the next free ids: far above all that content files give.
	$wpdb->query( "ALTER TABLE $wpdb->posts AUTO_INCREMENT = 3001" );
	foreach ( $menus as $menu ) {
		$id    = must( wp_create_nav_menu( $menu['name'] ) );
		$items = array();
		foreach ( $menu['items'] as $item ) {
			// The guid of a published item holds the day it was made on: the menu's, not the day of the test.
			$made                   = menu_item( $item, $items ) + array( 'menu-item-post-date' => $menu['date'] );
			$items[ $item['name'] ] = must( wp_update_nav_menu_item( $id, 0, wp_slash( $made ) ) );
			settle_dates( array( 'id' => $items[ $item['name'] ], 'date' => $menu['date'] ) );
		}
	}
}

function menu_item( $item, $items ) {
	$made = array( 'menu-item-status' => 'publish', 'menu-item-title' => $item['title'] ?? '', 'menu-item-attr-title' => $item['hint'] ?? '', 'menu-item-target' => $item['target'] ?? '', 'menu-item-classes' => $item['classes'] ?? '', 'menu-item-parent-id' => isset( $item['parent'] ) ? $items[ $item['parent'] ] : 0 );
	if ( isset( $item['url'] ) ) {
		return $made + array( 'menu-item-type' => 'custom', 'menu-item-url' => $item['url'] );
	}
	if ( isset( $item['term'] ) ) {
		list( $taxonomy, $slug ) = $item['term'];
		return $made + array( 'menu-item-type' => 'taxonomy', 'menu-item-object' => $taxonomy, 'menu-item-object-id' => get_term_by( 'slug', $slug, $taxonomy )->term_id );
	}
	if ( isset( $item['archive'] ) ) {
		return $made + array( 'menu-item-type' => 'post_type_archive', 'menu-item-object' => $item['archive'] );
	}
	$id = id_of( $item['document'] );
	return $made + array( 'menu-item-type' => 'post_type', 'menu-item-object' => get_post_type( $id ), 'menu-item-object-id' => $id );
}
