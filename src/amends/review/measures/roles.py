"""Who acts, told without a name: people by what they do or by kin, desks, and machines that do it each time.

Trades are an open class. The commonest are written down; others are told by their ending (-man, -keeper, -ist), and
those in -er and -or by standing where an actor stands: "our bookseller counts", "a merchandiser, …".
"""

from __future__ import annotations

ROLES = frozenset(
    (
        "manager managers lead leads director owner co-owner owners officer supervisor superintendent coordinator "
        "co-ordinator specialist founder co-founder ceo cfo coo cto cio president principal proprietor proprietress "
        "executive executives trainer operator overseer deputy accountant assistant head chief administrator admin "
        "analyst clerk clerks bookkeeper consultant lawyer attorney counsel inspector auditor controller planner "
        "picker "
        "pickers packer packers leader partner technician engineer pharmacist chemist secretary foreman forewoman "
        "shopkeeper storekeeper stock-keeper stockkeeper storeman storewoman warehouseman warehousewoman editor "
        "copywriter photographer illustrator designer developer programmer tester merchandiser dispatcher despatcher "
        "receiver sorter loader unloader labeller labeler weigher checker proofreader translator purchaser "
        "sourcer caretaker porter janitor cashier treasurer paralegal solicitor notary mechanic electrician carpenter "
        "joiner tailor seamstress cobbler baker brewer roaster cook nurse biologist toxicologist dietitian "
        "nutritionist "
        "microbiologist metallurgist jeweller jeweler goldsmith watchmaker optician florist gardener beekeeper vet "
        "librarian bookseller bookbinder webmaster sysadmin moderator receptionist personnel steward "
        "expert experts master masters apprentice trainee intern nominee representative delegate custodian curator "
        "registrar archivist scheduler forecaster statistician strategist marketer telephonist "
        "quartermaster shift-lead team-lead teamleader teamlead vp svp md gm hr-lead adviser advisor "
        "encargado gerente responsable jefe verantwortlicher leiter lagerleiter kierownik müdür sorumlu"
    ).split()
)
_ENDINGS = ("man", "woman", "keeper", "master", "person", "ologist", "grapher", "smith", "wright")
_ENDS_NOT = frozenset("human german roman man woman person salesperson shopwoman".split())
_AGENT = ("er", "or", "ist")
# In -er, -or and -ist, and nobody of the seller's.
_THINGS = frozenset(
    "worker employer helper coworker newcomer agent supplier customer carrier courier number order buyer seller "
    "computer printer scanner container paper letter other "
    "sticker folder register user member manufacturer monitor sensor vendor error wholesaler manner timer "
    "counter header "
    "filter tracker reminder power cover layer corner border water weather matter chapter quarter minister master "
    "server browser router driver repricer charger adapter connector bumper drawer charter meter parameter "
    "marker cutter sealer label-printer carpet former latter master poster newsletter offer "
    "transfer answer list checklist wishlist shortlist blacklist whitelist color colour floor door factor "
    "mirror indicator inventor major minor motor interior exterior prior senior junior vector processor generator "
    "distributor competitor author investor visitor contributor creditor debtor importer exporter retailer dealer "
    "trader maker producer consumer shopper purchaser subscriber reviewer forwarder shipper hauler sender "
    "holder trademark-holder rights-holder never ever under over after before however whether either neither per her "
    "together altogether rather further later earlier higher lower newer older larger smaller longer shorter better "
    "december november october september summer winter dinner finger silver copper leather rubber timber fiber danger "
    "anger trigger pointer identifier cluster disorder dumpster hamper jumper sweater slipper blender cooker heater "
    "toaster dryer freezer mixer planter trailer cooler boiler tracker stapler dispenser conveyor elevator separator "
    "detector projector resistor capacitor lighter ladder hammer".split()
)
_KIN = frozenset(
    "wife husband spouse son daughter brother sister mother father uncle aunt cousin nephew niece "
    "grandson granddaughter "
    "mother-in-law father-in-law brother-in-law sister-in-law son-in-law daughter-in-law colleague colleagues".split()
)
_OURS = frozenset("my our his her second other another".split())
_BEFORE = frozenset("our my a an the".split())
_AFTER = frozenset("now also then will and who or".split())


