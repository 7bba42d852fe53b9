"""Steps that the person at the terminal can follow, and other programs asked and run."""

import contextlib
import subprocess
import sys
import tempfile
import time
from typing import Dict, List, Optional

STARTED_AT = time.time()
TICK_SECONDS = 10.0
POLL_SECONDS = 0.05


class Trouble(Exception):
    """Something that keeps a command from working: one sentence, and what to do."""


def say(text: str) -> None:
    """Print one line with the seconds since the start; that nobody reads it any more is no reason to stop."""
    with contextlib.suppress(BrokenPipeError):
        print(f"[{time.time() - STARTED_AT:6.1f} s] {text}", flush=True)


def run_step(command: List[str], what: str, advice: str, environment: Optional[Dict[str, str]] = None) -> None:
    """Run a step that takes long, with a clock; its output is shown only where it fails.

    Raises:
        Trouble: it failed; ``advice`` says what to do.
    """
    say(what)
    with tempfile.TemporaryFile() as output:
        null = subprocess.DEVNULL
        process = subprocess.Popen(command, stdin=null, stdout=output, stderr=output, env=environment)
        try:
            _wait(process, what)
        finally:
            process.kill()  # an interrupted step must not go on beside the next try
            process.wait()
        if process.returncode:
            output.seek(0)
            print(output.read().decode("utf-8", "replace").strip(), file=sys.stderr)
            raise Trouble(f"It failed while {what}; the reason is above. {advice}")


def answer_of(command: List[str]) -> Optional[str]:
    """The output of a quick command; None where it cannot run or fails."""
    null = subprocess.DEVNULL
    try:
        ended = subprocess.run(command, stdin=null, stdout=subprocess.PIPE, stderr=null)
    except OSError:
        return None
    return ended.stdout.decode("utf-8", "replace") if ended.returncode == 0 else None


def _wait(process: "subprocess.Popen[bytes]", what: str) -> None:
    last_tick = time.time()
    while process.poll() is None:
        time.sleep(POLL_SECONDS)
        if time.time() - last_tick > TICK_SECONDS:
            say("... still " + what)
            last_tick = time.time()
