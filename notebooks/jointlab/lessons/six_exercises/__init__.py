"""Lesson 11: six exercises under the microscope."""
