"""Blanks of a template that nobody filled in, by what stands for the thing that lacks.

Drawn blanks (lines, dots, crosses), letters for figures (DD.MM.YYYY, Y percent, XX units), names of the thing itself
in brackets or capitals ([date], NAME OF SUPPLIER), stock names (John Doe, ABC Ltd), noughts, what a mail merge or a
word processor leaves behind ({{n}}, #REF!), and words to the writer ("keep whichever is true", "check before sending").
"""

from __future__ import annotations

import re
from functools import cache

from amends.model import Span
from amends.ready import ready
from amends.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is counted, so that a letter before it stands for a figure.
_COUNTED = (
    "percent|per cent|%|units?|pieces?|pcs|items?|orders?|buyers?|customers?|days?|hours?|weeks?|months?|minutes?|times"
    "|euros?|dollars|pounds|usd|eur|gbp|employees|packers|people|persons|cartons?|boxes|bottles|jars|listings?|asins?"
    "|skus?|invoices?|refunds?|samples?|copies|pages|working days|business days"
)
_THING = (
    "name|names|date|dates|day|month|year|amount|number|no\\.|figure|quantity|qty|title|role|position|person|employee|asins?"
    "|order id|order number|tracking number|supplier|brand|company|address|city|signature|reason|percentage"
    "|file|file name"
    "|exhibit|link|product|department|invoice number|lot number|time|place|responsible|owner|staff|frequency"
    "|interval|threshold|period|weekday|url|record|price|sum|currency|country|size|reference"
    "|fecha|nombre|nombre del empleado|cantidad|importe|n[úu]mero|proveedor|marca|empleado|datum|anzahl"
    "|betrag|lieferant|mitarbeiter|marke"
    "|nom|quantit[ée]|montant|fournisseur|employ[ée]|tarih|isim|ad soyad|adet|tutar|tedarikçi|marka|tên|ngày"
    "|số|số lượng"
    "|nhà cung cấp|tên nhân viên|nome|data|quantità|importo|fornitore|quantidade|fornecedor|imię|nazwisko"
    "|ilość|kwota|dostawca"
)
_FIELD = (
    "supplier|person|employee|order|buyer|brand|company|product|exhibit|file|document|invoice|seller|store|sku|asin"
    "|owner|staff|role|customer|amount"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Signs, of which one stands where the form can; the form.
_FORMS = (
    # Brackets of a template
    (
        "[",
        (
            r"\[(?!\d[\d ./-]*\]|sic\]|x\]| ?\]|[\"'“„‘]|in [A-Z]|(?:copy|pages?|translat\w+|emphasis|signed"
            r"|dated|sealed"
            r"|stamped|original|the seller|the buyer|the product)\b|[a-z]\])"
            r"(?![^\[\]\n]{0,100}\.[a-z]{3,4}\b)"
            r"(?![^\[\]\n]{0,12}(?i:exhibit|annex|enclosure))[^\[\]\n]{1,120}\](?!\()"
        ),
    ),
    ("[ ]|[  ", r"(?<=\w )\[ {1,6}\](?=[:,. )])"),
    ("<", r"<(?!/|https?:|mailto:)[A-Za-z][^<>@\n]{1,50}>"),
    ("{", r"\{\{?[A-Za-z_][^{}\n]{0,50}\}\}?"),
    ("«", r"«[A-Za-z_]{2,30}»"),
    ("(insert |(enter |(fill in |(add ", r"(?i:\((?:insert|enter|fill in|add) [^()\n]{2,40}\))"),
    (
        "name)|date)|amount)|number)|asin)|supplier)|brand)|id)|s)",
        r"(?i:\((?:your |the )?(?:name|date|amount|number|asin|supplier|brand|order id)s?\))",
    ),
    # "(name of employee) scans each return", "checked by (role)"
    (
        "(",
        (
            r"\((?:(?<=\n\()|(?<=[.:\d] \()|(?<=[-*•] \()|(?<=\bby \()|(?<=\bon \()|(?<=\bto \()"
            r"|(?<=\bof \()|(?<=\bfrom \()"
            r"|(?<=\b[Ee]very \()|(?<=\b[Ee]ach \()|(?<=\bper \()|(?<=\bwithin \()|(?<=\bin \()|(?<=\bat \()"
            r"|(?<=\bwith \()|(?<=ved \()|(?<=sed \()"
            r"|(?<=\bour \()|(?<=\bfor \()|(?<=upplier \()|(?<=\bthe \()|(?<=\bthan \()|(?<=\bSince \()"
            r"|(?<=\bsince \())"
            rf"(?i:{_THING})(?: (?i:of|and) (?i:the |your )?[a-z]+(?: [a-z]+)?)?\)(?! *[,;\n]| *$| [A-Z])"
        ),
    ),
    (
        "(here |(insert |(fill |(describe|(explain |(mention |(specify |(name |(state |(list |(put |(give ",
        (
            r"\((?i:here|insert|fill in|describe|explain|mention|put|state|list|name|specify|give) "
            r"(?i:here|in|your|the|a|short|brief|our|how|why|what|which|all|who|when) [^()\n]{3,100}\)"
        ),
    ),
    ("<<", r"<<[^<>\n]{1,60}>>"),
    ("${", r"\$\{[A-Za-z_. ]{1,40}\}"),
    (
        "@domain|@email|@company|@your",
        r"(?i:\b[\w.]{1,30}@(?:domain|email|company|yourcompany|yourdomain|yourstore)(?:\.\w{2,8})?\b)",
    ),
    ("(your ", r"(?i:\(your [a-z' ]{3,30}\))"),
    ("(check |(verify |(confirm |(ask ", r"\((?i:check|verify|confirm|ask) (?:[a-z]+ ){0,4}[a-z]+ ?[!?]+\)"),
    # Drawn blanks
    (
        "xx",
        (
            r"(?<![A-Za-z0-9])(?<!X )(?:(?:[A-Z]{0,3}\d{0,4}[#-]?)X{3,}[\dX]*|x{3,})(?![A-Za-z])"
            r"(?!(?: ?X{3,4})* ?\d{3,4}\b)"
        ),
    ),
    ("xx ", r"(?<![\w-])XX(?= [a-z])"),
    ("xx", r"(?<![A-Za-z0-9])[Xx]{2}[./,-][Xx]{2}(?:[./-](?:[Xx]{2,4}|\d{2,4}))?"),
    ("xx ", rf"(?<![\w-])(?:XX|xx)(?= (?:[a-z]{{2,}}|(?:{_MONTHS})\b))"),
    ("$|€|£", r"[$€£] ?(?:X{1,4}|x{2,4}|_{2,})(?:[.,](?:XX|xx|__))?(?!\w)"),
    ("***", r"(?<![*\w])(?<!\* )(?:B0)?\*{3,}(?![\w*])(?!(?: ?\*{2,})* ?\d{2,4}\b)"),
    ("__", r"(?<![A-Za-z0-9_])_{2,}(?![A-Za-z0-9][^_\n]{0,80}__)(?:[./-](?:_{2,}|\d{2,4})){0,2}"),
    ("202_|20_", r"(?<!\w)20(?:2_|_{1,2})(?!\w)"),
    ("?", rf"(?<!\w)\d?\?\d?(?= (?:{_MONTHS}))"),
    ("(", (r"\([^()\n]{1,40}\?[^()\n.]{0,30}\)|\((?i:delete|pick|choose|select|circle|tick"
    r"|strike) [a-z ]{2,20}\)|\((?:[a-z]+ ){1,3}here\)")),
    ("--|,—|,–", (rf"(?:USD|EUR|GBP|[$€£]) ?(?:,[—–-]+|-{{2,}}[.,]-{{2,}}|-{{2,}}|\.--)(?!\d)"
    rf"|(?<= )-{{2,3}}(?= (?i:{_COUNTED})\b)")),
    ("/", r"(?:\.{2,3}|…)[/.-]\d{1,2}[/.-]20\d\d"),
    ("0000", r"(?i:\b(?:no\.?|number|invoice|order|lot|id) ?[:#]? ?)0{4,}(?![\d-])"),
    ("null|nan |undefined", r"(?<!\w)(?:NaN|undefined|null|NULL)(?= [a-z]+s\b)"),
    ("describe |explain |state |sample text|example text|dummy text|write here", (r"(?:(?<=\n)|(?<=[.:] )"
    r"|(?<=[-*•] )|(?<!.))(?:(?i:describe|explain|state|list|mention|specify|write) (?:here|your|below"
    r"|in (?:one|two|detail))|(?i:sample|example|dummy) text)(?!\w)")),
    ("@", r"@[A-Z]\w+[,:]? (?:please|pls|can you|to (?:add|confirm|check|fill))\b[^.;\n]{0,20}"),
    ("i/we|we/i|is/are|has/have|was/were|mr/m|mr./m|herr/frau|yes/no", (r"(?<![\w/])(?:I/we|I/We|[Ww]e/I"
    r"|is/are|has/have|was/were|Mr\.?/Mr?s\.?|Herr/Frau|yes/no)(?![\w/])")),
    ("12345|abc123|abc-123|inv-0|inv-1", (r"(?i:\b(?:no\.?|number|invoice|order|lot|id|po"
    r"|contract) ?[:#]? ?)(?:123456?7?8?9?|ABC-?123|INV-?(?:0{2,}1?|1234?5?))(?![\w-])")),
    ("1900|1970|1899|00 ", (rf"(?<!\d)(?:0?1[./ -](?:0?1|January)[./ -](?:1900|1970)|January 1, (?:1900|1970)"
    rf"|30[./]12[./]1899|00? (?:{_MONTHS}))(?!\d)")),
    ("( )|()|(  |\" \"|“”|\"\"|( ,", r"\( {0,5},?\)|\"\" ?|“ ?”|(?<= )\" {1,5}\"(?=[ .,])"),
    ("n ,|y ,|n  20", r"(?<=\b[Oo]n) {1,4},(?= )|(?<=\b[Bb]y) {1,4},(?= )|(?<=\b[Oo]n) {2,}(?=20\d\d)"),
    ("——|––|—–", r"(?<= )[—–]{2,}(?= [a-z\d%])"),
    ("@@|%%|++|~~|§§|&&", r"(?<!\w)(?:@{2,}|%{2,}|\+{2,}|~{2,}|&{2,})(?!\w)"),
    ("□|■|▢|◯|○○|●●|××|△△|某", r"[□■▢◯]{2,}|○{2,}|●{2,}|×{2,}|△{2,}|某某?"),
    ("asdf|qwerty|blah|bla bla|yadda|foobar|foo bar", (r"(?i:(?<!\w)(?:asdf\w*|qwerty|blah(?:[ ,]+blah)*"
    r"|bla bla(?: bla)?|yadda yadda|foo ?bar)(?!\w))")),
    ("Sample |Example |Demo |Test |Template |Dummy ", (r"(?<!\w)(?:Sample|Example|Demo|Test|Template"
    r"|Dummy) (?:Company|Store|Ltd|GmbH|LLC|Inc|Shop|Trading|Supplier|Seller|Street|Name)(?!\w)")),
    ("?", r"(?i:\b(?:exhibit|annex|asin|order|invoice|no\.|page|lot|on|by|of|for|to) )\?(?=[ ,;)](?! [A-Z]))"),
    (
        "follow|later|look up|looked up|not yet known|unknown yet|ask |missing",
        (
            r"\((?i:(?:[\w. ]{0,30} )?(?:to follow|follows|will follow|later|to be looked up|look(?: it)? up"
            r"|not yet known|still missing"
            r"|missing|still open|tbd)\))|\b(?i:(?:date|name|number|figure|amount|file|quantity|total"
            r"|invoice no\.?)s? (?:to follow|follows"
            r"|still missing|still open|not yet known|to be looked up|to be inserted|comes here|goes here"
            r"|will be added|to add)\b)"
            r"|\((?i:ask \w+)\)"
            r"|(?<!did )(?<!\bwe )(?<!\bi )(?<!\bto )\b(?i:(?:add|insert|fill in|complete|write) (?:\w+ ){0,3}later\b)"
        ),
    ),
    ("=", r"(?<!\w)=[A-Z]{2,10}\([^()\n]{0,40}\)"),
    ("goes here|comes here|go here|belongs here", (r"(?i:\b(?:date|name|number|figure|amount|text|file"
    r"|screenshot|reason|cause)s? (?:goes?|comes?|belongs?) here)")),
    (
        "día/|dia/|tag/|ngày/|gün/|jour/|day/|giorno/|dzień/",
        r"(?i:(?<!\w)(?:d[ií]a/mes/año|tag/monat(?:/jahr)?|ngày/tháng(?:/năm)?|gün/ay(?:/yıl)?|jour/mois(?:/année)?|day/month(?:/year)?|giorno/mese))",
    ),
    ("??", r"\?{2}[./-](?:\?{2}|\d\d)(?:[./-]\d{2,4})?"),
    ("x nov|x oct|x sep|x aug|x jul|x jun|x may|x apr|x mar|x feb|x jan|x dec", rf"\d(?<!\w\d)[Xx](?= (?:{_MONTHS}))"),
    ("x,xx|x.xx|1xx|2xx|3xx|,xxx", r"(?<![\w.])(?:[Xx]{1,3}[.,][Xx]{2,3}|\d,?[Xx]{2,3})(?!\w)"),
    (" xx|xx", rf"(?:{_MONTHS}) (?:XX|xx)(?!\w)"),
    ("(#)|(n)|(?)", r"\((?:#|N|\?)\)"),
    ("xxth|xxst|xxnd|xxrd", r"(?<!\w)[Xx]{2}(?:th|st|nd|rd)(?!\w)"),
    ("x ", rf"\d(?<!\w\d)[Xx]{{1,3}}(?= (?i:{_COUNTED})(?!\w))"),
    ("fulano|untel|tartempion|van a |zhang san|falan", (r"(?<!\w)(?:Fulano|Untel|Tartempion"
    r"|Nguy[eễ]n V[aă]n A|Zhang San|Falan Filan)(?!\w)")),
    ("...", r"(?<!\.)\.{5,}(?!\.* ?\d)"),
    ("..", r"(?<=[ \n])\.{2}(?= [A-Za-z])"),
    (" ...| …", rf"(?<=[a-z,]) (?:\.{{3}}|…)(?= (?:[a-z\d]|{_MONTHS}))"),
    ("(…)|(...)", r"\((?:…|\.{3,})\)"),
    ("???", r"\?{3,}"),
    ("?? ", r"(?<=[ \d])\?{2}(?= \d| [a-z])"),
    ("##", r"#(?<![\w#\n]#)#+(?:[.,]#{1,3})?(?=[ ,.;)])(?!#* [A-Z])"),
    ("#", r"#(?:REF|N/A|VALUE|NAME|DIV/0)[!?]?"),
    ("b0", r"B0(?<!\w..)C?(?:\.{3,}|…|_{2,}|-{3,}|\?{2,})"),
    ("%", r"%[A-Z][A-Z_ ]{1,30}%|%(?<= %)[sd](?= )"),
    ("n/n|x/x", r"(?<![\w/])(?:n/n|x/x|N/N|X/X)(?![\w/])"),
    # Letters for figures
    (
        "DD|MM|YY|TT|JJ|GG|AA|dd/|dd.|dd-|tt/|tt.|tt-|jj/|jj.|jj-|gg/|gg.|gg-|mm/|mm.|mm-|yyyy",
        (
            r"(?<![A-Za-z])(?:(?:DD|TT|JJ|GG|MM|YYYY|JJJJ|AAAA)(?:[./ -](?:DD|MM|AA|YYYY|YY|JJJJ|AAAA|MMM"
            r"|20\d\d|\d\d)){1,2}"
            r"|(?:dd|tt|jj|gg|mm|yyyy)(?:[./-](?:dd|mm|aa|yyyy|yy|jjjj|aaaa|mmm|20\d\d|\d\d)){1,2})(?![A-Za-z])"
        ),
    ),
    ("dd ", rf"(?<![A-Za-z])(?:(?i:dd (?:month|monat)(?: (?:yyyy|\d{{4}}))?)|(?:DD|dd)(?= (?:{_MONTHS}|of)\b))"),
    (
        "X |Y |N |Z |NN |YY |X%|Y%|N%|x unit|x day|x order|x piece|x %|x hour|xx |nn ",
        (rf"[XYNZxn](?<![\w'’.&/#-].)(?<!\d .)(?<!odel .)(?<!ot .)(?<!ize .)(?<!ype .)(?<!bin .)(?<!ine .)(?<"
        rf"!atch .)(?<!elf .)"
            r"(?<!ries .)(?<!and .)(?<!oom .)(?<!rade .)(?<!roup .)(?<!hift .)(?<!xis .)"
            rf"[NYxn]?(?=(?: (?:of )?(?i:{_COUNTED})(?!\w|-)|%))"),
    ),
    ("nn ", rf"(?<![\w-])(?:NN|nn)(?= (?:{_MONTHS})\b)"),
    (".xx|,xx|.yy", r"(?<![\w.])\d{1,6}[.,](?:XX|YY|xx|yy)(?!\w)"),
    ("0000|0,000|0.000|00.00.|00/00", (r"(?<![\d.,-])(?:0{3,}[.,]0{2}|0[.,]000[.,]00|00[./-]00[./-](?:20\d\d"
    r"|0000|00))(?!\d)")),
    ("1234567|99.99|99/99", (r"(?<!\d)(?:123-1234567-1234567|123-4567890-1234567|111-1111111-1111111"
    r"|000-0000000-0000000|1234567890|99[./]99[./]\d{4})(?!\d)")),
    ("B0ABCDEFGH|B012345678|B00000000|B0AAAAAAAA|B0ASINASIN", (
    r"(?<!\w)(?:B0ABCDEFGH|B012345678|B0123456789|B00000000[01]|B0AAAAAAAA|B0ASINASIN)(?!\w)")),
    # Words that put the filling off
    ("tb", r"(?<![\w.-])(?:TB[ADC]|tb[adc])(?![\w-])(?! [A-Z][a-z])"),
    (
        "to be ",
        (
            r"(?i:(?<!\w)(?<!has )(?<!have )(?<!had )(?<!is )(?<!are )(?<!was )"
            r"to be (?:confirmed|inserted|filled in|filled|completed|added|advised|determined"
            r"|defined|announced"
            r"|supplied later|named|entered|updated)(?!\w))(?= *[).\]\n]|$| before (?:sending|submi))"
        ),
    ),
    ("todo|fixme|to do:|to-do:|tk ", r"(?<!\w)(?:TODO|FIXME|TO DO:|To do:|TO-DO:?|TK(?= [a-z]))"),
    ("please complete|please fill|please insert|please add", (r"(?i:please (?:complete|fill in|insert"
    r"|add)(?= *[.,;)\n]|$))")),
    # Words to the writer
    (
        "fill |delete |replace this|choose one|choose |keep |strike |cross out|adapt |adjust |amend ",
        (
            r"(?i:(?<!\w)(?:fill (?:in )?the (?:gap|blank)s?|fill (?:in|out) here"
            r"|(?:delete|strike|cross out|remove) (?:this (?:line|sentence|part|paragraph)|(?:as|if|where"
            r"|what|whichever|the)"
            r" (?:is |does )?(?:not |in)?(?:appropriate|applicable|apply|applies|needed|true|relevant))"
            r"|replace this|choose (?:one|an item|the right one)|(?:keep|choose|use|leave|pick) (?:whichever"
            r"|whatever|the one that|what)"
            r" (?:is |are )?(?:\w+)|(?:adapt|adjust|amend|customi[sz]e|change) (?:this |the text )?(?:as|if"
            r"|where) (?:needed|necessary"
            r"|required|appropriate))(?!\w))"
        ),
    ),
    (
        "before send|before submi|before you send|before we send|before upload",
        (
            r"(?:(?<=[(,;:–—-] )|(?<=[(\[])|(?<=[.!] )|(?<=\n))(?i:(?:check|verify|confirm|update|correct"
            r"|look up|adapt|insert|enter|complete|remove|replace|ask)"
            r"(?: [\w'’]+){0,5} before (?:sending|submitting|submission|you send|we send|uploading)(?!\w))"
        ),
    ),
    ("insert ", r"(?i:(?<!\w)insert (?:your |the )?[a-z ]{2,30} here)"),
    ("click or tap|click here to enter|enter text", r"(?i:click (?:or tap )?here to enter(?: text| a date)?)"),
    ("note to self|note to ", r"(?i:\bnote to (?:self|writer|editor|me)\b[^\n.]{0,60})"),
    ("reference source", r"Error! Reference source not found"),
    # The thing's own name in capitals
    (
        "NAME OF|DATE OF|NUMBER OF|TITLE OF|AMOUNT OF",
        r"(?<!\w)(?:NAME|DATE|NUMBER|TITLE|AMOUNT) OF (?:THE )?[A-Z]{3,}(?: [A-Z]{3,}){0,2}(?= [a-z])",
    ),
    (
        "NAME|DATE|OWNER|AMOUNT|NUMBER|SUPPLIER|BRAND|EMPLOYEE|PERSON|QTY|QUANTITY|FILENAME",
        (
            r"(?:NAME|DATE|OWNER|AMOUNT|NUMBER|SUPPLIER|BRAND|EMPLOYEE|PERSON|QTY|QUANTITY|FILENAME)(?= (?:\(|[a-z]))"
            r"(?:(?<=[ \n]NAME)|(?<=[ \n]DATE)|(?<=[ \n]OWNER)|(?<=[ \n]AMOUNT)|(?<=[ \n]NUMBER)|(?<=[ \n]SUPPLIER)"
            r"|(?<=[ \n]BRAND)|(?<=[ \n]EMPLOYEE)|(?<=[ \n]PERSON)|(?<=[ \n]QTY)|(?<=[ \n]QUANTITY)|(?<=[ \n]FILENAME))"
        ),
    ),
    (
        "Your Name|Your Company|Your Store|Your Business|Your Title|Your Sign|re Name|ny Name|er Name|Name of ",
        (
            r"(?<!\w)(?:Your (?:Name|Company|Store|Business|Title|Signature)|(?:Store|Company|Seller|Supplier) Name"
            r"|Name of (?:the )?(?:Store|Company|Seller|Supplier|Employee|Owner))(?=\W*(?:\n|$|[\"”,]))"
        ),
    ),
    (
        " NAME| HERE|MY STORE|MY SHOP|MY COMPANY|MY BRAND",
        (r"(?<!\w)(?:MY (?:STORE|SHOP|COMPANY|NAME|BRAND)|(?:ACCOUNT|STORE|COMPANY|SELLER|YOUR|SUPPLIER|BRAND"
        r"|CUSTOMER) NAME(?: HERE)?|(?:NAME|DATE|AMOUNT|NUMBER|ASIN) HERE)(?!\w)"),
    ),
    # Names of nobody
    (
        " doe|muster|abc |xyz|acme|firstname|first name last|mueller gmbh|so-and-so|so and so|such-and-such",
        (
            r"(?<!\w)(?:John Doe|Jane Doe|Max Mustermann|Erika Mustermann|Musterfirma|Mustermann|Musterstraße|ACME"
            r"|[Ff]irst ?[Nn]ame [Ll]ast ?[Nn]ame|so[- ]and[- ]so|such[- ]and[- ]such"
            r"|ABC (?:Company|Ltd|LLC|Inc|Trading|Store|GmbH|Supplies)|XYZ(?: (?:Company|Ltd|LLC|Inc|Brand"
            r"|Store|GmbH))?)(?!\w)(?! (?!Ltd|Inc|Limited|Co\b)[A-Z][a-z])"
        ),
    ),
    ("y ABC|y X|y Y|y Z|r ABC|r X|r Y|r Z|d ABC|d X|d Y|d Z|s X|s N.|. X|. N.|e X|e Y|e N|r N|r. N|r. X", (
    r"(?<!\w)(?:(?:Company|Supplier|Brand) (?:ABC|X|XY|Y|Z)|(?:Mr|Mrs|Ms)\.? (?:X|XY|XYZ|Y|N\.N\.)"
    r"|[Ee]mployee (?:X|Y|N))(?!\w)(?!\. [A-Z])")),
    ("n.n.", r"(?<!\w)N\. ?N\.(?!\w)"),
    ("ipsum", r"(?i:lorem ipsum)"),
    # Days of which a part lacks, clocks, noughts for money
    (
        "xx/|xx.|xx-|__/|__.|??/|??.|/xx|.xx|-xx|/??|.??",
        r"(?<![\w./-])(?:[Xx?_]{2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}[./-][Xx?_]{2,3}[./-]\d{2,4})(?!\w)",
    ),
    ("??|__", rf"(?<= )(?:{_MONTHS}) (?:\?{{1,2}}|_{{2,}})(?!\w)"),
    ("hh:|xx:", r"(?<!\w)(?:HH:MM|hh:mm|XX:XX|xx:xx)(?!\w)"),
    ("00.00|00,00", r"(?:USD|EUR|GBP|[$€£]) ?00[.,]00(?!\d)"),
    ("000-0", r"(?<!\d)000-0000000-0000000(?!\d)"),
    ("xth", r"(?<!\w)xth(?!\w)"),
    ("‹", r"‹[A-Za-z][^‹›\n]{1,30}›"),
    # The thing's own name, written as a machine writes it
    (
        "_|-ID|-NAME|-HERE|-DATE|-NUMBER|-AMOUNT",
        (
            rf"(?<![\w./-])(?:(?:{_FIELD.upper()})[_-](?:NAME|ID|DATE|NO|NUMBER|AMOUNT|HERE)(?:_\d{{1,2}})?"
            rf"|(?:{_FIELD})_(?:name|id|date|no|number|amount))(?![\w-])(?!\.\w)"
            rf"|(?<![\w./-])(?:{_FIELD.upper()})_(?:NAME|NUMBER|DATE)(?:_\d{{1,2}})?\.\w{{3,4}}"
        ),
    ),
    (
        "name surname|supplier name l|company name l|changeme|change me|replace me|text to come|insert text",
        (
            r"(?i:(?<!\w)(?:name surname|(?:supplier|company) name (?:ltd|llc|gmbh|inc)|change ?me|replace me)(?!\w))"
            r"|TEXT TO COME"
        ),
    ),
    (
        "date |day |month |amount |name |number |person ",
        r"(?<![\w-])(?:date|day|month|amount|name|number|person) [A-HJ-Z](?= (?:and|to|of|in)\b|[.,;)]|$)",
    ),
    (": n.|: x.|: y.| n of | x of ", r"(?<=: )[NXY](?=\. |\.$)|(?<!\w)[XN] of [YNM](?= [a-z])"),
    ("?", r"\d\?(?= [a-z]+s\b)|(?<=\w)\?{2}(?= [A-Z])"),
    # Words to the writer, in brackets, behind a colon, or in another language than the letter's
    (
        "fill|insert|enter|complete|replace|adapt|update|check!|tbc",
        (
            r"\((?:[a-z ]{2,25}, )?(?i:to (?:fill(?: in)?|insert|enter|complete|replace|adapt|update|check|confirm|add)"
            r"|fill in|insert|replace|adapt|tbc|check!|update!)\)"
            rf"|(?<=: )(?i:(?:insert|enter|fill in|add) (?:the |an? |your )?(?:{_THING}))(?=[.,;\n]|$)"
            r"|(?i:click here to add|please adapt(?=[.\n]|$))"
        ),
    ),
    (
        (
            "eintragen|einfügen|ausfüllen|ergänzen|rellenar|insertar|compléter|remplir|insérer|girilecek|doldurulacak|"
            "yazılacak|eklenecek|wpisać|uzupełnić|wstawić|inserire|compilare|preencher|invullen|điền |填|待定"
            "| aquí| ici "
        ),
        (
            r"(?i:(?<!\w)(?:eintragen|einfügen|ausfüllen|ergänzen|rellenar|insertar|compléter|remplir|insérer|girilecek"
            r"|doldurulacak|yazılacak|eklenecek|wpisać|uzupełnić|wstawić|inserire|compilare|preencher|invullen"
            rf"|điền \w+|填写|填入|待填|待定|(?:{_THING}) (?:aquí|ici))(?!\w))"
        ),
    ),
)  # fmt: skip

# The signs by their rarest character, each with the number of its form: a letter is looked through only for the signs
# whose rarest character it has. What is not in this row of characters is rarer still.
_COMMON = " etaoinsrhldcumfpgwybvkxjqz0123456789().,/"


@ready()
def _signs() -> dict[str, list[tuple[str, bool, int]]]:
    found: dict[str, list[tuple[str, bool, int]]] = {}
    for at, (signs, _) in enumerate(_FORMS):
        for sign in signs.split("|"):
            rarest = max(sign, key=lambda c: (c not in _COMMON, _COMMON.find(c)))
            found.setdefault(rarest, []).append((sign, sign == sign.lower(), at))
    return found


@cache
def _form(number: int) -> re.Pattern[str]:
    return re.compile(_FORMS[number][1])


def blanks(text: str, low: str) -> Iterator[Span]:
    """The blanks of a letter in order, of those that overlap the longest."""
    end = 0
    all_signs = _signs()
    there = [mark for mark in all_signs if mark in low or mark in text]
    # A sign with a capital in it stands so in the letter; others are looked for whatever their case.
    forms = {form for mark in there for sign, folded, form in all_signs[mark] if sign in (low if folded else text)}
    found = [
        Span(match.start(), match.end(), match.group())
        for form in sorted(forms)
        for match in _form(form).finditer(text)
    ]
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= end and place.end > place.start:
            end = place.end
            yield place
