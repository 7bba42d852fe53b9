"""The interactive page of the API (Swagger UI), wholly from files of our own: it works inside the perimeter."""

import json
from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

API_PREFIX = "/api/v1"
DOCUMENT_URL = f"{API_PREFIX}/openapi.json"
PAGE_URL = f"{API_PREFIX}/docs"
SCRIPT_URL = f"{PAGE_URL}/start.js"
ASSETS_URL = "/static/swagger"

router = APIRouter(include_in_schema=False)

PAGE = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spravka API</title>
<link rel="stylesheet" href="{ASSETS_URL}/swagger-ui.css">
<link rel="icon" href="{ASSETS_URL}/favicon.png">
</head>
<body>
<div id="swagger-ui"></div>
<script src="{ASSETS_URL}/swagger-ui-bundle.js"></script>
<script src="{SCRIPT_URL}"></script>
</body>
</html>
"""

OPTIONS = {
    "url": DOCUMENT_URL,
    "dom_id": "#swagger-ui",
    "validatorUrl": None,  # the page would show the document to a host on the internet
    "deepLinking": True,
    "persistAuthorization": False,
    "displayRequestDuration": True,
    "docExpansion": "none",
    "filter": True,
}

SCRIPT = f"window.ui = SwaggerUIBundle({json.dumps(OPTIONS)});\n"


def assets_dir() -> Path:
    """Where the installed package keeps the files of Swagger UI; the package itself is never imported."""
    spec = find_spec("fastapi_offline")
    if spec is None or spec.origin is None:
        raise RuntimeError("the package fastapi-offline, which brings the files of Swagger UI, is not installed")
    return Path(spec.origin).parent / "static"


@router.get(PAGE_URL)
def show_api_page() -> HTMLResponse:
    """The page."""
    return HTMLResponse(PAGE)


@router.get(SCRIPT_URL)
def start_api_page() -> Response:
    """The script that starts it: a file, so that no script need stand in the page."""
    return Response(SCRIPT, media_type="text/javascript")
