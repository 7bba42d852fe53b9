#!/usr/bin/env bash
# Puts an image that this machine already has in the place of the running one.
#   infra/deploy.sh spravka:3f1c2ab
# Going back to an earlier version is the same command with the earlier name. Migrations are not undone.
set -euo pipefail
cd "$(dirname "$0")/.."

release="${1:?Name the image to start, for example: infra/deploy.sh spravka:3f1c2ab}"
if [[ ! -f .env ]]; then
  echo "There is no .env here: copy .env.example to .env and fill in the secrets." >&2
  exit 1
fi
docker image inspect "$release" >/dev/null

# The same rule as Compose: the environment wins over .env.
network="${NETWORK:-$(sed -n 's/^NETWORK=//p' .env)}"
network="${network:-spravka}"
docker network inspect "$network" >/dev/null 2>&1 || docker network create "$network"

docker compose --env-file .env -f infra/docker-compose.yml up --detach --wait
docker tag "$release" spravka:current
docker compose up --detach --no-build --wait
docker compose ps
