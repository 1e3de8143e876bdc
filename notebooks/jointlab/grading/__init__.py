"""Marks by nbgrader: the lessons as assignments, and a judge that stays out of the learner's Python.

`python -m jointlab.grading FOLDER 10` makes a course for nbgrader out of lessons; teacher/grading.md says what then.
"""
