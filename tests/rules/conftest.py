from hypothesis import HealthCheck, settings

# A busy machine may take long over one example; what is too slow is measured by tests of its own.
settings.register_profile("rules", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rules")
