"""What an offence counts as: the FBI's codes, and the words in which records and dispatch systems say it. Pure.

Sources: FBI, National Incident-Based Reporting System User Manual (2023), group A and group B offences; what each
counts as is task force policy (domain.md, section 2). The wordings are those of American records and CAD systems,
Vermont's own among them; a wording that is not known is asked for once and remembered with its source.
"""

import re

BURGLARY, LARCENY, VEHICLE_THEFT, VANDALISM = "burglary", "larceny", "vehicle_theft", "vandalism"
DISORDERLY, ASSAULT, ROBBERY, DRUGS = "disorderly", "assault", "robbery", "drugs"
OVERDOSE, OTHER, LEFT_OUT = "overdose", "other", "left_out"  # the words of models.Category, and of what is none

# Code -> name. Group A is reported by incident, group B by arrest alone.
GROUP_A = {
    "09A": "Murder and non-negligent manslaughter", "09B": "Negligent manslaughter", "09C": "Justifiable homicide",
    "100": "Kidnapping, abduction", "101": "Treason", "103": "Espionage",
    "11A": "Rape", "11B": "Sodomy", "11C": "Sexual assault with an object", "11D": "Criminal sexual contact",
    "120": "Robbery", "13A": "Aggravated assault", "13B": "Simple assault", "13C": "Intimidation",
    "200": "Arson", "210": "Extortion, blackmail", "220": "Burglary, breaking and entering",
    "23A": "Pocket-picking", "23B": "Purse-snatching", "23C": "Shoplifting", "23D": "Theft from building",
    "23E": "Theft from coin-operated machine", "23F": "Theft from motor vehicle",
    "23G": "Theft of motor vehicle parts", "23H": "All other larceny", "240": "Motor vehicle theft",
    "250": "Counterfeiting, forgery", "26A": "False pretenses, swindle", "26B": "Credit card, ATM fraud",
    "26C": "Impersonation", "26D": "Welfare fraud", "26E": "Wire fraud", "26F": "Identity theft",
    "26G": "Hacking, computer invasion", "26H": "Money laundering", "270": "Embezzlement",
    "280": "Stolen property", "290": "Destruction, damage, vandalism", "30A": "Illegal entry into the United States",
    "30B": "False citizenship", "30C": "Smuggling aliens", "30D": "Re-entry after deportation",
    "35A": "Drug, narcotic violations", "35B": "Drug equipment violations", "360": "Failure to register",
    "36A": "Incest", "36B": "Statutory rape", "370": "Pornography, obscene material", "39A": "Betting, wagering",
    "39B": "Operating, promoting gambling", "39C": "Gambling equipment", "39D": "Sports tampering",
    "40A": "Prostitution", "40B": "Assisting, promoting prostitution", "40C": "Purchasing prostitution",
    "49A": "Harboring an escapee", "49B": "Flight to avoid prosecution", "49C": "Flight to avoid deportation",
    "510": "Bribery", "520": "Weapon law violations", "521": "National Firearm Act",
    "522": "Weapons of mass destruction", "526": "Explosives",
    "58A": "Import violations", "58B": "Export violations", "61A": "Federal liquor offenses",
    "61B": "Federal tobacco offenses", "620": "Wildlife trafficking", "64A": "Human trafficking, commercial sex acts",
    "64B": "Human trafficking, involuntary servitude", "720": "Animal cruelty",
}  # fmt: skip
GROUP_B = {
    "90A": "Bad checks", "90B": "Curfew, loitering, vagrancy", "90C": "Disorderly conduct",
    "90D": "Driving under the influence", "90E": "Drunkenness", "90F": "Family offenses, nonviolent",
    "90G": "Liquor law violations", "90H": "Peeping Tom", "90I": "Runaway", "90J": "Trespass of real property",
    "90K": "Failure to appear", "90L": "Federal resource violations", "90M": "Perjury", "90Z": "All other offenses",
}  # fmt: skip
NAMES = GROUP_A | GROUP_B
COUNTED_AS = {
    "120": ROBBERY, "13A": ASSAULT, "13B": ASSAULT, "220": BURGLARY, "240": VEHICLE_THEFT, "290": VANDALISM,
    "35A": DRUGS, "35B": DRUGS, "90C": DISORDERLY, **{f"23{letter}": LARCENY for letter in "ABCDEFGH"},
}  # fmt: skip

