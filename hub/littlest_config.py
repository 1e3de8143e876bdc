"""What The Littlest JupyterHub tells the learners' Python; values.yaml says why."""

c = get_config()  # noqa: F821  JupyterHub gives it to this file
c.Spawner.environment = {"JOINTLAB_AHEAD": "on", "OPENBLAS_NUM_THREADS": "1"}
