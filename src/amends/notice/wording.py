"""The words by which notices say where things stand, as groups of `notice.passage`; read by `notice.standing`.

A table entry of several groups means that all of them stand in one sentence.
"""

from __future__ import annotations

ACCOUNT = (
    "account | accounts | your shop | your store | permission to sell | right to sell | "
    "selling privileges | seller privileges | privileges | selling rights | seller profile | "
    "storefront | ~konto | "
    "verkäuferkonto | verkaufsberechtigung* | cuenta | compte | conta | conto | account di vendita | "
    "~アカウント | ~出品権限 | ~账户 | ~账号"
)
LISTING = (
    "b0* | listing* | offer* | product* | item | items | asin | asins | image* | picture* | "
    "photo* | detail page* | content | "
    "angebot* | artikel* | produkt* | ofertas | oferta | artículo* | anuncio* | offre* | "
    "annonce* | offert* | inserzion* | prodott* | "
    "~出品 | ~商品"
)
STOPPED = (
    "deactivat* | suspend* | suspension | disabl* | block* | terminat* | taken away | "
    "took away | revok* | withdraw* | withdrew | closed | "
    "inactive | switched off | turned off | frozen | froze | switched | locked | lost | ended | "
    "shut | barred | banned | removed | not active | "
    "restrict* | "
    "deaktiviert* | gesperrt* | ausgesetzt | deaktivierung | desactiv* | suspendid* | "
    "désactiv* | desativad* | suspens* | bloquead* | disattivat* | sospes* | "
    "~停止 | ~無効 | ~一時停止 | ~停用 | ~暂停 | ~冻结"
)
REMOVED = (
    "remov* | taken down | took down | switched off | turned off | not active | deactivat* | delet* | "
    "suppress* | inactive | "
    "no longer available | disabl* | taken off | off sale | cancelled | "
    "canceled | block* | pulled | hidden | withdrawn | closed | stopped | suspend* | "
    "not for sale | gone | unpublished | "
    "entfernt* | gelöscht* | deaktiviert* | gesperrt* | retirad* | eliminad* | desactiv* | "
    "supprim* | retir* | désactiv* | rimoss* | "
    "disattivat* | ~削除 | ~停止 | ~下架 | ~移除 | ~停止了"
)
TAKEN_DOWN = (
    "b0* | it | them | listing* | offer* | product* | item* | image* | photo* | picture* | page*",
    "took | taken",
    "down | off | offline | away",
)
IT = (
    (
        "suspended it | deactivated it | closed it | blocked it | disabled it | locked it | "
        "removed it | removed them | no longer on amazon* | not on amazon* | stays blocked | "
        "deactivated them | taken it down | took it down"
    ),
)
MAY_NOT_SELL = (
    "may not sell | may not currently sell | may currently not sell | may no longer sell | "
    "cannot sell | can not sell | can't sell | can no longer sell | not allowed to sell | "
    "no longer allowed to sell | not permitted to sell | may no longer be used | "
    "not able to sell | unable to sell | no longer sell | no longer possible | "
    "selling is paused | not eligible to sell | ineligible to sell"
)
AUTHORITY = (
    "sale authority | sales authority | selling authority | selling permission* | selling right* | sales right*",
    "stop* | suspend* | cancel* | taken | withdrawn",
)
THREAT = (
    "may be deactivated | could be deactivated | can be deactivated | might be deactivated | "
    "will be deactivated | would be deactivated | "
    "being deactivated | may deactivate | could deactivate | might deactivate | "
    "will deactivate | risk of deactivation | "
    "may be suspended | could be suspended | will be suspended | may suspend | could suspend | "
    "may be removed | could be removed | "
    "will be removed | may remove | could remove | may result | could result | might result | "
    "can result | may lead | could lead | can lead | "
    "may also | risk of losing | at risk | may lose | could lose | might lose | to avoid | "
    "in order to avoid | in danger | may cancel | may be blocked | "
    "could be blocked | may block | subject to | may terminate | would lead | may face | "
    "faces | may not let you | we may | "
    "kann zu | können wir | droht | gefährdet | puede ser | pueden ser | puede que | podría | "
    "peut être | peuvent être | pourrait | "
    "può essere | potrebbe | ~停止される可能性 | ~可能会"
)
ASKING = (
    "if we find | how do i | how can i | how to | has your | have your | was your | were your | "
    "removed by mistake | in error | if your | once your | when your"
)
FINAL = (
    (
        (
            "decided not to reinstate | will not reinstate | will not be reinstat* | won't reinstate | "
            "cannot reinstate | not be reinstated | "
            "decided not to reactivate | will not be reactivated | decision is final | final decision | "
            "no further appeal* | "
            "may not respond | will not respond | might not respond | may not reply | will not reply | "
            "no longer reply | no longer respond | won't be answer* | "
            "not be answering | may not be answered | will not be answered | won't reply | "
            "won't respond | stop answering | "
            "no longer consider | not consider further | not be reconsidered | not accept further | "
            "not be reopened | "
            "nicht wieder freigeschaltet | endgültig* | decisión final | décision définitive | "
            "decisione definitiva | ~最終決定 | ~最终决定"
        ),
    ),
)
BACK = (
    (
        "account* | privileges | listing* | offer* | product* | store | selling | konto | cuenta | "
        "compte | ~アカウント | ~出品"
    ),
    (
        "has been reinstated | have been reinstated | is reinstated | are reinstated | "
        "was reinstated | were reinstated | been reactivated | "
        "is reactivated | are reactivated | was reactivated | is active again | are active again | "
        "you may sell again | can sell again | "
        "been restored | is restored | are restored | we reinstated | we have reinstated | "
        "we have reactivated | we reactivated | now active | "
        "are live again | is live again | back online | are back | is back | wieder aktiv* | "
        "wieder freigeschaltet | reaktiviert | "
        "ha sido reactivada | a été réactivé | è stato riattivato | ~再開され | ~再開いた | ~已恢复"
    ),
)
NOT_YET = "if | once | when | will be | would | to have | until | in order | unless | name of the | not been | to be"
RISK = (
    (
        f"{ACCOUNT} | selling",
        (
            "at risk | risk of deactivation | risk of being | in danger | may be deactivated | "
            "could be deactivated | will be deactivated | may deactivate | may be suspended | "
            "could be suspended | gefährdet | en riesgo | à risque | a rischio | ~リスク | ~停止される可能性"
        ),
    ),
    (
        (
            "may not let you sell | may lose your selling | might lose your selling | "
            "could lose your selling | may lose eligibility | could lose eligibility"
        ),
    ),
)
REPLY = (
    (
        (
            "your appeal | your plan | the plan you | your plan of action | your submission | "
            "your response | you submitted | you provided | you sent us | "
            "that you sent | information you sent | documents you sent | what you sent | "
            "plan you sent | papers you sent | "
            "invoice you sent | invoices you sent | "
            "your explanation | your email | your message | your reply | your documents | "
            "ihren einspruch | ihr schreiben | ihre antwort | "
            "ihren maßnahmenplan | su apelación | su respuesta | votre appel | votre réponse | "
            "il tuo ricorso | la tua risposta | ~ご提出いただいた | ~您提交的"
        ),
        (
            "thank* | received | got | have your | looked | read | review* | does not | did not | "
            "do not | doesn't | not enough | insufficient* | incomplete | unable | cannot | could not | "
            ""
            "couldn't | not sufficient | lack* | not accept* | not valid | still need | need* more | "
            "fails | failed | considered | carefully | decid* | unfortunately | "
            "geprüft | nicht aus* | erhalten | recibido | reçu | ricevuto | ~確認 | ~不十分 | ~审核"
        ),
    ),
    (
        "greater detail | more detail | further detail* | more information about the root | additional detail*",
        "root cause* | action* | plan* | step* | appeal* | prevent*",
    ),
    (
        "account",
        "remains | remain | stays | still | continues to be",
        "deactivated | suspended | inactive | blocked | closed | disabled",
    ),
    (
        "have not received | not received | haven't received | did not receive | still not",
        "plan* | document* | information | evidence",
        "valid | acceptable | satisfactory | sufficient | complete | requested | asked",
    ),
    (
        (
            "careful consideration | after reviewing your | after review of your | having reviewed | "
            "we reviewed the information | information you sent | "
            "reviewed your account and the information | going through your account | "
            "looked at what you | read what you"
        ),
    ),
    ("decided not to reinstate | will not reinstate",),
    (
        "refus* | reject* | denied | declin* | not accept* | cannot be accepted",
        "appeal* | plan* | document* | submission* | application*",
    ),
    ("not a valid | not valid | no valid | not an acceptable", "plan* | appeal* | document*"),
    (
        "we need more | still need | still missing | is still missing | not yet give | not give us enough",
        "information | document* | enough | detail* | account | review*",
    ),
)
WARNING = (
    ("policy warning | warning | first notice | reminder | verwarnung | advertencia | avertissement | avviso | ~警告",),
    (
        (
            "if we get more | if we receive more | more such | more complaints | not taken action | "
            "if this continues | if it continues | if you continue | if this goes on | "
            "further violations | repeated violations | future violations | if the problem persists | "
            "happens again | continued violation*"
        ),
        "may | could | might | will | can",
    ),
    ("no action | not need to | nothing to do", "account | moment | now | warning | required"),
)
CONFIRM = "confirm* | make sure | ensure | verify"
WHOLE_ACCOUNT = "your account | seller account | selling account | privileges"
ONE_LISTING = "b0* | listing* | offer* | asin | asins | detail page* | product page* | image* | page | list"
COMES_BACK = "reactivat* | reinstat* | restor* | relist*"
THREATENED = (
    (
        "if | should you | unless | otherwise | or we | or you | or the | or it | or your",
        "may | might | can | could | will | would",
        "take the | taken away | taken off | remov* | deactivat* | suspend* | delet* | lose | stop | block* | close",
    ),
)
EDITED = (
    (
        "corrected | edited | we changed | we have changed | we updated",
        "listing* | detail page* | variation* | asin* | content | below",
    ),
    ("detail pages corrected | variations corrected | listings corrected",),
)
NOT_A_REPLY = "may ask | may request | asking for more | if | once | when | otherwise | failure to | unless"
NO_PROOF = (
    (
        "account | privileges | listing*",
        "not be reinstated | not reinstate | cannot reinstate | not be reactivated",
        "without | unless | until",
    ),
)
APPEALS = ("account", "reinstat* | reactivat* | appeal*")
WANTED_BACK = (
    (
        "account",
        (
            "account | selling privileges",
            "reactivat* | reinstat* | restore | deactivated | disabled | appeal | reviewing",
        ),
    ),
    (
        "listing",
        (
            "listing* | offer* | image* | photo* | item* | product* | asin* | content",
            "reactivat* | reinstat* | restore | disabled | removed | back | relist | deactivated | detail page*",
        ),
    ),
)
FUNDS = (
    (
        "funds | payout* | disbursement* | reserve* | balance* | payment* | guthaben | "
        "auszahlung* | fondos | saldo | fonds | paiement* | ~資金 | ~留保 | ~资金"
    ),
    (
        "withh* | held | hold | reserve* | unavailable | not available | not be paid | delay* | "
        "frozen | keep | kept | einbehalten | reteni* | retenu* | trattenut* | ~保留 | ~预留 | ~冻结"
    ),
)
OTHER_SHOPS = (
    "ebay | walmart | etsy | shopify | paypal | aliexpress | alibaba | temu | tiktok | facebook | "
    "instagram | shopee | "
    "lazada"
)
OURS = "~amazon | ~アマゾン | ~亚马逊 | seller central | asin | asins | fba"
TO_AMAZON = (
    "dear amazon* | dear seller performance | dear performance team | hello amazon* | "
    "to amazon seller performance | "
    "to the amazon | dear sir or madam of amazon"
)
TRADE = (
    "amazon | ~amazon | seller* | selling | asin | asins | listing* | ~アマゾン | ~亚马逊 | ~出品 | "
    "verkäufer* | verkaufs* | vendedor* | vendeur* | "
    "venditor* | a to z | fba | storefront | inventory | offers | buyers | rights owner*"
)
