"""Words for people by what they do: roles in a shop, an office, a warehouse, a workshop.

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
_BEFORE = frozenset("our my a an the".split())
_AFTER = frozenset("now also then will and who or".split())


def names_role(words: tuple[str, ...]) -> bool:
    """Whether somebody is named by what they do."""
    if not ROLES.isdisjoint(words):
        return True
    for at, word in enumerate(words):
        if word.endswith(_ENDINGS) and len(word) > 5 and word not in _ENDS_NOT:
            return True
        if word.endswith(_AGENT) and word not in _THINGS and len(word) > 4:
            before = words[max(0, at - 3) : at]
            after = words[at + 1] if at + 1 < len(words) else ""
            if not _BEFORE.isdisjoint(before) and (after in _AFTER or (after.endswith("s") and len(after) > 2)):
                return True
    return False
