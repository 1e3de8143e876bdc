"""What JupyterHub is told for the test and the bench: anybody may come, homes in one folder, this machine alone."""

import os
import sys
from pathlib import Path

folder = Path(os.environ["BENCH_HUB_FOLDER"])
door, inner, proxy = (f"http://127.0.0.1:{port}" for port in os.environ["BENCH_HUB_PORTS"].split())

c = get_config()  # noqa: F821  JupyterHub gives it to this file
c.JupyterHub.bind_url = door
c.JupyterHub.hub_bind_url = inner
c.JupyterHub.db_url = f"sqlite:///{folder / 'hub.sqlite'}"
c.JupyterHub.cookie_secret_file = str(folder / "cookie")
c.ConfigurableHTTPProxy.api_url = proxy
c.ConfigurableHTTPProxy.command = [os.environ["BENCH_HUB_PROXY"]]
c.ConfigurableHTTPProxy.pid_file = str(folder / "proxy.pid")

c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.services = [{"name": "bench", "api_token": os.environ["BENCH_HUB_TOKEN"]}]
c.JupyterHub.load_roles = [
    {"name": "bench", "scopes": ["admin:users", "admin:servers", "tokens"], "services": ["bench"]},
]

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(folder / "homes" / "{username}")
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root", "--ServerApp.quit_button=False"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
# What the learners' Python is told, as a real hub would say it; OPENBLAS…: what the processor of a machine may need.
passed_on = ("JOINTLAB_AHEAD", "OPENBLAS")
c.Spawner.environment = {name: value for name, value in os.environ.items() if name.startswith(passed_on)}
