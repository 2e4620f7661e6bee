# syntax=docker/dockerfile:1
# One stage installs from the lock files, another holds the result, Python, and nothing to build with; `browser` adds Chromium to it.
#   docker build -t reviewer .
#   docker build -t reviewer-browser --target browser .          # for sites with browser = "auto"
#   docker run --rm reviewer demo
#   docker run -v reviewer:/state -v "$PWD/config:/state/config:ro" --read-only --tmpfs /tmp reviewer          # reviewer.toml in ./config
# More ways: config/deploy/.

# Python 3.13.15 on Debian trixie (slim), the index of all platforms. To renew: `docker buildx imagetools inspect python:3.13-slim`.
ARG BASE=docker.io/library/python:3.13.15-slim-trixie@sha256:7c61056e61ac89e852de05f3dc6fa51a6dd2181797bceed46aa725dd7cb2cd3b

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
WORKDIR /src
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /opt/reviewer \
 && /opt/reviewer/bin/python -m pip install --require-hashes --only-binary=:all: -r requirements.lock
RUN python -m venv /opt/build \
 && /opt/build/bin/python -m pip install --require-hashes --only-binary=:all: -r requirements-build.lock
COPY pyproject.toml README.md CHANGELOG.md LICENSE ./
COPY reviewer reviewer
COPY templates templates
COPY config config
RUN /opt/build/bin/python -m pip wheel --no-deps --no-index --no-build-isolation --wheel-dir /src/dist . \
 && /opt/reviewer/bin/python -m pip install --no-deps --no-index /src/dist/content_reviewer-*.whl \
 && /opt/reviewer/bin/reviewer --version \
 && /opt/reviewer/bin/python -m pip uninstall --yes pip

FROM build AS build-browser
COPY requirements-browser.lock ./
RUN /opt/build/bin/python -m pip --python /opt/reviewer/bin/python install --require-hashes --only-binary=:all: -r requirements-browser.lock

FROM ${BASE} AS runtime
LABEL org.opencontainers.image.title="reviewer" \
      org.opencontainers.image.description="Reads what your pages say about their own review, follows every link, and tells each owner once." \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 reviewer \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /state --shell /usr/sbin/nologin reviewer \
 && install --directory --owner=10001 --group=10001 --mode=0700 /state \
 && install --directory --mode=0755 /config \
 && python -m pip uninstall --yes pip \
 && rm -rf /usr/local/lib/python3.13/ensurepip
COPY --from=build /opt/reviewer /opt/reviewer
ENV PATH=/opt/reviewer/bin:/usr/local/bin:/usr/bin:/bin \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
# The root file system may be read-only: state, outbox and report go to /state, scratch files to /tmp. The config is config/reviewer.toml from
# here, as everywhere; to have it elsewhere set REVIEWER_CONFIG (config/deploy does), and REVIEWER_STATE.
VOLUME ["/state"]
WORKDIR /state
USER 10001:10001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5m --timeout=60s --start-period=15m --retries=2 CMD ["reviewer", "--quiet", "health"]
ENTRYPOINT ["reviewer"]
CMD ["schedule"]

# Chromium is Debian's, with Debian's signature. The container is its sandbox, since most let it have none of its own.
FROM runtime AS browser
USER root
RUN apt-get update \
 && apt-get install --yes --no-install-recommends chromium \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build-browser /opt/reviewer /opt/reviewer
ENV REVIEWER_CHROMIUM_SANDBOX=off
USER 10001:10001

FROM runtime
