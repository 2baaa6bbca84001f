"""Words of a letter that concern its recipient alone: leaving the list, preferences, the letter's own page.

In the languages of the starter packs that newsletters are written in.
"""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases), re.IGNORECASE)


_LEAVING = _any(
    "unsubscri", r"leave this (?:mailing )?list", r"cancel (?:your|my|this) subscription",
    r"수신\s?(?:거부|해지)", r"구독(?:을|\s)*(?:취소|해지)", "配信(?:停止|解除)", "購読(?:停止|解除|中止)",
    "退订", "退訂", "取消(?:订阅|訂閱)", "abbestellen", r"(?:vo[nm]|hier|newsletter).{0,30} (?:abmelden|austragen)",
    r"dar(?:se|te) de baja", r"(?:cancelar|anular) (?:la |tu |su )?suscripci", "désabonn", "désinscri",
    r"cancelar (?:a |sua )?(?:inscri|subscri|assinatura)", "descadastr", r"annulla(?:re)? (?:l['’])?iscrizione",
    "disiscri", "uitschrijven", "avregistrer", "avprenumerera", "avsluta prenumeration", "wypisz",
    "leiratkoz", "dezabon", "απεγγραφή", "отписаться", "отписка", "відписатися", "abonelikten (?:çık|ayrıl)",
    "إلغاء الاشتراك", "لغو (?:اشتراک|عضویت)", "הסרה מרשימת", "hủy đăng ký", "berhenti berlangganan",
)  # fmt: skip
_RECEIVING_NO_MORE = _any(
    r"opt[ -]?out", r"no longer (?:wish|want|like) to (?:receive|get|hear)", "stop receiving",
    r"remove (?:me|yourself) from", "수신을 원(?:하지|치) 않", "受信を(?:ご)?希望(?:され|し)ない", "登録(?:の)?解除",
    "不想(?:再)?(?:收到|接收)", "nicht mehr (?:erhalten|empfangen)", "abmelden", "austragen", "dejar de recibir",
    "ne (?:souhaitez |voulez )?plus recevoir", "deixar de receber", "cancella(?:ti|re) ",
    "non (?:vuoi|desideri) più ricevere", "afmelden", "niet (?:meer|langer) ontvangen", "avmeld", "afmeld", "odhlásit",
    "zrezygn(?:uj|ować) z", "отказаться от", "להסרה",
)  # fmt: skip
"""Said of other things too: in a line that speaks of letters it means them."""
_LETTERS = _any(
    r"\be-?mails?\b",
    "newsletter",
    r"\bmailings?\b",
    r"\b(?:messag|mensag|mensaj)",
    "메일",
    "뉴스레터",
    "メール",
    "メルマガ",
    "邮件",
    "郵件",
    "boletín",
    "correos?",
    "courriel",
    r"\blettre",
    "nieuwsbrief",
    "nyhetsbrev",
    "nyhedsbrev",
    "рассылк",
    "דיוור",
)
_OWN_PAGE = _any(
    r"(?:view|read|open|see) (?:this |it |the |online |e-?mail |newsletter |message )*"
    r"(?:in (?:your |a |the )?(?:web ?)?browser|online)",
    r"브라우저(?:에서|로) 보기", "웹(?:에서|으로) 보기", "ブラウザ(?:で|ー)", "在(?:浏览器|瀏覽器)",
    r"im browser (?:ansehen|anzeigen|öffnen|lesen)", "online(?:version)? (?:ansehen|anzeigen)",
    r"ver en (?:el|tu|su) navegador", r"ver online", r"(?:voir|lire|afficher) (?:dans|en ligne)", "navigateur",
    r"ve(?:r|ja) no (?:seu )?navegador", r"(?:visualizza|apri|leggi) (?:nel|online)", r"bekijk (?:in|online)",
    r"(?:visa|öppna) i webbläsare", r"(?:zobacz|otwórz) w przeglądarce", r"(?:открыть|смотреть|посмотреть) в браузере",
    "عرض في المتصفح",
)  # fmt: skip
_PREFERENCES = _any(
    r"(?:manage|update|change|edit) (?:your |e-?mail |my |newsletter )*"
    r"(?:preferences|subscriptions?|settings|profile|details)",
    r"^\W*(?:e-?mail |newsletter |subscription |my )?(?:preferences|settings|account)\W*$",
    r"(?:수신|구독) (?:설정|관리)", r"(?:配信|購読)(?:設定|の変更)",
    "(?:订阅|訂閱)(?:管理|设置|設定)|管理(?:订阅|訂閱)",
    r"(?:einstellungen|profil|daten) (?:ändern|verwalten|bearbeiten|aktualisieren)",
    r"(?:gérer|modifier) (?:mes|vos) (?:préférences|abonnements?)", r"gestionar (?:tus |mis |sus )?preferencias",
    r"gerenciar (?:suas )?preferências", r"(?:gestisci|modifica) (?:le (?:tue )?)?preferenze",
    r"voorkeuren (?:wijzigen|beheren|aanpassen)", r"(?:настроить|управлять|изменить) (?:рассылк|подписк)",
)  # fmt: skip
_NOT_SHOWN = _any(
    r"(?:trouble|problems?|difficult\w*|issues?) (?:view|read|see|display)ing (?:this|our|the (?:e-?mail|news|mess))",
    r"(?:can(?:['’]t|not| not)|unable to) (?:see|view|read) (?:this|our|the (?:e-?mail|newsletter|message|images))",
    r"(?:not|n['’]t) (?:display|render|show)(?:ed|ing)? (?:correctly|properly|well)",
    r"s['’]affiche(?:nt)? (?:pas|mal)", r"arrive[zr] pas à (?:lire|visualiser|voir)", r"pas correctement affich",
    r"(?:difficultés?|problèmes?) (?:à|pour|de|d['’]) ?(?:lire|visualis|affich|lectur)",
    r"nicht (?:richtig|korrekt|einwandfrei|optimal|vollständig) (?:angezeigt|dargestellt|lesbar)",
    r"no (?:se )?(?:puedes?|pueden?|ves?|visualizas?|muestra) (?:ver |visualizar |leer )?(?:bien|correcta|este|el )",
    r"problemas para (?:ver|visualizar|leer)", r"não (?:consegue|está) (?:ver|ler|visualiz)",
    r"non (?:riesci|riuscite|si) (?:a )?(?:ved|visualizz|legg)", r"problemi (?:di|nella) visualizzazione",
    r"niet (?:goed|correct|juist) (?:weergegeven|leesbaar|zichtbaar)", r"problemen met het (?:lezen|weergeven)",
    r"vis(?:as|es) (?:inte|ikke) (?:korrekt|som|rigtig|riktig)",
    r"problem(?:er)? med (?:att|å|at) (?:läsa|se|lese|læse)", r"nie wyświetla",
    r"(?:не|неправильно|некорректно) отображается", r"(?:정상적으로|제대로) (?:보이|표시되)지",
    "正しく表示され(?:ない|ません)", "(?:无法|不能|無法)正常(?:显示|查看|顯示|瀏覽)", r"düzgün görüntüle",
)  # fmt: skip
_RETURNED = _any(
    r"^\s*undeliver(?:able|ed)(?: mail| message)?\s*(?::|$|returned)", r"^\s*(?:message|mail|e-?mail) undeliver",
    r"^\s*delivery status notification", r"^\s*(?:failure notice|undelivered mail|unzustellbar)\s*$",
    r"^\s*(?:permanent )?(?:mail |message )?delivery (?:failure|failed|problem)(?: notification)?\s*(?:$|[:(])",
    r"^\s*mail (?:system error|could not be delivered)", r"^\s*returned mail\b", "недоставленн",
    r"^\s*(?:unzustellbar|non remis|échec de (?:la )?remise|no se puede entregar|onbestelbaar)\s*:",
    r"^\s*(?:non recapitabile|mancato recapito|não entregue)\s*:", "メールを配信できません",
    r"^\s*메일 ?(?:반송|발송 실패)", r"^\s*(?:系统|系統)?退信",
    r"^\s*(?:automatic|auto)[- ]?(?:reply|response)\s*:", r"^\s*out of (?:the )?office\s*:",
    r"^\s*(?:automatische antwort|abwesenheit\w*|réponse automatique|respuesta automática)\s*:",
    r"^\s*(?:risposta automatica|resposta automática|자동 ?회신|自動応答|自动(?:答复|回复))\s*[:：]",
)  # fmt: skip
"""Subjects of what comes back, and of what a program answers."""
_LEAVING_ADDRESS = re.compile(
    r"[/?&=.](?:(?:list-?)?un-?subscribe[a-z]?|unsub|opt-?_?out|optout|disable_email|abmeld(?:en|ung)|abbestellen"
    r"|desabonne(?:r|ment)|desinscri(?:re|ption)|descadastrar|uitschrijven|afmelden|avregistrera)(?:[/?&=.#-]|$)",
    re.IGNORECASE,
)
_TO_CONFIRM = _any(
    r"(?:confirm|verify|activate|validate)\w*\b.{0,40}\b(?:subscri\w*|sign-?ups?|e-?mail|newsletters?|registration"
    r"|address)",
    r"(?:subscription|sign-?up|e-?mail|newsletter|registration)\b.{0,40}\bconfirm", "confirm your", "opt-?in",
    r"(?:bestätig\w*|anmeldung).{0,40}(?:anmeldung|bestätig|e-?mail|newsletter|abonnement|adresse)",
    r"confirm(?:e[rz]?|ation).{0,40}(?:inscription|abonnement|adresse|e-?mail)",
    r"(?:inscription|abonnement).{0,20}confirm",
    r"confirm(?:a|e|ar|ación|ação).{0,40}(?:suscripci|inscri|subscri|correo|e-?mail|registro)",
    r"conferma.{0,40}(?:iscrizione|e-?mail|indirizzo)",
    r"bevestig.{0,40}(?:inschrijving|aanmelding|e-?mail|abonnement)",
    r"bekräfta.{0,40}(?:prenumeration|e-?post)", r"potwierd.{0,40}(?:subskrypcj|adres|e-?mail|zapis)",
    r"подтвер.{0,40}(?:подписк|адрес|регистрац|e-?mail|почт)", r"(?:abonelik|e-?posta).{0,30}(?:onayla|doğrula)",
    r"(?:구독|이메일|메일|가입).{0,20}(?:확인|인증)", "(?:登録|購読|メールアドレス).{0,20}(?:確認|認証|完了)",
    "(?:确认|驗證|验证|確認).{0,20}(?:订阅|訂閱|邮箱|郵箱|电子邮件|電子郵件)", "(?:تأكيد|أكد).{0,20}(?:اشتراك|بريد)",
)  # fmt: skip
_CONFIRMS = _any(
    "confirm", "verif", "activate", "validate", r"opt-?in", "bestätig", "bestaetig", "anmeld", "bevestig", "bekräft",
    "potwierd", "подтвер", "onayla", "doğrula", "확인", "인증", "確認", "認証", "登録", "确认", "验证", "驗證", "تأكيد",
    r"\bsubscribe", "yes, ",
)  # fmt: skip


