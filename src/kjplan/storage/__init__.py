"""Plans at rest: YAML in and out, validation, the cache, and which file is 2022."""
