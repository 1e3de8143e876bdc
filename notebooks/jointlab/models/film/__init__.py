"""Thin films of fluid between two surfaces: what they hold, and how they give way."""
