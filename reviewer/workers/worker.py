"""The program of a worker process (``python worker.py SECONDS BYTES``): takes work on stdin, answers on stdout.

CPU time is limited by ``ITIMER_PROF``, whose signal ends the process wherever it is, in C code too; memory by ``RLIMIT_AS``.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import Any

HEAD = struct.Struct("<Q")
PAGE = b"P"
"""How an answer begins that is a page of facts; a pickle begins with 0x80."""


def main(seconds: float, memory: int) -> None:
    """Work until there is no more."""
    inward = os.fdopen(os.dup(0), "rb")
    outward = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not stand between answers
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    taken = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (taken + memory, resource.RLIM_INFINITY))
    while head := inward.read(HEAD.size):
        job = inward.read(HEAD.unpack(head)[0])
        answer = work(job, seconds)
        outward.write(HEAD.pack(len(answer)))
        outward.write(answer)
        outward.flush()


def work(job: bytes, seconds: float) -> bytes:
    """Do one piece of work within its CPU time: (``done``, result), (``failed``, words) or (``memory``, None), pickled; a page of facts
    as ``PAGE`` and MessagePack, which the parent reads in a quarter of the time."""
    try:
        function, args, kwargs = pickle.loads(job)  # noqa: S301 - from our own parent; what it imports is not the page's time
        signal.setitimer(signal.ITIMER_PROF, seconds)
        return packed(function(*args, **kwargs))
    except MemoryError:
        return pickle.dumps(("memory", None))
    except Exception as error:  # noqa: BLE001 - whatever a page makes a parser do
        return pickle.dumps(("failed", f"{type(error).__name__}: {error}"[:1000]))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def packed(value: Any) -> bytes:
    """What came out, as bytes."""
    nouns = sys.modules.get("reviewer.model")  # a process that made a page has them
    if nouns is not None and type(value) is nouns.Page and not value.extras:  # what third parties put into theirs nobody knows
        import msgspec

        try:
            return PAGE + msgspec.msgpack.encode(value)
        except ValueError:  # half of a surrogate pair is in no UTF-8
            pass
    return pickle.dumps(("done", value), pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
