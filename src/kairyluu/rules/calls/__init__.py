"""The trust telephone: who answers, what a call may end in, how its journal is numbered."""
