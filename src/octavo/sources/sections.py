"""The words that starter packs use for parts of the world and for parts of a publisher."""

GROUPS = {
    "world": "World",
    "africa": "Africa",
    "americas": "Americas",
    "asia": "Asia",
    "europe": "Europe",
    "middle-east": "Middle East",
    "oceania": "Oceania",
    "topics": "Topics",
    "languages": "Languages",
}
"""What a pack belongs to, in the order in which packs are listed."""

SECTIONS = frozenset(
    (
        *("news", "top", "latest", "national", "local", "world"),
        *("africa", "americas", "asia", "china", "europe", "middle-east", "north-korea", "pacific"),
        *("politics", "diplomacy", "defence", "crime", "society", "education", "media", "religion"),
        *("opinion", "explained", "investigations", "fact-checks"),
        *("economy", "business", "markets", "energy"),
        *(
            "technology",
            "ai",
            "security",
            "privacy",
            "linux",
            "games",
            "science",
            "space",
            "physics",
            "medicine",
            "psychology",
            "health",
        ),
        *("environment", "climate", "weather"),
        *("culture", "books", "film", "music", "entertainment", "lifestyle", "travel"),
        *("sport", "football", "basketball", "cycling", "motorsport"),
    )
)
"""What a feed of a pack holds; a publisher has at most one feed for each."""
