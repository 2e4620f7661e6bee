"""The site of ``speed_site`` behind nginx, where there is one: a server in C is a small part of the CPU time that a run needs, one in Python a large one."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from speed_site import MISSING, TARGET, Shape

PLACES = (None, "/usr/sbin:/usr/local/sbin")
CONFIG = """
daemon off;
worker_processes 1;
pid {folder}/pid;
error_log stderr crit;
events {{ worker_connections 20000; }}
http {{
  access_log off;
  types {{ text/html html; }}
  default_type text/html;
  charset utf-8;
  keepalive_requests 1000000;
  open_file_cache max=20000 inactive=600s;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  server {{ listen 0.0.0.0:{port} backlog=4096; root {folder}/www; error_page 404 /missing.html; }}
}}
"""


def nginx() -> str | None:
    """Where nginx is, if it is."""
    return next((found for places in PLACES if (found := shutil.which("nginx", path=places))), None)


class Nginx:
    """The site, served from files."""

    def __init__(self, shape: Shape) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="speed-nginx-"))
        self.folder.chmod(0o755)
        www = self.folder / "www"
        shape.write(www / "page")
        (www / "target").mkdir()
        (www / "missing.html").write_bytes(MISSING)
        for number in range(shape.externals):
            if number % 33 != 7:
                (www / "target" / str(number)).write_bytes(TARGET)
        conf = self.folder / "nginx.conf"
        conf.write_text(CONFIG.format(folder=self.folder, port=shape.port))
        self.process = subprocess.Popen([str(nginx()), "-p", str(self.folder), "-c", str(conf)])
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{shape.base}/page/0.html").close()
                break
            except urllib.error.URLError:
                time.sleep(0.05)

    def close(self) -> None:
        """Stop it, and forget its files."""
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
