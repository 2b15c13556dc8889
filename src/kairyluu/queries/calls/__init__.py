"""The trust telephones: lines, calls, their journal."""
