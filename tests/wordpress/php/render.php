<?php
/*
 * Question WordPress: one JSON string a line from standard input, what it makes of it a line to standard output
 * (null where WordPress itself fails). Rendering leaves traces in a process (players and galleries are numbered, one post
 * of blocks changes the filters of every later post), so content is rendered in a process of its own, as a request is.
 */
require __DIR__ . '/boot.php';
require __DIR__ . '/oracle.php';

$mode = $argv[1];
$ask  = in_array( $mode, FRESH_MODES, true ) ? 'in_child' : 'attempt';
while ( false !== ( $line = fgets( STDIN ) ) ) {
	$text = json_decode( $line, true, 8, JSON_THROW_ON_ERROR );
	echo to_json( $ask( fn() => render( $text, $mode ) ) ), "\n";
}
