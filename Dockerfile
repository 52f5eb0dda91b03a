# The same code as `make run`, for a server. docs/operations.md tells what of it was tried.
FROM node:24-bookworm-slim AS front_end
WORKDIR /srv/market_desk
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY static static
RUN npm run build

FROM python:3.11-slim-bookworm
# Fontconfig keeps its cache in the home, and nothing but /tmp is written to.
ENV HOME=/tmp PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
# What WeasyPrint opens (dmi/machine.py has the same list).
RUN apt-get update -q \
  && apt-get install -y --no-install-recommends \
    libfontconfig1 libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 \
  && rm -rf /var/lib/apt/lists/*
# pg_dump and pg_restore of `manage.py backup`: as new as the server, which Debian's own are not.
RUN apt-get update -q \
  && apt-get install -y --no-install-recommends ca-certificates postgresql-common \
  && /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y \
  && apt-get install -y --no-install-recommends postgresql-client-18 \
  && rm -rf /var/lib/apt/lists/*
# A new volume takes over the owner of the folder it is mounted on.
RUN useradd --system --uid 10001 --no-create-home desk && install --directory --owner desk --mode 0700 /srv/exhibits /srv/lists
WORKDIR /srv/market_desk
COPY requirements/app.txt requirements/app.txt
RUN pip install --require-hashes --only-binary=:all: -r requirements/app.txt
COPY . .
COPY --from=front_end /srv/market_desk/static/vendor static/vendor
# collectstatic asks neither server; the settings only want to be told of some.
RUN SECRET_KEY=unused SHEET_SECRET=unused DATABASE_URL=postgres://unused/unused REDIS_URL=redis://unused \
  python manage.py collectstatic --noinput --verbosity 0
USER desk
EXPOSE 8000
# --preload: the processes share the counts of /health/metrics. Requests are logged by dmi.middleware.Watched.
CMD ["gunicorn", "dmi.wsgi", "--bind", "0.0.0.0:8000", "--workers", "3", "--threads", "4", "--preload", \
  "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
