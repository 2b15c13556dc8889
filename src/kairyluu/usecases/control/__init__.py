"""Control of execution: marks, requests for information, reminders."""
