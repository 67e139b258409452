"""The words with which somebody else is accused: of misdeeds, of their character, of answering for what happened.

`blame.py` decides from them whether a sentence lays the cause on a party.
"""

from __future__ import annotations

from amends.review.language.words import Lexicon

BAD_STEMS = tuple(
    (
        "abus bad badly blam bother brok burn careless cheat clums contradict corrupt counterfeit damag deceiv deceit "
        "defect delay destroy dishonest disregard dishonor drunk fabricat fail fake false fault flood forg fraud "
        "hijack idle ignor refurbish stuff nonsens chaos wrongful unauthor bungl botch blunder exaggerat incompeten "
        "contradict reject mishap misrepresent sleepy arbitrar "
        "incorrect inferior infring innocen irresponsib jealous lagg late laz lied lies lost lying malicious mess "
        "misdirect mishandl mislabel mislaid mislead misled misplac misread misrout miss mistak misus mix neglect "
        "negligen overlook overwhelm overwrit overwrot poor punish refus ridicul rogue rude sabotag scam sloppy slow "
        "smash soak spoil steal stol strike stupid swap swindl tamper thiev threw thrown torn trick unable unclear "
        "unfair unhelp unjust unprofession unreasonab unreliab error bug glitch spite sabot untrain vanish victim "
        "violat worse wrong"
    ).split()
)
BAD = frozenset(
    "down throws throw loses lose forgets kicks dumps swore vowed kept keeps garbage rubbish junk trash "
    "chaos mess crooked faked greve grève streik dropped left sat stuck nothing anymore plainly "
    "unable "
    "impatient lame useless shortcuts guilty culprit".split()
)
BAD_OF_BUYERS = tuple(
    (
        "abus bad blam careless cheat confus insist exagger impuls regrett forg lost broke deceiv dishonest "
        "extort fabricat fake false forg fraud greed ignor impatien jealous laz lied lies lying malicious misread "
        "mistak misunderst misus neglig over-react picky ridicul sabotag scam simply steal stol stupid swap threaten "
        "trick unfair unjust unreasonab unrealis unrealiz wrong wore wear worn"
    ).split()
)
NEUTRAL = frozenset(
    "measured measures deactivates suspends waited waits waiting "
    "admits admit admitted delivered delivers deliver sent sends send shipped ships ship issued issues "
    "invoiced invoices confirmed confirms "
    "answered answers replied replies named names listed lists showed shows show stated states wrote writes written "
    "supplied supplies sold sells charged charges arrived arrives collected collects collect returned returns ordered "
    "orders received receives complained complains reported reports asked asks is are was were has have had will can "
    "signed signs checked checks informed told tells works worked started began joined left opened opens trained "
    "bought buys paid pays requested requests wanted wants removed suspended deactivated closed notified warned "
    "changed agreed agrees accepts accepted offers offered gives gave uses made makes does did do may need needs holds "
    "held keeps kept stays stayed said says found entered enters packed packs put puts printed prints took takes "
    "uploaded uploads listed posted counted counts scanned scans labelled labeled handed hands "
    "tested tests measured measures examined examines inspected inspects passed passes analysed "
    "analyzed reviewed reviews "
    "certified verified compared discontinued stopped stops went goes "
    "came comes come reissued reworked replaced repaired corrected confirm attached enclosed repeated relabelled "
    "recounted compare clarified translated produced produces based registered located owns owned".split()
)
NEGATIONS = frozenset("not never no nor neither refuses refused refuse unable failed nothing hardly".split())
PREPOSITIONS = frozenset("to for with against about over under into onto than".split())
AGENT = frozenset("by of at from in inside".split())
RESPONSIBLE = Lexicon(
    "responsible|liable|accountable|answerable|culpable|culprit|guilty",
    "to blame",
    "blame|fault|guilt|responsibility .. lies|lie|rests|rest|is|falls|goes|belongs|stays|with|on|at|to|of",
    "blame for|the|on|should|goes|lies|must",
    "answer|answers|pay for",
    "has|had|have|was|is the|a|under? whole|full|sole|entire|contractual|clear? obligation|duty|job|task to|of",
    (
        "obliged|bound|supposed|meant|paid|contracted|engaged|expected to control|check|test|watch|inspect|"
        "prevent|know|tell|warn|ensure|deliver|do"
    ),
    "bears|bear|carries|carry the|sole|full? responsibility|blame",
    "fault|mistake|error|failure|doing|negligence|deed of|was|is|lies|by",
    "his|her|their own? fault|mistake|error|doing|negligence",
    "at fault",
    "mistake|error|fault|blame|responsibility|guilt rests|rest|sits|sit|belongs|lies|lie with|on|at|to",
    "is|was|are|were the|a one|ones|person|people|man|woman who|that|behind",
    "it is|was him|her|them|he|she|they you|who|that",
    "direct|address|send|put|raise|ask .. question|questions|complaint|complaints|matter .. to|with",
    "down to|solely",
    "doing of",
    "all|entirely|solely|purely .. doing|work|fault|making",
    "who did it|this|that|so",
    "can only|solely? be? explained|blamed|attributed by|on|to",
    "brought|brings this|it|that on|upon|about",
    "looked|sought|found for? inside|with",
    "must|should|can not be? charged to|against",
    "should|must|ought have? been? asking|asked|ask",
)
NOT_US = Lexicon(
    "not us|ours",
    "not our|my|of|on|in|by|ourselves our|my? own? fault|mistake|making|doing|side|responsibility|error|failure|hands",
    "not to|be? blame|charged|attributed|blamed",
    "nothing to do with us|me|our",
    "out|outside|beyond of? our|my control|hands|power|influence|reach|scope",
    "without our|my knowledge|consent|permission|approval|asking|telling|informing",
    "without one|a|any word|asking|telling|informing|notice",
    "left|leaves our|my hands|warehouse|control",
    "we|i merely|only|just pass*|passed|forward*|resell|resold|sell|sold",
    "not be? held|hold|be|made|can|could liable|responsible|blamed|accountable|answerable",
    "no fault|part|hand|say|influence|control|blame of|in|over|on",
    "innocent|victim|victims|scapegoat|scapegoats",
    "we|i never|not told|asked|allowed|authorised|authorized|instructed|wanted|ordered|agreed",
    (
        "pay|paying|paid|suffer|punished|bear|answer for the? mistakes|sins|errors|failures|failings|chaos "
        "of|others|others'"
    ),
    "everything|all right|correct|correctly|properly|by_the_book on|at|from|by our|my",
    "we|i did everything|all|our",
    "on our side",
    "set up to fail",
    "on his|its|their own accord|initiative",
    "acting|acted without authority|authorization|authorisation|permission",
    "by itself",
)
WOULD = frozenset("would could might".split())
CAUSAL = Lexicon(
    "hence|therefore|thus|consequently|thereby|whereby",
    "that|this|which is why",
    "that's why",
    "so our|the|we|my|buyers|customers|parcels|orders|it",
    "this|that is the? reason",
    "and so",
    "as a? result|consequence",
    "for that|this reason",
    "then|now we|it",
)
ARTICLES = frozenset("the a an our my your this that these those one some such same certain any each every".split())
# What is said of a person's or firm's character, not of what happened.
SCORN = tuple(
    (
        "sloppi sloppy careless laz dishonest incompeten useless unreliab irresponsib stupid crook swindl cheat liar "
        "lied lying scam thiev betray untrustworth unprofession negligen greed malicious rogue jealous clums idiot "
        "clueless hopeless ridicul shameless disobey spiteful troll fraudster saboteur notorious amateur scoundrel "
        "villain"
    ).split()
)
BECAUSE = frozenset("because since as".split())
SHORT = frozenset("he she they him them his her their".split())
TARDY = frozenset("weeks days hours stopped stuck retained only until though although instead nowhere closes".split())
NO_VERBS = frozenset(
    "orders units items parcels invoices labels boxes returns sales prices rights services goods "
    "documents details terms "
    "premises hours photos pictures images files tools pages rules policies scans accounts units's always besides "
    "sometimes towards as's".split()
)
TOLD = frozenset(
    "got get gets received receive receives found finds saw sees said says wrote writes reported reports complained "
    "complains returned asked asks noticed measured showed noted contacted informed ordered mentioned".split()
)
DECEIT = tuple(("lied lying false fake malic cheat dishonest fabricat baseless unfair ridicul").split())
DEEDS = tuple(
    (
        "forg lied lying cheat ignor neglect miss mess mistak wrong fail overlook steal stol damag destroy mix swap "
        "refus mislabel refurbish fake fals counterfeit broke lost careless misus blam dropp threw spoil delay deceiv "
        "mislead misled betray late negligen laz bad"
    ).split()
)
SCORNED = Lexicon(
    "without one|a|any? single? word to|from",
    "without asking|telling|informing|notifying|consulting|warning us|me",
    "behind our|my back",
    "not|never be? relied|trusted|trust|rely upon|on|with|them|him|her|to",
    "not|never to be? trusted|relied",
    "tends|tend|likes|like|loves|love|seems|seem to forget|lose|ignore|break|throw|delay|do_nothing|leave|lie|sleep",
    (
        "landed|dropped|put|got|left|brought|dragged us|me in|into|with this|a|the mess|trouble|situation|"
        "lurch|problem|position"
    ),
    "at fault",
    "should have known|looked|checked|read|told|asked|seen|been",
    "usual|typical|as_usual|as_always|once_again|yet_again|for_a_change of|for|sloppiness|chaos|mess|manner|slowness",
    "claim|claims|claimed|say|says .. never|for_everything|everything|all_the_time|anything",
    "no|any business|manners|decency being|to|of|in",
    "with every|each|all|other seller|sellers|shop",
    (
        "decent|normal|honest|sensible|reasonable person|people|buyer|customer|human|company|courier|"
        "supplier would|should|could"
    ),
    (
        "despite|against|contrary_to|in_spite_of|ignoring .. instructions|instruction|training|agreement|"
        "contract|promise|warnings"
    ),
    (
        "although|though|even_though|while|when the|our|it|we|i|he|she|they .. said|agreed|told|promised|"
        "forbids|forbid|ordered|knew|stated|says"
    ),
    "did|does|do as|what|whatever|when he|she|they|it likes|liked|wanted|want|wants|pleases|pleased|like",
    "did|does|do not care",
    "has|have|must|had to? pay for",
    "lost|loses|lose his|her|the|their bonus|job|position|pay",
    "not trust|rely|count|believe on|in? these|those|such|them|any",
    "interest in our|my fall|downfall|removal|absence|ruin|closure",
    (
        "want|wants|wanted|try|tries|trying to clear|clean|control|monopolise|monopolize|dominate|own .. market|"
        "category|page|niche"
    ),
    "sleeps|sleep|slept|snores on|again|as_usual",
    "is|are|was|were never|hardly|seldom|not_once content|satisfied|happy|pleased|there|reachable|careful|punctual",
    "goes|went|runs|ran|works|worked|drives|crawls slow|slowly|badly|as_usual|as_everybody_knows",
    "at|with|to # other shops|sellers|stores|traders",
    "buy|order|take # .. send|return|give # back",
    "send|return|give back # .. that|this is how",
    "that|this is how|what|the_way they|he|she|it|people|customers is|are|do|does|work|behave",
    "knew|knows|know exactly|perfectly|well|very_well what|that",
    "first|other|better quality and|but|then|, sent|gave|delivered us",
    "whatever|whichever lay|came|was|they|he|she|it|suited|stood",
    "off|of|on his|her|its|their own bat|accord|initiative|hook",
    "out of spite|revenge|anger|greed|envy|laziness|boredom|jealousy",
    "cut|cutting|cuts corners",
    "for fun|a_living|sport|free",
    (
        "head|mind|thoughts in|on|with|at|were|was the? moon|clouds|holiday|elsewhere|phone|boyfriend|"
        "girlfriend|party|football"
    ),
    (
        "was|were|is in_love|hung_over|hungover|half_asleep|asleep|day-dreaming|daydreaming|stoned|chatting|"
        "gossiping|playing"
    ),
    (
        "like|likes|love|loves|tend|tends|just|simply to? return|send_back|sending_back|complain|complaining|"
        "moan|moaning|"
        "grumble|haggle|nag|exchange|try_on|wear_and"
    ),
    "took|take|takes|taking shortcuts|liberties|advantage|no_care|no_trouble|it_easy",
    "can|could no longer|not|never be? trusted|believed|relied",
    "contradicts|contradict|contradicted itself|themselves|himself|herself|each_other|one_another",
    "without looking|reading|opening|thinking|listening",
    "contrary to the|his|her|their|its|every|all|any? warranty|guarantee|promise|assurance|word|agreement|contract",
    "of his|her|their own? doing|making",
    "trusted|trust|believed|relied .. too much|blindly|wrong|wrongly",
    "knew|knows|know better",
    "bad|good|one_too_many day|mood|excuse",
    "the same with|every",
    "always the? same",
    "good people|staff|workers in|any|nowadays|these_days",
    "on his|her|their|the phone|mobile all|instead",
    "owe|owes|owed you|us|amazon an|the? explanation|apology",
    "is|are the? address for|of",
    "it|that|this is on him|her|them|us_not",
    (
        "talk|speak|turn|write|complain|go|direct_this to fedex|ups|dhl|usps|dpd|hermes|evri|royal|him|her|"
        "them|the_courier|the_carrier|the_supplier|the_factory|the_post"
    ),
    "ask him|her|them|the_courier|the_carrier|the_supplier why|how|about|instead|not",
    "check|look|read|review|mind|clean at|into|up? your own",
    (
        "exclusively|alone|solely|entirely|only in|at|on|with|by the .. network|side|hands|area|warehouse|"
        "plant|factory|office"
    ),
    "nowadays|these_days want|expect|demand",
    (
        "want|wants|wanted|expect|expects|expected .. everything|free|perfect|money_back|for_nothing|"
        "his_money|her_money|their_money|original|luxury|miracle|miracles"
    ),
    "invented|invent|made_up|makes_up a|an|the defect|story|reason|excuse|problem|fault",
    "how should we|i|one",
    "what did|does|do he|she|they think|expect|want|believe",
    "sent|sends|sold|delivered us? garbage|rubbish|junk|trash|crap|scrap|bricks",
    "after|with every|each|any purchase|sale|holiday",
    (
        "in_order_to|just_to|only_to|so_as_to|merely_to file|get|harm|complain|report|push|hurt|receive|"
        "obtain|kick|copy|steal"
    ),
    "full of errors|mistakes|bugs|holes|nonsense",
    "fail|fails|failed|failing|abandon|abandons|abandoned|desert|deserts|deserted us|me",
    "pay|pays|paid .. penalty|fine|punishment .. salary|wage|wages|pocket|bonus|money",
    "habit|hobby of returning|complaining|refunds|sending",
    "then claim|claims|claimed|pretend|pretends",
    "did|does|do everything|all|nothing|it|things? wrong|wrongly|badly|upside_down",
    "not fair to|on|for|that|when",
    "let go",
    "could not be? bothered|care|less",
    "has|have no idea|clue|morals|shame|conscience|respect",
    "took|takes|take the? lazy|easy|short way|route|cut",
    "whenever|as|when it|he|she|they feels|feel|felt|pleases|please|pleased|likes|like|liked|wants|want|wanted",
)
PERSONAL = Lexicon(
    "person|somebody|someone|people|man|woman|guy|else|source|elsewhere|one who|at|of|on",
    "not us|ours|our|me|my|mine",
    "lies|lay|rests|rested|belongs|is|was elsewhere|upstream|outside|abroad|there",
)
