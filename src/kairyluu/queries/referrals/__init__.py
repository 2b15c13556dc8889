"""Referrals to law enforcement: who may receive one, who may see it, what waits."""
