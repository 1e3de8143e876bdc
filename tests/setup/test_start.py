"""How the course is opened: what JupyterLab is told, and what is left alone."""

import json

from jointlab.__main__ import FIRST, NOTEBOOKS, arguments


def test_it_opens_the_first_lesson_with_the_side_bar_shut(tmp_path):
    windows = tmp_path / "windows"
    told = arguments(windows)
    assert FIRST.exists()
    assert f"--ServerApp.root_dir={NOTEBOOKS.parent}" in told
    assert "--LabApp.default_url=/lab/tree/notebooks/00-start-here.ipynb" in told
    assert f"--LabApp.workspaces_dir={windows}" in told
    [file] = windows.iterdir()
    kept = json.loads(file.read_text("utf-8"))["data"]["layout-restorer:data"]
    assert kept["left"] == kept["right"] == {"collapsed": True}


def test_windows_stand_where_they_were_left(tmp_path):
    arguments(tmp_path)
    [file] = tmp_path.iterdir()
    file.write_text("as the learner left them", encoding="utf-8")
    arguments(tmp_path)
    assert file.read_text("utf-8") == "as the learner left them"


def test_an_environment_that_cannot_be_written_opens_all_the_same(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    told = arguments(tmp_path / "file" / "windows")
    assert told[-1].startswith("--LabApp.default_url=")


def test_what_jupyterlab_is_told_are_settings_that_it_has():
    """A setting that JupyterLab has renamed would be passed over in silence."""
    import jupyterlab.commands

    schemas = jupyterlab.commands.get_app_dir()
    told = json.loads((NOTEBOOKS / "jointlab" / "overrides.json").read_text("utf-8"))
    for plugin, settings in told.items():
        name, part = plugin.split(":")
        with open(f"{schemas}/schemas/{name}/{part}.json", encoding="utf-8") as file:
            known = json.load(file)["properties"]
        assert set(settings) <= set(known), plugin
