"""The strip of a lesson: it counts what the logbook keeps, and says what waits. Its page is tested in a browser."""

from types import SimpleNamespace

import pytest

from jointlab import sources
from jointlab.learn import Logbook, Prediction, Strip, progress

READY = [lesson.name for lesson in sources.course() if lesson.status == "ready"]
CAMERA = SimpleNamespace(name="four-stories-one-camera", goal="a goal")
PLAIN = SimpleNamespace(name="plain", goal=None)


@pytest.mark.parametrize("lesson", READY)
def test_it_names_all_that_can_be_done(lesson, book):
    plan = sources.lesson(lesson)
    steps = Strip(lesson, logbook=book).steps
    kinds = {"Predict": "predict", "Build": "build", "Check yourself": "quiz"}
    for name, kind in kinds.items():
        assert len(steps[name]) == sum(not one.get("beyond") for one in plan[kind].values())
    assert steps["The article says…"] == [f"judgement {claim.id}" for claim in sources.claims_of(lesson)]
    people = [name for name in ("See", "More people") if name in steps]
    assert sum(len(steps[name]) for name in people) == len(plan.get("case", {}))
    rest = [name for name in steps if name not in ("Predict", "See")]
    assert list(Strip(lesson, CAMERA, PLAIN, logbook=book).steps) == ["Predict", *people[:1], "Play", *rest]


def test_people_to_decide_on_are_counted_where_they_are_met(book):
    strip = Strip("red_flags", logbook=book)
    for name, case in sources.lesson("red_flags")["case"].items():
        assert f"judgement red_flags/{name}" in strip.steps[{1: "See", 2: "More people"}[case["round"]]]
    book.record("judgement", "red_flags/ana", {"judgement": "on", "confidence": 60})
    assert strip.done == ["judgement red_flags/ana"]
    assert progress(book)["red_flags"].cases.done == 1
    assert "1 of 14 people decided on" in str(progress(book)["red_flags"])


def test_it_hears_what_is_recorded(book):
    strip = Strip("pop", CAMERA, logbook=book)
    assert strip.done == strip.opens == []
    book.record("check", "collapse_time", {"passed": False})
    book.record("goal", "four-stories-one-camera", {"goal": "a goal"})
    book.record("goal", "of-another-lesson", {"goal": "a goal"})
    assert strip.done == ["goal four-stories-one-camera"]
    book.record("check", "collapse_time", {"passed": True})
    assert strip.done == ["check collapse_time", "goal four-stories-one-camera"]
    assert Strip("pop", CAMERA, logbook=book).done == strip.done


def test_a_declined_prediction_opens_what_waits_but_is_not_done(book):
    strip = Strip("pop", logbook=book)
    Prediction("pop", "camera", book).answer("prediction pop/camera", "skip")
    assert strip.opens == ["prediction pop/camera"]
    assert strip.done == []


def test_the_place_comes_back(book):
    strip = Strip("pop", logbook=book)
    assert strip.place == ""
    for place in ("prediction pop/camera", "prediction pop/camera", "judgement S13"):
        strip.place = place
    assert [record["entry"]["at"] for record in book.entries("place", "pop")] == [
        "prediction pop/camera",
        "judgement S13",
    ]
    assert Strip("pop", logbook=book).place == "judgement S13"
    assert Strip("lifting", logbook=book).place == ""
    assert len(book.entries("place")) == 2, "opening a lesson is no place"


def test_a_strip_that_is_gone_is_not_told(book):
    strip = Strip("pop", logbook=book)
    strip.close()
    del strip
    book.record("check", "collapse_time", {"passed": True})


def test_without_a_logbook_file_it_counts_all_the_same():
    strip = Strip("pop", logbook=Logbook(None))
    strip.logbook.record("check", "collapse_time", {"passed": True})
    assert strip.done == ["check collapse_time"]
