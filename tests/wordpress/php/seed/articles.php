<?php
/* Ordinary articles in bulk, put together from stock texts: by turns classic and of blocks, over sixteen years. */

const FIRST_ARTICLE = 1001;

function compose_articles( $stock ) {
	return array_map( fn( $number ) => compose_article( $stock, $number ), array_keys( $stock['headlines'] ) );
}

function compose_article( $stock, $number ) {
	$turn = fn( $kind ) => $stock[ $kind ][ $number % count( $stock[ $kind ] ) ];
	// 163 days and some minutes apart, articles fall into every month, on every hour and both sides of each change of clocks.
	$moment  = strtotime( '2009-03-07 23:30:00 UTC' ) + $number * ( 163 * DAY_IN_SECONDS + 3917 );
	$article = array(
		'id'         => FIRST_ARTICLE + $number,
		'name'       => "article-$number",
		'title'      => $turn( 'headlines' ),
		'author'     => $turn( 'authors' ),
		'date'       => gmdate( 'Y-m-d H:i:s', $moment ),
		'categories' => $turn( 'categories' ),
		'tags'       => $turn( 'tags' ),
		'newlines'   => 0 === $number % 4 ? 'crlf' : 'lf',
	);
	$paragraphs = array_filter( array( $turn( 'bylines' ), ...compose_paragraphs( $stock['sentences'], $number ), $turn( 'closings' ) ) );
	$picture    = $turn( 'pictures' );
	return $article + array( 'body' => $number % 2 ? compose_blocks( $paragraphs, $picture ) : compose_classic( $paragraphs, $picture ) );
}

function compose_paragraphs( $sentences, $number ) {
	$paragraphs = array();
	for ( $paragraph = 0; $paragraph < 4 + $number % 5; $paragraph++ ) {
		$first        = $number * 7 + $paragraph * 3;
		$paragraphs[] = implode( ' ', array_map( fn( $step ) => $sentences[ ( $first + $step ) % count( $sentences ) ], range( 0, ( $number + $paragraph ) % 3 ) ) );
	}
	return $paragraphs;
}

function compose_classic( $paragraphs, $picture ) {
	if ( $picture ) {
		$image = "<img class=\"size-medium wp-image-{{id $picture}}\" src=\"{{src $picture medium}}\" alt=\"\" width=\"{{width $picture medium}}\" height=\"{{height $picture medium}}\" />";
		array_splice( $paragraphs, 2, 0, array( "[caption id=\"attachment_{{id $picture}}\" align=\"alignleft\" width=\"{{width $picture medium}}\"]$image Photo: Gazette archive[/caption]" ) );
	}
	return implode( "\n\n", $paragraphs );
}

function compose_blocks( $paragraphs, $picture ) {
	$blocks = array_map( 'compose_block', $paragraphs );
	if ( $picture ) {
		$image = "<figure class=\"wp-block-image size-large\"><img src=\"{{src $picture large}}\" alt=\"\" class=\"wp-image-{{id $picture}}\"/><figcaption class=\"wp-element-caption\">Gazette archive</figcaption></figure>";
		array_splice( $blocks, 2, 0, array( "<!-- wp:image {\"id\":{{id $picture}},\"sizeSlug\":\"large\"} -->\n$image\n<!-- /wp:image -->" ) );
	}
	return implode( "\n\n", $blocks );
}

function compose_block( $paragraph ) {
	return match ( substr( $paragraph, 0, 3 ) ) {
		'<h4'   => "<!-- wp:heading {\"level\":4} -->\n$paragraph\n<!-- /wp:heading -->",
		'<p '   => "<!-- wp:paragraph {\"className\":\"byline\"} -->\n$paragraph\n<!-- /wp:paragraph -->",
		default => "<!-- wp:paragraph -->\n<p>$paragraph</p>\n<!-- /wp:paragraph -->",
	};
}
