"""Control of execution: who controls, who is reminded of what, what is at risk."""
