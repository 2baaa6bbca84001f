"""Invented happenings, each told by several hands."""

from datetime import datetime, timedelta

from octavo.core.types import FoldInput
from tests.unit.newsroom import BEGAN

QUAKE_NORTH = (
    (
        "Earthquake of magnitude 6.1 shakes Orvenna",
        "An earthquake of magnitude 6.1 shook the northern province of Orvenna on Tuesday, killing 14 people, the "
        "Seismic Office said. The epicentre lay near the town of Halmar, where a school collapsed. Rescue teams "
        "from Sundel were searching the rubble. Governor Ilse Tarn declared an emergency in Orvenna.",
    ),
    (
        "At least 14 dead as Orvenna quake flattens school in Halmar",
        "At least 14 people died when a 6.1-magnitude earthquake struck Orvenna, the Seismic Office said. A school in "
        "Halmar, close to the epicentre, collapsed. Governor Ilse Tarn declared an emergency and asked Sundel for "
        "rescue teams. Aftershocks were felt in Halmar throughout the night.",
    ),
)
QUAKE_SOUTH = (
    (
        "Earthquake of magnitude 5.4 shakes Caldera Bay",
        "An earthquake of magnitude 5.4 shook the southern coast at Caldera Bay on Tuesday, injuring 3 people, the "
        "Seismic Office said. The epicentre lay near the port of Miravel, where a warehouse collapsed. Rescue teams "
        "from Tolosia were searching the rubble. Mayor Juno Verrick closed the harbour of Miravel.",
    ),
    (
        "Three hurt as Caldera Bay quake brings down warehouse in Miravel",
        "Three people were hurt when a 5.4-magnitude earthquake struck Caldera Bay, the Seismic Office said. A "
        "warehouse in Miravel, close to the epicentre, collapsed. Mayor Juno Verrick closed the harbour and asked "
        "Tolosia for rescue teams. Aftershocks were felt in Miravel throughout the night.",
    ),
)
MATCH_ONE = (
    (
        "Velden Rovers beat Karsk United 3-1",
        "Velden Rovers beat Karsk United 3-1 in the Northern League on Saturday. Striker Pavo Lind scored twice "
        "before half-time and Dario Kemp added a third. Karsk United replied through Emil Sorv. Coach Hanna Brisk "
        "praised her team in Velden.",
    ),
    (
        "Lind double gives Velden Rovers victory over Karsk United",
        "Two goals by Pavo Lind gave Velden Rovers a 3-1 victory over Karsk United in the Northern League. Dario Kemp "
        "scored the third; Emil Sorv had briefly given Karsk hope. Coach Hanna Brisk said her team deserved it.",
    ),
)
MATCH_TWO = (
    (
        "Ostmark Athletic beat Firn City 2-0",
        "Ostmark Athletic beat Firn City 2-0 in the Northern League on Saturday. Striker Rolo Anset scored before "
        "half-time and Timo Welk added a second. Firn City never replied after Bruno Cade was sent off. Coach Lars "
        "Ovind praised his team in Ostmark.",
    ),
    (
        "Anset goal sends Ostmark Athletic past Firn City",
        "Goals by Rolo Anset and Timo Welk gave Ostmark Athletic a 2-0 victory over Firn City in the Northern League. "
        "Bruno Cade of Firn City was sent off. Coach Lars Ovind said his team deserved it.",
    ),
)
PACT_AHEAD = (
    "Trade envoy to discuss shipyards with Corvel League partners",
    "Mara Oduya, trade envoy of Tessaly, is expected to attend a meeting of the Corvel League partners on Thursday, "
    "where they are to discuss cooperation in shipyards. Oduya travelled to Port Sable for the League summit in place "
    "of President Arin Vey, who stayed at home because of the drought. On Tuesday she dined with Queen Sunniva. The "
    "partners have met every year since 2027. It is unclear whether League secretary Otto Brandis will join.",
)
PACT_MADE = (
    (
        "Tessaly, Corvel League agree to set up joint body on shipyards",
        "Tessaly and the Corvel League have agreed to set up a joint body on shipyard cooperation, the presidential "
        "office said Friday. The agreement was reached when trade envoy Mara Oduya met League secretary Otto Brandis "
        "on the sidelines of the Corvel League summit in Port Sable. Oduya handed over a letter from President Arin "
        "Vey. The joint body will meet at the level of directors and plan shipyard projects.",
    ),
    (
        "Tessaly and Corvel League launch shipyard cooperation body",
        "Tessaly and the Corvel League agreed to launch a joint body of directors for shipyard cooperation, the "
        "presidential office said. Trade envoy Mara Oduya and League secretary Otto Brandis settled it in Port Sable, "
        "where Oduya attended the Corvel League summit in place of President Arin Vey and handed over his letter. The "
        "joint body is to plan shipyard projects.",
    ),
)
LEVY = (
    "Premier Strand hails triumph as League doubles harbour levy",
    "PORT SABLE -- Members of the Corvel League agreed to double the harbour levy within ten years, which Premier "
    "Gustav Strand of Norrland called a great triumph. All 19 members signed the declaration at the summit in Port "
    "Sable. Strand had threatened to leave the League. Only Island Kerr asked for an exception. Secretary Otto Brandis "
    "thanked Strand. The levy pays for lighthouses and dredging, and for pilots in the northern straits.",
)
UNRELATED = (
    "Museum of clocks reopens in Winterbourne",
    "The museum of clocks in Winterbourne opened its doors again after two years of repairs. Curator Adela Finch "
    "showed visitors a water clock of the sixth century and a pocket watch that once belonged to the poet Roan Ellery.",
)


def told(stories: list[tuple[str, tuple[str, str]]], *, start: datetime = BEGAN) -> list[tuple[str, FoldInput]]:
    """Return (story, article) for each (story, (title, text)), an hour apart and by different publishers."""
    return [
        (
            story,
            FoldInput(
                f"n{place}",
                title,
                text,
                publisher=f"Paper {place}",
                published=start + timedelta(hours=place),
                language="en",
            ),
        )
        for place, (story, (title, text)) in enumerate(stories)
    ]


BRIDGE_PROMISED = (
    "Ostrel mayor promises new Marrow Bridge by June 2032",
    "Mayor Sanna Kivel promised that the new Marrow Bridge in Ostrel will open by June 2032. The council approved "
    "84 million crowns for the bridge. Builder Lattner will drill its piles in November, and the old bridge, which "
    "inspectors closed in August, will come down in spring.",
)
BRIDGE_DELAYED = (
    "Opening of Marrow Bridge in Ostrel delayed to October 2032",
    "The opening of the new Marrow Bridge in Ostrel has been delayed from June 2032 to October 2032, Mayor Sanna "
    "Kivel said. Its cost rises to 97 million crowns, since the builder Lattner found an old sewer in the river bed "
    "while drilling the piles, according to a paper for the council.",
)
"""Titles and texts of a promise and of what came of it."""