# The first line that has one of its phrases, as whole words next to each other, says what a wording counts as.
PHRASES = (
    (OVERDOSE, """
        overdose; overdoses; od; narcan; narcan admin; naloxone; overdosed; unresponsive overdose; poisoning
    """),
    (LEFT_OUT, """
        traffic stop; traffic; motor vehicle stop; mv stop; veh stop; vehicle stop; parking; parking complaint; crash;
        accident; mva; mvc; tmvc; animal; animal problem; dog; alarm; false alarm; welfare check; directed patrol; foot
        patrol; property check; found property; lost property; vin; vin inspection; fingerprints; assist; assist agency;
        assist public; agency assist; citizen assist; medical; ambulance; fire; escort; background check; community
        policing; house check; paperwork service; lockout; 911 hang up; abandoned vehicle; unfounded; void; test;
        motorist assist; disabled vehicle
    """),
    (OTHER, """
        recovered; recovered vehicle; stolen vehicle recovered; possession of stolen; receiving stolen; false report;
        identity theft; theft of service; theft of services; intimidation; threat; threats; threatening; harassment;
        stalking; sexual assault; sex assault; fraud; embezzlement
    """),
    (ROBBERY, """
        robbery; robbed; armed robbery; holdup; hold up; mugging; carjacking
    """),
    (LARCENY, """
        theft from mv; theft from motor vehicle; theft from auto; theft from vehicle; theft from veh; from mv; from
        vehicle; from veh; from auto; from motor vehicle; theft from m v; lfa; lfmv; tfmv; tfa; larceny from auto;
        burglary of vehicle; burglary of motor vehicle; burglary vehicle; burglary auto; vehicle burglary; auto
        burglary; burg veh; burg vehicle; burg auto; burg mv; bmv; car break; car breaks; car break in; vehicle break
        in; vehicle breaking; breaking and entering vehicle; b e vehicle; b e veh; mv parts; vehicle parts; auto parts;
        license plate theft; stolen plate; stolen license plate; catalytic; catalytic converter
    """),
    (VEHICLE_THEFT, """
        motor vehicle theft; mv theft; vehicle theft; auto theft; veh theft; car theft; stolen vehicle; stolen mv;
        stolen auto; stolen car; stolen motor vehicle; theft of motor vehicle; theft of mv; theft of vehicle; theft of
        auto; theft mv; theft auto; theft vehicle; theft motor vehicle; larceny of mv; larceny of auto; larceny auto;
        vehicle stolen; uumv; mvt; gta; grand theft auto; operating without consent; operating without owners consent;
        operating without owner s consent; w o owner s consent; w o owners consent; w o consent; owoc; owooc;
        unauthorized use; unauthorized use of motor vehicle; unauthorized use of vehicle; joyriding; utl
    """),
    (BURGLARY, """
        burglary; burglaries; burg; burg res; burg bus; burg comm; breaking and entering; breaking entering; b e; b and
        e; break and enter; break in; breakin; home invasion; unlawful entry
    """),
    (VANDALISM, """
        vandalism; vandal; vand; criminal mischief; crim mischief; unlawful mischief; mischief; malicious mischief;
        malicious damage; property damage; prop damage; damage to property; damage property; destruction of property;
        destruction; criminal damage; graffiti; tagging; slashed tires
    """),
    (LARCENY, """
        larceny; larcenies; larc; theft; thefts; shoplift; shoplifting; shoplifter; retail theft; petit larceny; petty
        theft; grand larceny; grand theft; stolen property; steal; stealing; stole; stolen; pickpocket; pocket picking;
        purse snatching; purse snatch; porch pirate; package theft; bike theft; gas drive off
    """),
    (ASSAULT, """
        assault; assaults; aslt; aggravated assault; agg assault; simple assault; battery; stabbing; stabbed; shooting;
        domestic assault; dom assault
    """),
    (DRUGS, """
        drug; drugs; narcotic; narcotics; heroin; cocaine; crack; fentanyl; opioid; meth; methamphetamine; marijuana;
        controlled substance; cds; vcsa; ucsa; paraphernalia; drug sale; poss cs; possession of cs; needles; needle;
        regulated drug
    """),
    (DISORDERLY, """
        disorderly; disorderly conduct; dis con; discon; disturbance; disturb; disturbing the peace; noise; noise
        complaint; loud music; loud party; fight; fighting; brawl; breach of peace; breach of the peace; public
        nuisance; nuisance; rowdy; unwanted person; unwanted; trouble with subject; subject disturbance; family
        disturbance; domestic disturbance; intoxicated person; drunk; public intoxication
    """),
    (OTHER, """
        trespass; trespassing; suspicious; prostitution; loitering; weapon; weapons; shots fired; warrant; arson;
        kidnapping; rape; forgery; counterfeit; counterfeiting; dui; dwi; drunk driving; runaway; missing person;
        homicide; murder; manslaughter; extortion; gambling; bad check; bad checks; littering; domestic; violation of
        conditions; vapo; abuse prevention order; escape; eluding; resisting; liquor; extradition
    """),
)  # fmt: skip
SPELT_OUT = {"burglry": "burglary", "burgulary": "burglary", "larcency": "larceny", "larcney": "larceny",
             "vandalizm": "vandalism", "vandlism": "vandalism", "disturbence": "disturbance"}  # fmt: skip
WORD = re.compile(r"[a-z0-9]+")
CODE = re.compile(r"(?:NIBRS|UCR|IBR)?[\s:#-]*(\d{2}[0-9A-Z])(?![0-9A-Z])", re.IGNORECASE)
LETTERED = re.compile(r"\b(\d{2}[A-HJ-MZ])\b", re.IGNORECASE)
LONGEST_WORDING = 80


def phrases(line):
    return [tuple(phrase.split()) for phrase in line.split(";")]


KNOWN = [(category, phrase) for category, line in PHRASES for phrase in phrases(line)]
RANK = {phrase: rank for rank, (_, phrase) in reversed(list(enumerate(KNOWN)))}
LONGEST_PHRASE = max(map(len, RANK))


def code_in(text):
    """The NIBRS code that a cell holds, with whatever stands behind it: “23F”, “23f - Theft From MV”; else empty."""
    found = CODE.match(text.strip())
    code = found[1].upper() if found else ""
    return code if code in NAMES else ""


def category_of_code(code):
    return COUNTED_AS.get(code, OTHER)


def wording(text):
    """A wording as it is remembered: capitals, single spaces."""
    return " ".join(text.upper().split())[:LONGEST_WORDING]


def category_of(text):
    """What a wording counts as, LEFT_OUT for what is no crime; empty where nobody can tell and somebody must say."""
    found = LETTERED.search(text) or CODE.fullmatch(text.strip())
    if found and (code := found[1].upper()) in NAMES:
        return category_of_code(code)
    words = [SPELT_OUT.get(word, word) for word in WORD.findall(text.lower())]
    ranks = [RANK[part] for part in runs(words) if part in RANK]
    return KNOWN[min(ranks)][0] if ranks else ""


def runs(words):
    """Every run of words that may be a phrase."""
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + LONGEST_PHRASE) + 1):
            yield tuple(words[start:end])
