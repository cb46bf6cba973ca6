FROM python:3.11-slim-bookworm

# What WeasyPrint loads; the fonts of the documents come with the project.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/*

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    XDG_CACHE_HOME=/tmp \
    PLANNER_ENV=production

WORKDIR /srv/planner

COPY requirements/base.txt requirements/base.txt
RUN pip install --no-cache-dir --require-hashes --requirement requirements/base.txt

COPY manage.py LICENSE ./
COPY dev/check_health.py dev/check_health.py
COPY planner planner
COPY worksheets worksheets
COPY templates templates
COPY static static

# The settings want a key and a database; collecting files uses neither, and neither is kept.
RUN SECRET_KEY="$(head -c 48 /dev/urandom | base64)" \
    ALLOWED_HOSTS=localhost \
    DATABASE_URL=postgres://nobody@localhost/none \
    python manage.py collectstatic --noinput

RUN useradd --system --no-create-home --shell /usr/sbin/nologin planner
USER planner

EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "dev/check_health.py"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "planner.wsgi:application"]
