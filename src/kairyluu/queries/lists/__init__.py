"""Lists of appeals: the desk's queues, search, the register book."""
