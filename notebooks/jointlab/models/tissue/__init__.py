"""Soft tissue that is pulled: how ligaments resist, and how they creep and recover."""