# Where somebody works, and what does its work unasked; of these the verb tells that they do.
_DESKS = frozenset(
    "table bench desk station dock ramp counter line cell workshop kitchen laboratory lab office depot stall gate "
    "packing-table goods-in receiving dispatch accounts purchasing personnel payroll night-shift "
    "inspection agency".split()
)
_MACHINES = frozenset(
    "system software tool script upload program programme scanner "
    "printer machine "
    "scale scales erp wms till app plugin sync camera sensor lamp light belt robot arm server repricer "
    "interface filter "
    "lock thermostat thermometer calendar macro bot alarm terminal".split()
)
# What bears a sign or a question, and so has it each time.
_BEARERS = frozenset("form sheet template field setting row seal label box carton unit shelf card tag bin".split())
_BEARS = frozenset("has carries asks shows names prints requires demands states stops blocks refuses".split())
# How things stand, and what is said in praise of them, is no work.
_NO_WORK = frozenset(
    "is has was does rides stands hangs lies sits stays remains lives exists helps supports serves improves ensures "
    "allows belongs needs this its his less always perhaps matters goes contains times costs consists orders units "
    "checks' pieces parcels items rules results reports numbers errors tests".split()
)
_THEN = frozenset("also then now itself automatically always".split())
_CANNOT = frozenset("cannot refuse block stop reject will".split())
_BEING = frozenset("is are was were has have be been".split())


# What a machine does each time that it is given cause to.
_GUARDS = frozenset(
    "has carries asks stops blocks refuses rejects warns locks requires demands withholds freezes alarms alerts shows "
    "pauses closes prevents holds rings beeps recalculates cannot bars".split()
)


def at_work(words: tuple[str, ...]) -> bool:
    """Whether a desk or a machine is said to work: "the scale blocks each parcel", "goods-in measures three"."""
    if built_in(words):
        return True
    for at, word in enumerate(words[:-1]):
        if word not in _MACHINES and word not in _DESKS:
            continue
        verb, behind = _verb(words, at)
        if verb[-1:] == "s" and len(verb) > 3 and verb not in _NO_WORK and behind not in _BEING:
            return True
    # "In the shop system an article without data sheet cannot be set live".
    return "cannot" in words and not _MACHINES.isdisjoint(words)


def built_in(words: tuple[str, ...]) -> bool:
    """Whether a machine bars, asks or warns by itself, and so each time."""
    for at, word in enumerate(words[:-1]):
        if word in _MACHINES or word in _BEARERS:
            verb = _verb(words, at)[0]
            if verb in _BEARS or verb in _CANNOT or (word in _MACHINES and verb in _GUARDS):
                return True
    return False


def _verb(words: tuple[str, ...], at: int) -> tuple[str, str]:
    """The two words behind a noun, past "then" and "also"."""
    after = tuple(word for word in words[at + 1 : at + 4] if word not in _THEN)
    verb, behind = (*after, "", "")[:2]
    return ("cannot", "") if verb in ("can", "does", "do") and behind == "not" else (verb, behind)


def names_role(words: tuple[str, ...]) -> bool:
    """Whether somebody is named by what they do."""
    if not ROLES.isdisjoint(words):
        return True
    for at, word in enumerate(words):
        if word in _KIN and at and words[at - 1] in _OURS:
            return True
        if word.endswith(_ENDINGS) and len(word) > 5 and word not in _ENDS_NOT:
            return True
        if word.endswith(_AGENT) and word not in _THINGS and len(word) > 3:
            before = words[max(0, at - 3) : at]
            after = words[at + 1] if at + 1 < len(words) else ""
            told = "by" in before or "with" in before
            if not _BEFORE.isdisjoint(before) and (told or after in _AFTER or (after.endswith("s") and len(after) > 2)):
                return True
    return False
