"""Being asked to stop: Ctrl-C, SIGTERM and SIGHUP become a wish that the waiting code looks at.

The handlers only take a note: an exception thrown out of a handler could fly between the start of a process
and the moment it is written down, and leave it an orphan. Everything that waits goes through ``pause``.
"""

import signal
import time
from types import FrameType

SLICE_SECONDS = 0.05


class StopRequested(BaseException):
    """Somebody wants the stack to end."""


class StopWish:
    """Whether somebody wants the stack to end, and how urgently."""

    def __init__(self) -> None:
        self.times_asked = 0

    @property
    def urgent(self) -> bool:
        """Asked a second time: do not wait for anybody."""
        return self.times_asked > 1

    def listen(self) -> None:
        """Take the signals that end a program; the main thread only. Under nohup a hang-up stays ignored."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
                signal.signal(number, self._note)

    def pause(self, seconds: float) -> None:
        """Sleep; raises StopRequested as soon as a stop is wished."""
        until = time.monotonic() + seconds
        self.check()
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, SLICE_SECONDS))
            self.check()

    def check(self) -> None:
        """Raise StopRequested where a stop is wished."""
        if self.times_asked:
            raise StopRequested

    def _note(self, _signal: int, _frame: FrameType | None) -> None:
        self.times_asked += 1
