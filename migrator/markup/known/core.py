"""Shortcodes of WordPress itself, and those of any plugin whose content is code."""

from __future__ import annotations

CORE = tuple("caption wp_caption gallery playlist audio video embed".split())
"""Registered by WordPress."""

TEX = tuple("latex tex math".split())
"""Their content is TeX."""

CODE = tuple(
    """
    code sourcecode source codeblock crayon cc cci
    actionscript3 as3 applescript bash shell sh coldfusion cf cpp c csharp css clojure clj delphi pas pascal diff
    patch erlang erl fsharp go golang groovy haskell hs java javafx jfx javascript js json matlab matlabkey objc
    obj-c perl pl php plain text powershell ps ps1 py python r rails rb ror ruby rust scala sass scss sql swift
    typescript ts vb vbnet xhtml xml xslt html yaml yml
    """.split()
)
"""Their content is text to the character: SyntaxHighlighter Evolved with its languages, CodeColorer, Crayon."""
