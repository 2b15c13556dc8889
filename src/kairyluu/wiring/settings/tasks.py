"""Background tasks live in the database (procrastinate): queued in the transaction of the act."""

from __future__ import annotations

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"
PROCRASTINATE_WORKER_DEFAULTS = {
    "concurrency": 2,
    "delete_jobs": "successful",
    "shutdown_graceful_timeout": 20,
}
