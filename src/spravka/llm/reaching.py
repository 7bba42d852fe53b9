"""Whether the server of the language model is there at all, without asking it anything."""

import socket
from urllib.parse import urlsplit

from spravka.llm.openai_server import proxy_of
from spravka.llm.settings import LlmSettings

REACHING_SECONDS = 2.0
USUAL_PORTS = {"http": 80, "https": 443}


def reach(settings: LlmSettings) -> None:
    """Open a connection to the server, or to the proxy before it, and close it; raises OSError."""
    address = urlsplit(proxy_of(settings) or settings.base_url or "")
    port = address.port or USUAL_PORTS.get(address.scheme, 80)
    socket.create_connection((address.hostname or "", port), REACHING_SECONDS).close()
