"""nbgrader's settings for Jointlab. `python -m jointlab.grading` puts this file into the folder of a class."""

import warnings

c = get_config()  # noqa: F821 (nbgrader provides it)

c.CourseDirectory.course_id = "jointlab"
warnings.filterwarnings("ignore", module=r"nbgrader\.api")  # of its database, about nothing that a teacher can change
# A learner's logbook is the learner's: it is neither handed in nor handed out.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "__pycache__", "*.pyc", "my-logbook*", "report-*"]

# What learners get is the lesson as it stands: the dots where the line belongs, and the stored pictures
# (nbgrader's own list, without ClearOutput).
c.ClearSolutions.code_stub = {"python": "return ..."}
_PREPROCESSORS = "nbgrader.preprocessors"
c.GenerateAssignment.preprocessors = [
    f"{_PREPROCESSORS}.{name}"
    for name in (
        "IncludeHeaderFooter", "InstantiateTests", "LockCells", "ClearSolutions", "CheckCellMetadata",
        "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ClearMarkScheme", "ComputeChecksums", "CheckCellMetadata",
    )
]  # fmt: skip

# Tests are judged outside of the learner's Python (nbgrader's own lists, with two of ours).
c.Autograde.sanitize_preprocessors = [
    f"{_PREPROCESSORS}.ClearOutput",
    f"{_PREPROCESSORS}.DeduplicateIds",
    f"{_PREPROCESSORS}.OverwriteKernelspec",
    "jointlab.grading.autograde.BringBack",
    f"{_PREPROCESSORS}.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "jointlab.grading.autograde.Execute",
    f"{_PREPROCESSORS}.IgnorePattern",
    f"{_PREPROCESSORS}.LimitOutput",
    f"{_PREPROCESSORS}.SaveAutoGrades",
    f"{_PREPROCESSORS}.AssignLatePenalties",
    f"{_PREPROCESSORS}.CheckCellMetadata",
]
c.GenerateFeedback.preprocessors = [
    f"{_PREPROCESSORS}.GetGrades",
    "nbconvert.preprocessors.TagRemovePreprocessor",
    "jointlab.grading.feedback.Sheet",
]
c.TagRemovePreprocessor.enabled = True
c.TagRemovePreprocessor.remove_input_tags = {"hide-input"}  # the code of the lesson itself, which is shut there, too
c.Execute.timeout = 30  # seconds for one cell: an endless loop costs as much, once
c.Execute.store_widget_state = False  # the feedback shows the pictures that stand in for what moves
c.LimitOutput.max_lines = 200
