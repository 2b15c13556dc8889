"""Behind `kairyluu serve`: database, set-up, web server and worker, kept running and stopped in order."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field

from kairyluu.wiring.runtime.borrowed import cluster_of, start_again, take_over
from kairyluu.wiring.runtime.child import Child
from kairyluu.wiring.runtime.children import inherit_orphans
from kairyluu.wiring.runtime.instance_lock import InstanceLock
from kairyluu.wiring.runtime.leftovers import MARK, sweep_leftovers, sweep_orphans
from kairyluu.wiring.runtime.messages import compile_messages
from kairyluu.wiring.runtime.places import Places
from kairyluu.wiring.runtime.postgres import NAME, Cluster
from kairyluu.wiring.runtime.programs import web_server, worker, worker_of_alarms
from kairyluu.wiring.runtime.readiness import address_is_free, is_alive
from kairyluu.wiring.runtime.stamps import Stamps
from kairyluu.wiring.runtime.steps import Step, database_steps, note_static, static_step
from kairyluu.wiring.runtime.wakeups import Wakeups

GRACE_SECONDS = 25.0
FIRST_ANSWER_SECONDS = 180.0  # a small machine, busy with other things
LINES_SHOWN = 25


class CannotServe(Exception):
    """A sentence for the operator."""


class StopAsked(Exception):
    """Ctrl-C or SIGTERM while setting up."""


@dataclass
class Supervisor:
    places: Places
    host: str
    port: int
    demo: bool
    lock: InstanceLock
    wakeups: Wakeups = field(default_factory=Wakeups)
    cluster: Cluster | None = None
    children: list[Child] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://{self.host}:{self.port}/"

    def run(self) -> int:
        """Until a stop is asked for (0). Raises AlreadyRunning, CannotServe, KeepsDying with a sentence."""
        self.lock.take(self.address, demo=self.demo)
        inherit_orphans()
        try:
            self._set_up()
            sweep_orphans(self._own_pids())
            self._start_children()
            self._announce()
            while not self.wakeups.stop_asked:
                self._tend()
                self.wakeups.wait(1.0 if any(not child.is_running() for child in self.children) else 10.0)
        except StopAsked:
            pass
        finally:
            self._shut_down()
        return 0

    def _set_up(self) -> None:
        sweep_leftovers(self.places.var)
        if not address_is_free(self.host, self.port):
            raise CannotServe(
                f"Port {self.port} is used by another program. Choose one: PORT={self.port + 1} make run"
            )
        compile_messages()
        static = static_step(self.places)
        collecting = self._begin(static) if static else None
        if not os.environ.get("DATABASE_URL"):
            self.cluster = cluster_of(self.places)
            take_over(self.cluster, self.places.var)
        with Stamps(self._conninfo()) as stamps:
            for step in database_steps(demo=self.demo):
                if not stamps.has(step.name, step.mark):
                    self._finish(step, self._begin(step))
                    stamps.put(step.name, step.mark)
        if static and collecting:
            self._finish(static, collecting)
            note_static(self.places, static)

    def _begin(self, step: Step) -> Child:
        say(f"{step.saying} ...")
        log = self.places.logs / f"{step.name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.unlink(missing_ok=True)
        child = Child(step.name, step.command, self._environment(), output=log)
        child.start()
        return child

    def _finish(self, step: Step, child: Child) -> None:
        self.children.append(child)
        while child.is_running():
            if self.wakeups.stop_asked:
                raise StopAsked
            self.wakeups.wait(1.0)
        self.children.remove(child)
        if child.process and child.process.returncode:
            assert child.output is not None
            words = child.output.read_text(errors="replace").splitlines()[-LINES_SHOWN:]
            raise CannotServe(
                "\n".join([*words, f"“{step.saying}” failed; {child.output} has all its lines."])
            )

    def _start_children(self) -> None:
        environment = self._environment()
        self.children = [
            Child("The web server", web_server(self.host, self.port), environment),
            Child("The worker", worker(), environment),
            Child("The worker of alarms", worker_of_alarms(), environment),
        ]
        for child in self.children:
            child.start()

    def _announce(self) -> None:
        """Wait for the first answer; tending meanwhile, so a web server that cannot start is reported."""
        deadline = time.monotonic() + FIRST_ANSWER_SECONDS
        while not is_alive(self.host, self.port):
            if self.wakeups.stop_asked:
                raise StopAsked
            if time.monotonic() > deadline:
                raise CannotServe("The web server did not answer; the reason stands above.")
            self._tend()
            self.wakeups.wait(0.1)
        if self.demo:
            self._show_demo_accounts()
        say(f"\nKairyluu is ready: {self.address}   (Ctrl-C stops it)")

    def _show_demo_accounts(self) -> None:
        from kairyluu.wiring.runtime.programs import demo_accounts

        command = demo_accounts()
        if command:
            subprocess.run(command, env=self._environment(), check=False, timeout=60)  # noqa: S603

    def _tend(self) -> None:
        now = time.monotonic()
        if self.cluster and self.cluster.has_ended():
            say("The database ended; starting it again.")
            start_again(self.cluster, self.places.var)
        for child in self.children:
            if child.process is not None and not child.is_running():
                say(child.note_end(now))
                sweep_orphans(self._own_pids())
            if child.process is None and now >= child.not_before:
                child.start()

    def _shut_down(self) -> None:
        """Web and worker first, the database last, and nothing of ours stays behind."""
        say("Stopping ...")
        self.lock.note_stopping()
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + GRACE_SECONDS
        for child in self.children:
            child.wait_or_kill(deadline)
        sweep_orphans(self._own_pids())
        if self.cluster:
            self.cluster.stop()
        self.lock.release()
        say("Stopped.")

    def _own_pids(self) -> set[int]:
        processes = [child.process for child in self.children]
        if self.cluster:
            processes.append(self.cluster.process)
        return {process.pid for process in processes if process is not None}

    def _conninfo(self) -> str:
        url = os.environ.get("DATABASE_URL")
        return url or f"host='{self.places.sockets}' port=5432 user={NAME} dbname={NAME}"

    def _environment(self) -> dict[str, str]:
        own = {
            "DJANGO_SETTINGS_MODULE": "kairyluu.wiring.settings.run",
            "KAIRYLUU_HOME": str(self.places.var.parent),
            MARK: str(self.places.var),
            "PYTHONUNBUFFERED": "1",
        }
        return dict(os.environ) | own | ({"KAIRYLUU_DEMO": "1"} if self.demo else {})


def say(words: str) -> None:
    with contextlib.suppress(BrokenPipeError):  # nobody listens any more; stopping in order still matters
        print(words, file=sys.stdout, flush=True)
