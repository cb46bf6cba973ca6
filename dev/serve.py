"""Serves the planner on this machine, with sample clusters and demo accounts.

    python -m dev.serve [--port 8000]

Run by the virtual environment's Python. Development only: see docker-compose.yml for production.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


def port_is_free(port: int) -> bool:
    """Whether a server can listen on ``port`` of this machine's own address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def main() -> str:
    """Serve until stopped, in place of this process; returns only with what forbids it."""
    parser = argparse.ArgumentParser(description="Serves the planner on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    if not (1024 <= port <= 65535 and port_is_free(port)):
        other = 8001 if port == 8000 else 8000
        return f"Port {port} cannot be used. Try: make run PORT={other}"
    environment = os.environ | {"PLANNER_ENV": "development"}
    manage = [sys.executable, "manage.py"]
    for command in (["migrate", "--verbosity", "0"], ["load_samples", "--if-empty"]):
        if subprocess.run([*manage, *command], cwd=ROOT, env=environment).returncode:
            return f"manage.py {' '.join(command)} failed, see above."
    print(f"\nOpen http://{HOST}:{port}/ (Ctrl-C stops the server).\n", flush=True)
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "--log-level", "warning"]
    server += ["--host", HOST, "--port", str(port), "--blocking-threads", "4"]
    server += ["planner.wsgi:application"]
    os.chdir(ROOT)
    return os.execve(sys.executable, server, environment)


if __name__ == "__main__":
    sys.exit(main())
