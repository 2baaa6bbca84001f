"""Django's way to PostgreSQL, which reads moments in a fifth of the time: a poll reads some thousand."""
