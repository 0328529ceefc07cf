<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" <?php language_attributes(); ?>>
<head profile="http://gmpg.org/xfn/11">
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title><?php wp_title( '&laquo;', true, 'right' ); ?> <?php bloginfo( 'name' ); ?></title>
<?php wp_head(); ?>
</head>
<body>
<div id="wrap"><div id="top"><h1><a href="<?php echo home_url( '/' ); ?>"><?php bloginfo( 'name' ); ?></a></h1><div class="tagline"><?php bloginfo( 'description' ); ?></div>
<ul id="nav"><?php wp_list_pages( 'title_li=&depth=1' ); ?></ul></div>
<div id="left"><h2>Sections</h2><ul><?php wp_list_categories( 'title_li=' ); ?></ul><h2>Archives</h2><ul><?php wp_get_archives( 'type=yearly' ); ?></ul>
<div class="box"><strong>Write for us!</strong> Meetings are every Tuesday at 7 p.m. in the basement of Reed Hall.</div></div>
<div id="main">
<?php while ( have_posts() ) : the_post(); ?>
	<div class="story" id="story-<?php the_ID(); ?>">
	<h2 class="headline"><a href="<?php the_permalink(); ?>" rel="bookmark"><?php the_title(); ?></a></h2>
	<div class="byline">By <?php the_author_posts_link(); ?> on <?php the_time( 'F j, Y' ); ?></div>
	<?php if ( is_singular() ) : ?>
		<div class="text"><?php the_content(); ?></div>
		<?php wp_link_pages( array( 'before' => '<p class="pages">Pages: ', 'after' => '</p>' ) ); ?>
		<div class="filed">Filed under <?php the_category( ', ' ); ?> <?php the_tags( '| Tags: ', ', ' ); ?></div>
		<div class="prevnext"><?php previous_post_link( '&laquo; %link' ); ?> <?php next_post_link( '%link &raquo;' ); ?></div>
		<?php comments_template(); ?>
	<?php else : ?>
		<div class="text"><?php the_excerpt(); ?></div>
	<?php endif; ?>
	</div>
<?php endwhile; ?>
<div class="more"><?php posts_nav_link(); ?></div>
</div>
<div id="bottom">Copyright The Millbrook Gazette. All rights reserved. <?php wp_footer(); ?></div></div>
</body></html>
