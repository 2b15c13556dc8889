"""Control of execution as it is looked at."""
