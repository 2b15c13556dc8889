"""Who somebody is, asked of a provider that speaks OpenID Connect."""
