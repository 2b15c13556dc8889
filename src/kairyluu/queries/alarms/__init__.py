"""Alarms: whom they are about, who is told, who may see them."""
