"""The body: its parts, how it stands, bends and reaches, and what its lower back carries."""
