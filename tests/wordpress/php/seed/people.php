<?php
/* Users and terms. */

function seed_users( $users ) {
	foreach ( $users as $user ) {
		$known = get_user_by( 'login', $user['user_login'] );
		$user += array( 'user_pass' => 'password', 'user_registered' => '2008-08-15 12:00:00' );
		must( $known ? wp_update_user( wp_slash( array( 'ID' => $known->ID ) + $user ) ) : wp_insert_user( wp_slash( $user ) ) );
	}
}

/* Terms stand parents first; a parent is named by its slug. */
function seed_terms( $taxonomies ) {
	foreach ( $taxonomies as $taxonomy => $terms ) {
		foreach ( $terms as $term ) {
			$parent = isset( $term['parent'] ) ? get_term_by( 'slug', $term['parent'], $taxonomy )->term_id : 0;
			$made   = must( wp_insert_term( wp_slash( $term['name'] ), $taxonomy, wp_slash( array( 'parent' => $parent ) + $term ) ) );
			foreach ( $term['meta'] ?? array() as $key => $value ) {
				add_term_meta( $made['term_id'], $key, $value );
			}
		}
	}
}
