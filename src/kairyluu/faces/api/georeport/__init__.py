"""Open311 GeoReport v2: a second public door for clients that know it. Services are topics, jurisdictions are bodies."""
