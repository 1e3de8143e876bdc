"""Bubbles: at rest, born and collapsing, heard and filmed."""
