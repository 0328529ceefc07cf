<?php if ( have_comments() ) : ?>
<h3 id="comments"><?php comments_number( 'No responses', 'One response', '% responses' ); ?></h3>
<ol class="commentlist"><?php wp_list_comments( array( 'style' => 'ol', 'format' => 'xhtml' ) ); ?></ol>
<?php endif; ?>
<?php comment_form( array( 'format' => 'xhtml' ) ); ?>
