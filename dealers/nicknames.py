"""Given names that stand for each other: how families, friends and booking desks shorten them. Pure; our own list."""

SHORT_FOR = {
    "abe": "abraham", "al": "albert alan alfred alexander alvin", "alex": "alexander alexandra alexis",
    "andy": "andrew", "angie": "angela angelina", "annie": "anne ann anna", "art": "arthur", "barb": "barbara",
    "bart": "bartholomew", "becky": "rebecca", "ben": "benjamin bennett benedict", "benny": "benjamin",
    "bernie": "bernard", "bert": "albert robert herbert gilbert", "bess": "elizabeth", "beth": "elizabeth bethany",
    "betsy": "elizabeth", "betty": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "brad": "bradley bradford", "brit": "brittany", "cal": "calvin", "cam": "cameron",
    "carrie": "caroline", "cassie": "cassandra", "cathy": "catherine", "charlie": "charles charlotte",
    "chas": "charles", "chet": "chester", "chip": "charles", "chris": "christopher christian christine christina",
    "christy": "christine christina", "chuck": "charles", "cindy": "cynthia lucinda", "clint": "clinton",
    "connie": "constance", "curt": "curtis", "cy": "cyrus", "dan": "daniel", "danny": "daniel", "dave": "david",
    "deb": "deborah debra", "debbie": "deborah debra", "dee": "deanna deirdre", "denny": "dennis", "dick": "richard",
    "dom": "dominic", "don": "donald donovan", "donnie": "donald", "dora": "theodora dorothy", "dot": "dorothy",
    "dottie": "dorothy", "doug": "douglas", "drew": "andrew", "ed": "edward edwin edmund edgar", "eddie": "edward",
    "eli": "elijah", "ellie": "eleanor elizabeth ellen", "em": "emily emma", "ernie": "ernest", "fran": "frances",
    "frank": "francis franklin", "fred": "frederick alfred", "freddy": "frederick", "gabe": "gabriel",
    "gary": "garrett", "gene": "eugene", "geoff": "geoffrey", "gerry": "gerald gerard", "gina": "regina virginia",
    "ginny": "virginia", "greg": "gregory", "gus": "august augustus", "hal": "harold henry", "hank": "henry",
    "harry": "harold henry harrison", "ike": "isaac", "izzy": "isabel isabella isidore", "jack": "john jackson",
    "jackie": "jacqueline", "jake": "jacob", "jamie": "james", "jan": "janet janice", "jay": "james jason",
    "jeff": "jeffrey jefferson", "jen": "jennifer", "jenny": "jennifer", "jerry": "gerald jerome jeremiah",
    "jess": "jessica jesse", "jessie": "jessica", "jim": "james", "jimmy": "james", "joe": "joseph joel",
    "joey": "joseph", "johnny": "john jonathan", "jon": "jonathan john", "josh": "joshua", "jude": "judith",
    "judy": "judith", "kate": "katherine catherine kathleen", "kathy": "katherine catherine kathleen",
    "katie": "katherine catherine kathleen", "kay": "katherine", "ken": "kenneth", "kenny": "kenneth",
    "kim": "kimberly", "kit": "christopher katherine", "larry": "lawrence laurence", "len": "leonard",
    "lenny": "leonard", "leo": "leonard leonardo", "les": "leslie lester", "lexi": "alexis alexandra",
    "libby": "elizabeth", "lisa": "elizabeth", "liz": "elizabeth", "liza": "elizabeth", "lou": "louis louise",
    "lucy": "lucille", "maddie": "madison madeline", "maggie": "margaret", "mandy": "amanda",
    "manny": "emmanuel manuel",
    "marge": "margaret marjorie", "marty": "martin", "matt": "matthew", "max": "maxwell maximilian",
    "meg": "margaret megan", "mel": "melissa melanie melvin", "mickey": "michael", "mike": "michael",
    "mikey": "michael", "mindy": "melinda", "missy": "melissa", "mitch": "mitchell", "moe": "maurice moses",
    "molly": "mary", "nan": "nancy anne", "nate": "nathan nathaniel", "ned": "edward", "nell": "eleanor helen",
    "nick": "nicholas", "nicky": "nicholas nicole", "norm": "norman", "ollie": "oliver", "pam": "pamela",
    "pat": "patrick patricia", "patsy": "patricia", "patty": "patricia", "peg": "margaret", "peggy": "margaret",
    "penny": "penelope", "pete": "peter", "phil": "philip phillip", "polly": "mary", "rafe": "raphael ralph",
    "ray": "raymond", "reggie": "reginald", "rich": "richard", "rick": "richard frederick", "ricky": "richard",
    "rob": "robert", "robbie": "robert", "rod": "rodney roderick", "ron": "ronald", "ronnie": "ronald veronica",
    "rosie": "rose rosemary", "roxy": "roxanne", "rudy": "rudolph", "russ": "russell", "sal": "salvatore sally",
    "sam": "samuel samantha", "sammy": "samuel", "sandy": "sandra alexander", "sean": "john", "sid": "sidney",
    "sonny": "junior", "stan": "stanley", "steph": "stephanie", "steve": "steven stephen", "stu": "stuart",
    "sue": "susan suzanne", "susie": "susan suzanne", "tad": "thaddeus", "tammy": "tamara", "ted": "theodore edward",
    "teddy": "theodore", "terry": "terrence theresa", "tess": "theresa", "theo": "theodore", "tim": "timothy",
    "timmy": "timothy", "tina": "christina", "toby": "tobias", "tom": "thomas", "tommy": "thomas",
    "tony": "anthony", "tori": "victoria", "tracy": "theresa", "trish": "patricia", "val": "valerie valentine",
    "vern": "vernon", "vic": "victor", "vicky": "victoria", "vince": "vincent", "vinny": "vincent",
    "wally": "walter wallace", "walt": "walter", "wendy": "gwendolyn", "wes": "wesley", "will": "william",
    "willie": "william", "woody": "woodrow", "zach": "zachary", "zack": "zachary",
}  # fmt: skip
FULL = {short: frozenset(full.split()) for short, full in SHORT_FOR.items()}


def stand_for_each_other(name, other):
    """True for Bill and William, and for Bill and Will: one shortens the other, or both shorten the same name."""
    mine, theirs = FULL.get(name, frozenset()), FULL.get(other, frozenset())
    return other in mine or name in theirs or bool(mine & theirs)


def as_well(name):
    """The name and every other that may stand for it."""
    full = FULL.get(name, frozenset()) | {name}
    return full | {short for short, names in FULL.items() if names & full}
