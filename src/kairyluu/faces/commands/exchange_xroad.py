"""Open the door at which our security server of X-Road knocks: TLS, and only for who shows the certificate `server.pem`.

Runs until stopped, beside `kairyluu serve`. The certificates lie in the folder of KAIRYLUU_XROAD_TLS: `server.pem` (the
security server's own), `client.pem` and `client.key` (ours, shown by the door too). Exit code 1: one of them is missing.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

NEEDED = ("server.pem", "client.pem", "client.key")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="where to listen (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8443, help="its port (default: %(default)s)")


def run(args: argparse.Namespace) -> int:
    from django.conf import settings

    folder = Path(settings.XROAD_TLS)
    for name in NEEDED:
        if not (folder / name).is_file():
            print(f"{folder / name} is missing: the door opens with certificates alone.", file=sys.stderr)
            return 1
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--log-level", "warning"),
        *("--host", args.host, "--port", str(args.port), "--workers", "1", "--blocking-threads", "2"),
        *("--ssl-certificate", str(folder / "client.pem"), "--ssl-keyfile", str(folder / "client.key")),
        *("--ssl-ca", str(folder / "server.pem"), "--ssl-client-verify", "--ssl-protocol-min", "tls1.2"),
        "kairyluu.wiring.wsgi:application",
    ]
    os.execve(sys.executable, command, os.environ | {"KAIRYLUU_XROAD_DOOR": "1"})  # noqa: S606