def is_leaving(words: str) -> bool:
    """Tell whether a line tells how to receive the newsletter no longer."""
    if _LEAVING.search(words):
        return True
    return _RECEIVING_NO_MORE.search(words) is not None and _LETTERS.search(words) is not None


def is_of_display(words: str) -> bool:
    """Tell whether a line tells where to read the letter that a program does not show well."""
    return _NOT_SHOWN.search(words) is not None and _LETTERS.search(words) is not None


def returns(subject: str) -> bool:
    """Tell whether an e-mail so called brings back another, or is a program's answer to one."""
    return _RETURNED.search(subject) is not None


def is_own(words: str, address: str = "") -> bool:
    """Tell whether a link with these words to this address is the recipient's own affair."""
    if is_of_display(words):
        return True
    said = (_LEAVING, _RECEIVING_NO_MORE, _OWN_PAGE, _PREFERENCES)
    return any(pattern.search(words) for pattern in said) or _LEAVING_ADDRESS.search(address) is not None


def asks_to_confirm(subject: str) -> bool:
    """Tell whether a letter so called wants to know that its recipient has subscribed."""
    return _TO_CONFIRM.search(subject) is not None


def confirms(words: str, address: str) -> bool:
    """Tell whether a link in such a letter is the one that says yes."""
    return not is_own(words, address) and _CONFIRMS.search(f"{words} {address}") is not None
