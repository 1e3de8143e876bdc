"""Shapes that many pictures are made of."""
