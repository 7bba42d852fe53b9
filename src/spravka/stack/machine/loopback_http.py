"""Asking a part over HTTP whether it is well, past any proxy the machine has configured."""

import http.client

from spravka.stack.machine.ports import LOOPBACK

TIMEOUT_SECONDS = 3.0


def answers_ok(port: int, path: str, host: str = LOOPBACK) -> bool:
    """Whether ``GET path`` is answered with 200."""
    connection = http.client.HTTPConnection(host, port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
