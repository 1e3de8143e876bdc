"""How bright colours are, and how far apart. They are arrays of shape (…, 3), red, green and blue from 0 to 1."""

import numpy as np


def linear(rgb: np.ndarray) -> np.ndarray:
    """sRGB as light."""
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def contrast(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """WCAG 2 contrast ratio."""
    a, b = (linear(rgb) @ [0.2126, 0.7152, 0.0722] for rgb in (one, other))
    return (np.maximum(a, b) + 0.05) / (np.minimum(a, b) + 0.05)
