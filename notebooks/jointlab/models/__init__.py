"""Pure functions in SI units: what the physics says, without pictures or widgets."""
