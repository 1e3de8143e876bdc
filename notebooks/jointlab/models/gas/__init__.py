"""Gas: under pressure, in solution, and on its way back."""
