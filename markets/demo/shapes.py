"""Otter Falls on the map: an invented town on an invented river, drawn in metres from the middle of its bridge.

The river comes from the north and bends to the west; West End lies inside the bend, Ferry Landing on the bank below.
"""

import math

MIDDLE = (-72.970, 43.600)  # longitude, latitude: where x and y below are nothing
TURNED = math.radians(9)  # no town lies straight to the north
METRES_PER_DEGREE = 111_195  # of latitude


def at(x, y):
    """[longitude, latitude] of a point so many metres along the town's streets and across them."""
    east = x * math.cos(TURNED) + y * math.sin(TURNED)
    north = y * math.cos(TURNED) - x * math.sin(TURNED)
    per_degree_east = METRES_PER_DEGREE * math.cos(math.radians(MIDDLE[1]))
    return [round(MIDDLE[0] + east / per_degree_east, 6), round(MIDDLE[1] + north / METRES_PER_DEGREE, 6)]


def area(*corners):
    ring = [at(*corner) for corner in corners]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def drawn(kind, name, geometry):
    return {"type": "Feature", "properties": {"name": name, "kind": kind}, "geometry": geometry}


def line(kind, name, *points):
    return drawn(kind, name, {"type": "LineString", "coordinates": [at(*point) for point in points]})


def block(kind, name, *corners):
    return drawn(kind, name, area(*corners))


WEST_END = {
    "name": "West End, rail line to river",
    "shape": area(
        (-1360, -300), (-1360, 620), (-1180, 900), (150, 930), (235, 560), (190, 330), (70, 0), (-120, -240),
        (-420, -300),
    ),
    "near_metres": 300,
    "comparison": "East Side, Court Street to the mill",
    "comparison_shape": area((960, 40), (930, 900), (1280, 1120), (2060, 1080), (2140, 300), (1760, -20)),
    "comparison_near_metres": 300,
}  # fmt: skip

FERRY_LANDING = {
    "name": "Ferry Road, ramp to Second Street",
    "shape": area((-690, -860), (-480, -740), (-100, -520), (160, -330), (240, -1130), (-620, -1210)),
    "near_metres": 200,
    "comparison": "Tannery Row",
    "comparison_shape": area((820, -1180), (790, -560), (1330, -420), (1600, -700), (1540, -1230)),
    "comparison_near_metres": 200,
}  # fmt: skip

# Address -> x, y in metres.
PLACES = {
    "14 Baxter Street, rear stairs": (-300, 672),
    "Grove Plaza, lot behind the pharmacy": (-640, 838),
    "70 Alder Street, second floor": (-520, 422),
    "Birchwood Motor Inn, rooms 8 to 12": (-1130, -215),
    "Alder Street underpass": (-1330, 396),
    "9 Crescent Court": (-742, 262),
    "31 Cutler Street, rear": (-235, 128),
    "West Street laundromat": (-420, -118),
    "Depot Park, bandstand": (-1120, 560),
    "State College, visitors' lot": (-940, 1040),
    "Ferry Road and Second Street": (-310, -1000),
    "5 Wharf Lane": (-150, -620),
}

RIVER = (
    (470, 1700), (385, 1250), (395, 900), (350, 560), (310, 320), (210, -90), (0, -400), (-440, -690), (-900, -840),
    (-1800, -860), (-1800, -730), (-900, -700), (-440, -560), (-100, -310), (95, -50), (205, 320), (250, 560),
    (285, 900), (270, 1250), (350, 1700),
)  # fmt: skip

STREETS = {
    # West End, along
    "Grove Street": ((-1180, 905), (-640, 890), (150, 905)),
    "Baxter Street": ((-1250, 655), (-640, 650), (205, 640)),
    "Alder Street": ((-1700, 395), (-1000, 400), (200, 405), (360, 410), (930, 420)),
    "Cutler Street": ((-1360, 150), (-600, 148), (120, 155)),
    "West Street": ((-1360, -95), (-420, -100), (40, -60)),
    # and across
    "Depot Street": ((-1000, -260), (-1000, 400), (-1020, 900), (-1010, 1250)),
    "Crescent Court": ((-700, 150), (-770, 210), (-780, 290), (-740, 360), (-690, 400)),
    "Union Street": ((-450, 905), (-450, -100), (-420, -300), (-380, -470), (-340, -720)),
    "Mill Street": ((-150, 905), (-150, 405), (-140, -80)),
    "River Road": ((165, 905), (205, 640), (170, 405), (70, 120), (-60, -160), (-400, -360), (-1000, -560)),
    "Route 4": ((-1700, -330), (-1000, -260), (-420, -300)),
    # Ferry Landing
    "Ferry Road": ((-340, -720), (-320, -850), (-310, -1000), (-290, -1400)),
    "Wharf Lane": ((-640, -830), (-340, -720), (-80, -560), (120, -420)),
    "First Street": ((-650, -890), (-320, -850), (190, -780), (830, -760)),
    "Second Street": ((-690, -1010), (-310, -1000), (230, -970), (800, -950), (1560, -920)),
    "Third Street": ((-620, -1190), (-300, -1180), (240, -1130), (820, -1130), (1550, -1120)),
    "Cooper Lane": ((-60, -560), (-40, -1160)),
    "South Main Street": ((460, 120), (470, -330), (560, -760), (580, -1400)),
    "Tannery Row": ((1080, -480), (1060, -1200)),
    "Hide Lane": ((800, -590), (1330, -560), (1560, -700)),
    # East of the river
    "Main Street": ((930, 420), (1500, 440), (2300, 430)),
    "Court Street": ((460, 120), (960, 150), (1700, 170), (2150, 330)),
    "Chapel Street": ((440, 690), (940, 700), (1600, 710), (2090, 690)),
    "Park Street": ((500, 930), (1270, 950), (2080, 930)),
    "Front Street": ((500, 1250), (500, 930), (440, 690), (420, 410), (460, 120)),
    "Elm Street": ((700, 1000), (690, 140)),
    "Church Street": ((1200, 1100), (1210, 160)),
    "High Street": ((1620, 1100), (1610, 170)),
    "Mill Race": ((1980, 1080), (2010, 290)),
}  # fmt: skip

BACKGROUND = {
    "type": "FeatureCollection",
    "features": [
        block("water", "Otter River", *RIVER),
        block("park", "Depot Park", (-1220, 470), (-1050, 470), (-1050, 625), (-1220, 625)),
        block("park", "State College", (-1240, 960), (-860, 950), (-830, 1240), (-1200, 1260)),
        block("park", "Riverside Cemetery", (30, -1260), (330, -1250), (350, -1420), (40, -1430)),
        block("park", "Court Green", (1240, 480), (1400, 485), (1395, 650), (1245, 650)),
        block("block", "Grove Plaza", (-760, 800), (-520, 800), (-520, 875), (-760, 875)),
        block("block", "Birchwood Motor Inn", (-1180, -240), (-1070, -232), (-1072, -185), (-1180, -190)),
        block("block", "Grange Hall", (-120, 190), (-40, 192), (-42, 240), (-120, 238)),
        block("block", "Woollen mill", (1800, 780), (1950, 780), (1945, 900), (1800, 900)),
        line("rail", "Rail line", (-1440, -700), (-1370, -300), (-1345, 400), (-1365, 700), (-1480, 1400)),
        *(line("street", name, *points) for name, points in STREETS.items()),
    ],
}
SOURCE = "Invented survey of Otter Falls"
