"""The words by which an answer to “why” is told: what a seller controls, what is blame, what restates the damage.

All in small letters and without apostrophes, as `why` reads them. Stems are the beginnings of words.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


NEGATIONS = _set(
    """
    absence absent arent cannot cant couldnt didnt doesnt dont hadnt hasnt havent inadequate incomplete
    insufficient isnt lack lacked lacking lacks missing neither never no nobody none noone nor not nothing skip
    skipped skips wasnt werent without
    """
)
NOUN_NEGATIONS = _set(
    """
    absence inadequate incomplete insufficient lack lacked lacking lacks missing no skip skipped skips without
    """
)
NOBODY = _set("nobody none noone")
POOR = _set(
    """
    inadequate incomplete informal insufficient loose manual missing oral outdated poor unclear verbal weak
    """
)
AUXILIARIES = _set(
    """
    am are arent be been can cannot cant could couldnt did didnt do does doesnt dont had hadnt has hasnt have
    havent is isnt may might must never no not should was wasnt were werent will would
    """
)
CLAUSE_ENDS = _set("although and because but however since so therefore though thus where which while who whose")
PROCESS = _set(
    """
    backup buffer calendar cap caps ceiling clause clauses clock computer connection contract contracts count
    counts cover deadline deputy device field fields figures file files form instruction instructions invoice
    invoices label labels letter limit limits list lists log logs look maximum minimum owner owners papers person
    plan plans process processes program reader record records rhythm routine rule rules sample samples scan scans
    second serial serials setting settings sku software step steps system systems template terms test tests tool
    tools vpn way
    """
)
PROCESS_STEMS = _words(
    """
    check control procedur inspect review verif training guideline register registry archiv document agreement
    authori permission licen approv responsib substitut replacement alert alarm notif monitor tracking synchron
    sync integration threshold schedul protocol standard specification sampling audit barcode traceab proof
    certificat authenticat search separat reconcil onboarding comparison measur safeguard quarantin
    """
)
CONTROL_STEMS = _words(
    """
    check verif compar review inspect test record track monitor document train assign ask request requir updat
    sync separat label count sav archiv confirm approv search audit measur limit match control defin examin
    reconcil link connect register restrict remov replac schedul authori appoint nam writ look watch filter block
    scan clos sampl weigh quarantin automat distinguish set trac agree install
    """
)
NOT_CONTROL = _set(
    """
    setup county blockbuster requirements countries counter requirement testimonial scandal limitless country
    setback namely
    """
)
SAYING = _set(
    """
    ask carry define demand explain forbid include mention name note oblige require said say show state tell
    """
)
OWNED = _set(
    """
    assigned charge keep keeps kept knew-who looked named opened owned owner owns read reads responsible show
    signed
    """
)
HOLDING = _set(
    """
    cause contain contained cover covered covers define exist existed exists get got had has have include included
    includes keep keeps kept part point require required set use used
    """
)
BLOCKED = _set(
    """
    attention aware awareness complaint complaints doubt experience familiar fault follow followed idea intention
    issue issues knew know knowledge problem problems read realise realize realized reason time understand
    understanding understood
    """
)
STATE_AFTER = _set(
    """
    absent incomplete informal lacking manual manually missing nothing once only oral outdated skipped unclear
    verbal
    """
)
STATE_NEGATED = _set(
    """
    ask automatic block connected contain contained cover covered defined documented enough exist have include
    included linked mention name part place read replaced require say see separate show stop tell trained updated
    warn written
    """
)
DECISIONS = _set(
    """
    accepted allowed chose decided delegated depend depended depending depends excel informally let lets manually
    memory outsourced permitted pooled postponed relied rely relying shared skipped spreadsheet spreadsheets
    stored unchecked unread unsupervised untrained verbally
    """
)
RIGHTS_PAIRS = frozenset(
    _phrases(
        """
    admin access | admin rights | all rights | full access | full rights | unlimited access
    """
    )
)
DECISION_PAIRS = frozenset(
    _phrases(
        """
    at random | by default | by eye | by hand | by keyword | by name | by price | by title | goes back |
    nothing back | on paper | one account | one bin | one box | one label | one login | one mailbox | one person |
    one persons | one shelf | only one | put back | same account | same bin | same box | same label | same login |
    same password | same person | same shelf | set once | set to | shared one | single person | straight to |
    used for | went back | written nowhere
    """
    )
)
JOINING_STEMS = _words("link connect sync match compar integrat")

CARRIERS = _set(
    """
    carrier carriers courier couriers customs dhl dpd driver evri fedex forwarder gls hermes post postal postman
    ups usps yodel
    """
)
AMAZON = _set("algorithm amazon amazons bot bots fba support")
BUYERS = _set("buyer buyers client clients customer customers shopper shoppers")
SUPPLIERS = _set(
    """
    distributor factory maker manufacturer manufacturers producer supplier suppliers vendor vendors wholesaler
    """
)
RIVALS = _set(
    """
    competitor competitors hacker hackers hijacker hijackers rival rivals scammer scammers seller sellers
    """
)
COMPLAINANTS = _set("complainant owner")
STAFF = _set(
    """
    accountant agency agent assistant assistants brother colleague consultant cousin employee employees freelancer
    husband intern manager packer packers partner picker sister son va wife worker workers
    """
)
PROGRAMS = _set("app computer erp plugin printer program repricer server software system tool website")
FAULTS = _set(
    """
    abuse abused abuses asked blame bought broke bug change changed changes cheat cheated cheats crash crashed
    damage damaged damages delay delayed deleted delivered down error errors fail failed fails fake false fault
    forgot gave give glitch hacked hid ignored kicked late left let lied lies lose loses lost made make misled
    mistake misused mixed opened promised provided put refused return returned sabotaged said sell send sends sent
    shipped sold stole strike swapped switched threw throw told took uploaded wrong wrote
    """
)
PROGRAM_FAULTS = _set("broke broken bug bugs crash crashed down error errors fail failed failure glitch wrong")

EXCUSES = _phrases(
    """
    other sellers | many sellers | everybody | everyone | it is legal | is legal to | legal in our | free to |
    are free | were free | by nature | are normal | is normal | we may sell | we can sell | are true | is true |
    nothing was wrong | it is only | it was only | it is just | it is the same | is allowed | was allowed |
    are allowed | were allowed | no logo | only a parody | not that similar
    """
)
PROMISES = _set("ill shall well will wont")
IGNORANCE = _set(
    """
    beginner ignorance inexperience inexperienced misunderstand misunderstanding misunderstood unaware
    """
)
KNOWING = _set(
    """
    aware clear explain explained familiar helped idea informed knew know known notice noticed notified realise
    realised realize realized remind reminded saw see showed taught think told understand understood warn warned
    """
)
BELIEFS = _set("assume assumed believe believed expected supposed think thought")
ALLOWED = _set(
    """
    allowed authorised authorized compliant enough fine genuine legal ok okay permitted possible safe
    """
)
NOT_KNOWN = _set("awareness experience knowledge understanding")
HUMAN_ERROR = _set(
    """
    attention forget forgot forgotten inadvertent inadvertently lapse misplaced misread mistake mistakenly
    mistakes mistyped oversight slip slipped sloppy typo unintentional unintentionally
    """
)
HUMAN_ERROR_STEMS = _words("careless overlook accident negligen inattent")
DAMAGE_STEMS = _words("complain suspend deactivat chargeback")
DAMAGE_PAIRS = frozenset(
    _phrases(
        """
    a claim | account blocked | account closed | account health | amazon banned | amazon blocked | amazon closed |
    amazon flagged | amazon removed | atoz claims | bad feedback | bad review | bad reviews | cancellation rate |
    defect rate | health dropped | health rating | items as | listing removed | many refunds | many returns |
    negative feedback | negative feedbacks | negative review | negative reviews | opened claim | our listing |
    reported our | reported that | reported the | return rate | shipment rate | tracking rate | z claim | z claims
    """
    )
)
DAMAGE = _set("banned odr")
STATE_OF_GOODS = _set(
    """
    broken counterfeit counterfeits damaged defective delayed expired fake fakes inauthentic late used
    """
)
STATE_STEMS = _words("violat infring")
CIRCUMSTANCES = _set(
    """
    busy christmas corona covid earthquake electricity family father fire flood funeral holiday holidays hospital
    ill illness lockdown luck mother outage pandemic power season sick snow storm strike surgery unlucky war
    weather
    """
)
VAGUE = _set(
    """
    circumstances communication difficulties difficulty issue issues miscommunication problem problems quality
    reasons situation something stuff technical things trouble troubles
    """
)
UNKNOWN = _phrases(
    """
    hard to say | i dont know | i do not know | we dont know | we do not know | dont know | not sure | no idea |
    no reason | cannot explain | can not explain | cant explain | unknown | unclear | unclear why | nobody knows |
    no clue | cant say why | cannot say why | investigating | still checking
    """
)
SMALL = _set(
    """
    a an and are as at be because been by did do for from had has have he i in is it its my no not of on or our
    she so that the their there these they this those to us was we were with
    """
)
