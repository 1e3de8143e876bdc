"""The lessons, a folder each: all that one lesson alone needs. No lesson imports another."""
