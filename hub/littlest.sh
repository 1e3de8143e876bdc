#!/usr/bin/env bash
# The course on The Littlest JupyterHub, which must be installed already: run this as root. README.md says more.
set -euo pipefail
cd "$(dirname "$0")"

if [ ! -x /opt/tljh/user/bin/pip ]; then
    echo "Install The Littlest JupyterHub first: https://tljh.jupyter.org" >&2
    exit 1
fi
/opt/tljh/user/bin/pip install -r ../requirements.lock
mkdir -p /opt/tljh/config/jupyterhub_config.d
cp littlest_config.py /opt/tljh/config/jupyterhub_config.d/jointlab.py
tljh-config set limits.memory 1G
tljh-config set limits.cpu 1
tljh-config set services.cull.timeout 3600
tljh-config set services.cull.every 600
tljh-config reload
