"""What learners have answered, collected: one learner's work as a page and as a table, and a class of them.

`python -m jointlab.report` for one's own logbook, `python -m jointlab.report FOLDER` for a class. Nothing is sent
anywhere.
"""
