<?php
/* What WordPress makes of content, for the questions of render.php and truth.php. */
set_error_handler( fn() => true, E_WARNING | E_NOTICE | E_DEPRECATED | E_USER_NOTICE | E_USER_DEPRECATED );
// A post embedded in another one carries a random secret.
add_filter( 'random_password', fn() => 'notasecret' );

const FRESH_MODES = array( 'full', 'blocks', 'excerpt' );

function render( $text, $mode ) {
	return match ( $mode ) {
		'full'      => apply_filters( 'the_content', $text ),
		'classic'   => do_shortcode( shortcode_unautop( wpautop( $text ) ) ),
		'wpautop'   => wpautop( $text ),
		'texturize' => wptexturize( $text ),
		'blocks'    => do_blocks( $text ),
		'excerpt'   => apply_filters( 'the_excerpt', $text ),
		'title'     => apply_filters( 'the_title', $text, 0 ),
	};
}

/* Some content is fatal to WordPress, such as a [caption] without attributes to 6.1 on PHP 8. */
function attempt( $question ) {
	try {
		return $question();
	} catch ( Throwable $error ) {
		return null;
	}
}

/* The child ends without PHP's shutdown, which would close the database connection that it shares with its parent. */
function in_child( $question ) {
	$file = tempnam( sys_get_temp_dir(), 'wordpress' );
	$pid  = pcntl_fork();
	if ( 0 === $pid ) {
		file_put_contents( $file, serialize( attempt( $question ) ) );
		posix_kill( getmypid(), SIGKILL );
	}
	pcntl_waitpid( $pid, $status );
	$answer = unserialize( file_get_contents( $file ) );
	unlink( $file );
	return $answer;
}

function to_json( $value ) {
	return json_encode( $value, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR );
}
