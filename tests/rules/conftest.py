from hypothesis import settings

# A busy machine may take long over one example; what is too slow is measured by tests of its own.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")
