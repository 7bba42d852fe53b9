"""Keeping parts alive: start, wait until they answer, bring dead ones back, stop in reverse order."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from spravka.stack.console import Console
from spravka.stack.errors import PartDied, PartNotReady
from spravka.stack.supervision.programs import Program, RunningProgram, describe_exit, last_lines
from spravka.stack.supervision.roster import Roster
from spravka.stack.supervision.stopping import StopWish

READY_POLL_SECONDS = 0.05
WATCH_POLL_SECONDS = 0.2
TELL_SECONDS = 10.0
FIRST_DELAY_SECONDS = 0.5
LONGEST_DELAY_SECONDS = 10.0
REMEMBER_DEATHS_SECONDS = 120.0
DEATHS_ALLOWED = 6


@dataclass(frozen=True)
class Part:
    """A program, and how to tell by its process number that it answers."""

    program: Program
    is_ready: Callable[[int], bool]
    ready_within_seconds: float = 60.0

    @property
    def name(self) -> str:
        return self.program.name


@dataclass
class Watched:
    """A part under supervision. ``restart_at`` is set (monotonic seconds) while it is dead."""

    part: Part
    running: RunningProgram
    deaths_at: list[float] = field(default_factory=list)
    restart_at: float | None = None


class Supervisor:
    """The started parts, in groups: the last group is stopped first."""

    def __init__(self, roster: Roster, wish: StopWish, console: Console) -> None:
        self._roster = roster
        self._wish = wish
        self._console = console
        self._groups: list[list[Watched]] = []
        self._aside: list[RunningProgram] = []

    def start(self, parts: Sequence[Part]) -> None:
        """Start the parts together and wait until each answers.

        Raises:
            PartDied, PartNotReady: a part did not come up.
            StopRequested: somebody wants to stop.
        """
        group: list[Watched] = []
        self._groups.append(group)
        for part in parts:  # one by one: what is started is known to ``stop`` even if the next one fails
            group += [Watched(part, self._run(part))]
        self._wait(group)

    def run_aside(self, program: Program) -> None:
        """Start a program that ends by itself, which nothing waits for; a stop ends it."""
        self._aside.append(RunningProgram(program))

    def watch(self, until: Callable[[], bool] = lambda: False) -> None:
        """Bring back what dies, until a stop is wished or ``until`` says so.

        Raises:
            PartDied: a part dies again and again.
            StopRequested: somebody wants to stop.
        """
        while not until():
            self.tend(WATCH_POLL_SECONDS)

    def tend(self, seconds: float) -> None:
        """Wait, and bring back what has died; raises what :meth:`watch` raises."""
        for watched in self._all():
            self._look_after(watched)
        self._wish.pause(seconds)

    def stop(self) -> None:
        """Stop everything, the last started first; a second wish to stop kills."""
        for running in self._aside:
            running.kill()
        while self._groups:
            group = self._groups.pop()
            for watched in group:
                watched.running.ask_to_stop()
            for watched in group:
                watched.running.wait_gone(hurry=lambda: self._wish.urgent)
        self._roster.clear()

    def _wait(self, group: Sequence[Watched]) -> None:
        waiting, told_at = list(group), time.monotonic()
        while waiting:
            waiting = [watched for watched in waiting if not self._is_up(watched)]
            if waiting and time.monotonic() - told_at > TELL_SECONDS:
                self._console.say("still waiting for " + ", ".join(watched.part.name for watched in waiting))
                told_at = time.monotonic()
            self._wish.pause(READY_POLL_SECONDS)

    def _run(self, part: Part) -> RunningProgram:
        running = RunningProgram(part.program)
        self._roster.add(part.name, running.pid, part.program.stop_signal)
        return running

    def _is_up(self, watched: Watched) -> bool:
        part, running = watched.part, watched.running
        if (code := running.exit_code) is not None:
            raise _died(part, describe_exit(code))
        if part.is_ready(running.pid):
            self._console.say(f"{part.name} is up")
            return True
        if time.monotonic() - running.started_at > part.ready_within_seconds:
            raise PartNotReady(part.name, part.ready_within_seconds, str(part.program.log))
        return False

    def _look_after(self, watched: Watched) -> None:
        if watched.restart_at is not None:
            if time.monotonic() >= watched.restart_at:
                self._bring_back(watched)
        elif (code := watched.running.exit_code) is not None:
            self._plan_restart(watched, code)

    def _plan_restart(self, watched: Watched, code: int) -> None:
        watched.running.kill()  # what it had started must not meet its successor
        now = time.monotonic()
        watched.deaths_at.append(now)
        delay = delay_before_restart(watched.deaths_at, now)
        if delay is None:
            raise _died(watched.part, f"{describe_exit(code)} once more, {DEATHS_ALLOWED} times within 2 minutes")
        self._console.say(f"{watched.part.name} {describe_exit(code)}; starting it again in {delay:g} s")
        watched.restart_at = now + delay

    def _bring_back(self, watched: Watched) -> None:
        watched.running = self._run(watched.part)
        watched.restart_at = None
        self._console.say(f"{watched.part.name} is started again")

    def _all(self) -> list[Watched]:
        return [watched for group in self._groups for watched in group]


def delay_before_restart(deaths_at: Sequence[float], now: float) -> float | None:
    """How many seconds to wait after the newest death: doubling with each recent one; None to give up."""
    recent = sum(now - at <= REMEMBER_DEATHS_SECONDS for at in deaths_at)
    if recent >= DEATHS_ALLOWED:
        return None
    return float(min(FIRST_DELAY_SECONDS * 2 ** max(recent - 1, 0), LONGEST_DELAY_SECONDS))


def _died(part: Part, ending: str) -> PartDied:
    log = part.program.log
    return PartDied(part.name, ending, str(log), last_lines(log))
