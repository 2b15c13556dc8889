"""Who held an appeal, for how long, and where it goes on."""
