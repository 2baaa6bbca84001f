"""Words for happenings that several stories may belong to, in the languages met most."""

_WORDS = {
    "summit": {
        "en": "summit summits",
        "de": "gipfel gipfels gipfeltreffen",
        "es": "cumbre",
        "fr": "sommet",
        "it": "vertice",
        "nl": "top",
        "ru": "саммит саммита саммите",
    },
    "conference": {
        "en": "conference",
        "de": "konferenz",
        "es": "conferencia",
        "fr": "conférence",
        "it": "conferenza",
        "nl": "conferentie",
        "ru": "конференция конференции",
    },
    "election": {
        "en": "election elections",
        "de": "wahl wahlen",
        "es": "elección elecciones",
        "fr": "élection élections",
        "it": "elezioni",
        "nl": "verkiezingen",
        "ru": "выборы",
    },
    "referendum": {
        "en": "referendum",
        "de": "referendum volksabstimmung",
        "es": "referéndum",
        "fr": "référendum",
        "it": "referendum",
        "nl": "referendum",
        "ru": "референдум",
    },
    "trial": {
        "en": "trial",
        "de": "prozess",
        "es": "juicio",
        "fr": "procès",
        "it": "processo",
        "nl": "proces",
        "ru": "процесс",
    },
    "festival": {"en": "festival", "de": "festival festspiele", "es": "festival", "fr": "festival", "ru": "фестиваль"},
    "tournament": {
        "en": "tournament championship championships",
        "de": "turnier meisterschaft",
        "es": "torneo",
        "fr": "tournoi",
        "it": "torneo",
        "nl": "toernooi",
    },
    "strike": {
        "en": "strike strikes",
        "de": "streik",
        "es": "huelga",
        "fr": "grève",
        "it": "sciopero",
        "nl": "staking",
        "ru": "забастовка",
    },
    "earthquake": {
        "en": "earthquake quake",
        "de": "erdbeben",
        "es": "terremoto",
        "fr": "séisme",
        "it": "terremoto",
        "nl": "aardbeving",
        "ru": "землетрясение",
    },
    "flood": {
        "en": "flood floods flooding",
        "de": "hochwasser überschwemmung",
        "es": "inundación inundaciones",
        "fr": "inondation",
        "it": "alluvione",
        "nl": "overstroming",
    },
    "storm": {
        "en": "storm cyclone hurricane typhoon",
        "de": "sturm zyklon hurrikan taifun",
        "es": "tormenta ciclón huracán tifón",
        "fr": "tempête cyclone ouragan typhon",
        "it": "tempesta ciclone uragano tifone",
        "nl": "storm cycloon orkaan tyfoon",
    },
    "war": {
        "en": "war",
        "de": "krieg",
        "es": "guerra",
        "fr": "guerre",
        "it": "guerra",
        "nl": "oorlog",
        "ru": "война войны",
    },
    "talks": {
        "en": "talks negotiations",
        "de": "verhandlungen",
        "es": "negociaciones",
        "fr": "négociations",
        "it": "trattative",
        "nl": "onderhandelingen",
        "ru": "переговоры",
    },
}
_KINDS = {
    (language, word): kind
    for kind, languages in _WORDS.items()
    for language, words in languages.items()
    for word in words.split()
}


def happening(word: str, language: str) -> str:
    """Return the kind of happening that a case-folded word names in `language`; "" for none."""
    return _KINDS.get((language, word), "")
