# syntax=docker/dockerfile:1
# One image for the server and the worker. `docker-compose.yml` says which of the two a container is.

ARG PYTHON_IMAGE=python:3.12-slim

FROM ${PYTHON_IMAGE} AS tools
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore UV_LINK_MODE=copy
COPY requirements/uv.txt /tmp/uv.txt
RUN pip install --require-hashes -r /tmp/uv.txt

# What the product imports when it runs: no test tools, no packaged databases.
FROM tools AS runtime-packages
COPY requirements-runtime.lock /tmp/requirements.lock
RUN uv venv /opt/spravka \
 && uv pip sync --python /opt/spravka/bin/python --require-hashes --compile-bytecode /tmp/requirements.lock

# This project's documentation, in both languages.
FROM tools AS documentation
WORKDIR /build
COPY requirements.lock ./
RUN uv venv /opt/documentation \
 && uv pip install --python /opt/documentation/bin/python --require-hashes -c requirements.lock \
    "$(grep --only-matching '^zensical==[^ ]*' requirements.lock)"
COPY docs/ docs/
COPY scripts/ scripts/
COPY zensical.en.toml zensical.ru.toml ./
RUN /opt/documentation/bin/python scripts/build_docs.py --as-committed

# The web page: built with a Node.js that comes as a package and stays behind, from the packages of its lock file.
FROM tools AS page
WORKDIR /build
COPY bootstrap/ bootstrap/
COPY requirements/ requirements/
COPY scripts/ scripts/
COPY ui/.npmrc ui/package.json ui/package-lock.json ui/
RUN python scripts/build_page.py --packages
COPY ui/ ui/
RUN python scripts/build_page.py

FROM ${PYTHON_IMAGE} AS application
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin spravka \
 && install -d -o spravka -g spravka -m 0750 /data
# Scanned pages are read by Tesseract, in Russian and English.
RUN apt-get update -qq \
 && apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-rus tesseract-ocr-eng \
 && rm -rf /var/lib/apt/lists/*
COPY --from=runtime-packages /opt/spravka /opt/spravka
WORKDIR /app
COPY migrations/ migrations/
COPY src/ src/
COPY --from=documentation /build/build/site site/
COPY --from=page /build/build/page page/
# The product is found by a path file, as in a checkout: nothing is built.
RUN --mount=type=bind,source=bootstrap,target=/app/bootstrap \
    --mount=type=bind,source=pyproject.toml,target=/app/pyproject.toml \
    /opt/spravka/bin/python -c "import pathlib, sysconfig; from bootstrap.linking import link_product; \
link_product(pathlib.Path(sysconfig.get_path('purelib')))" \
 && /opt/spravka/bin/python -m compileall -q src
ENV PATH=/opt/spravka/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SPRAVKA_DATA_DIR=/data \
    SPRAVKA_DOCS_DIR=/app/site \
    SPRAVKA_PAGE_DIR=/app/page
USER 10001:10001
VOLUME /data
EXPOSE 8080
CMD ["python", "-m", "uvicorn", "--factory", "spravka.app:create_app", "--host", "0.0.0.0", "--port", "8080"]
