"""What tests and studies are worth."""
