"""Invented agency texts in seven languages: sentences of a subject, a deed, a reason and what was said of it."""

import random
from dataclasses import dataclass
from typing import NamedTuple

PLACES = {
    "en": "Arvelo Brinmoor Castrel Dunhaven Eskiva Farrowick Gelmont Hostrand Ilmere Jarnsby",
    "de": "Altwieck Brenndorf Castring Dornau Elsgrund Fahlbeck Gerolsau Hinterried Ilmstadt Jostberg",
    "es": "Almarel Brisuela Castrona Durmelo Esparza Feliana Gormaz Hinestra Iruela Jaramillo",
    "ar": "المروة برنوس قصطيل دارين عسيفة فارعة جلمود هضبان إيلمار جرناس",
    "ko": "가람시 나래군 다솔읍 라온항 마루섬 바람골 사랑재 아람동 자운리 하늘목",
    "ja": "青木野市 石狩沢町 宇治浜村 江原崎市 岡見山町 霞ヶ浦北 木曽谷町 熊野台市 小松原村 佐久川町",
    "zh": "安乐河市 白石岭镇 长松湾 东柳县 丰谷区 高塔山 红叶港 金沙坪 临江镇 明月洲",
}
PEOPLE = {
    "en": "minister mayor engineer farmer judge banker nurse captain teacher auditor",
    "de": "Ministerin Bürgermeister Ingenieurin Landwirt Richterin Sparkassenleiter Pflegerin Kapitän Lehrerin Prüfer",
    "es": "ministra alcalde ingeniera agricultor jueza banquero enfermera capitán maestra interventor",
    "ar": "الوزيرة العمدة المهندسة المزارع القاضية المصرفي الممرضة القبطان المعلمة المدقق",
    "ko": "장관은 시장은 기술자는 농부는 판사는 은행장은 간호사는 선장은 교사는 감사관은",
    "ja": "大臣は 市長は 技師は 農家は 判事は 頭取は 看護師は 船長は 教師は 監査役は",
    "zh": "部长 市长 工程师 农民 法官 行长 护士 船长 教师 审计员",
}
THINGS = {
    "en": "bridge|harbour|railway|hospital|theatre|tunnel|library|reservoir|market|lighthouse|quarry|observatory",
    "de": "Brücke|Hafen|Bahnlinie|Klinik|Oper|Röhre|Bücherei|Talsperre|Markthalle|Leuchtturmanlage|Grube|Sternwarte",
    "es": "puente|puerto|ferrocarril|hospital|teatro|túnel|archivo|embalse|mercado|faro|cantera|observatorio",
    "ar": "الجسر|المرفأ|السكة|المستشفى|المسرح|النفق|المكتبة|السد|السوق|المنارة|المحجر|المرصد",
    "ko": "다리를|항구를|철도를|병원을|극장을|터널을|도서관을|저수지를|시장을|등대를|채석장을|천문대를",
    "ja": "橋を|港を|鉄道を|病院を|劇場を|隧道を|図書館を|貯水池を|市場を|灯台を|採石場を|天文台を",
    "zh": "大桥|港口|铁路|医院|剧院|隧道|图书馆|水库|市场|灯塔|采石场|天文台",
}
DEEDS = {
    "en": "opened|inspected|defended the plans for|closed|repaired|praised|rejected a sale of|measured|visited|insured",
    "de": "eröffnete|besichtigte|verteidigte|schloss|reparierte|lobte|verwarf|vermaß|besuchte|versicherte",
    "es": "inauguró|inspeccionó|defendió|cerró|reparó|elogió|rechazó|midió|visitó|aseguró",
    "ar": "افتتح|تفقد|دافع عن|أغلق|أصلح|أشاد بإعادة|رفض بيع|قاس|زار|أمّن على",
    "ko": "열었다고|점검했다고|옹호했다고|닫았다고|고쳤다고|칭찬했다고|거부했다고|측량했다고|찾았다고|보증했다고",
    "ja": "開いたと|点検したと|擁護したと|閉鎖したと|修理したと|称賛したと|拒んだと|測量したと|訪れたと|保証したと",
    "zh": "启用了|检查了|力保|关闭了|修缮了|称赞了|拒绝出售|测量了|走访了|承保了",
}
REASONS = {
    "en": "after months of dispute|because the old pumps had failed|as neighbours looked on|despite a warning|"
    "since the storm had damaged the roof|although no money was set aside|before the winter closed the pass|"
    "while divers searched for a leak|once the council had voted|so that trains could run again",
    "de": "nach monatelangem Streit|weil die alten Pumpen versagt hatten|unter den Augen der Nachbarn|trotz Warnungen|"
    "seit der Sturm das Dach beschädigt hatte|obwohl kein Geld bereitlag|bevor der Winter den Pass sperrte|"
    "während Taucher ein Leck suchten|nachdem der Rat abgestimmt hatte|damit wieder Züge fahren",
    "es": "tras meses de disputa|porque fallaron las viejas bombas|ante la mirada de los vecinos|pese a un aviso|"
    "después de que la tormenta dañara el tejado|aunque no había dinero reservado|antes de que el invierno cerrase el "
    "paso|mientras los buzos buscaban una fuga|una vez que votó el concejo|para que vuelvan los trenes",
    "ar": "بعد أشهر من الخلاف|لأن المضخات القديمة تعطلت|أمام أعين الجيران|رغم التحذير|منذ أن ألحقت العاصفة ضررا بالسقف|"
    "مع أن المال لم يرصد|قبل أن يغلق الشتاء الممر|"
    "بينما كان الغواصون يبحثون عن التسرب|حالما صوت المجلس|كي تعود القطارات",
    "ko": "몇 달에 걸친 다툼 끝에|낡은 펌프가 멈춰 섰기 때문에|이웃들이 지켜보는 가운데|"
    "경고가 있었는데도|폭풍이 지붕을 망가뜨린 뒤로|"
    "돈을 따로 마련하지 못했지만|겨울이 고개를 막기 전에|"
    "잠수부가 새는 곳을 찾는 동안|의회가 표결을 마치자|기차가 다시 달릴 수 있도록",
    "ja": "数か月の争いの末に|古いポンプが止まったため|近所の人々が見守る中|"
    "警告があったにもかかわらず|嵐が屋根を壊してから|"
    "資金が用意されていないのに|冬が峠を閉ざす前に|"
    "潜水士が水漏れを探す間に|議会が採決を終えると|列車が再び走れるように",
    "zh": "经过数月争执|因为旧水泵失灵|在邻居们的注视下|尽管有人警告|"
    "自从风暴损坏了屋顶|虽然没有预留资金|赶在冬天封山之前|"
    "潜水员寻找漏水处期间|议会表决之后|以便列车恢复运行",
}
SAID = {
    "en": "{person} {name} said in {place} that {number} people had used it by {day}",
    "de": "{person} {name} sagte in {place}, bis {day} hätten {number} Menschen davon Gebrauch gemacht",
    "es": "{person} {name} dijo en {place} que hasta el {day} la usaron {number} personas",
    "ar": "وقال {person} {name} في {place} إن {number} شخصا استخدموه حتى {day}",
    "ko": "{name} {person} {place}에서 {day}까지 {number}명이 이용했다고 말했다",
    "ja": "{name}{person}{place}で、{day}までに{number}人が利用したと話した",
    "zh": "{person}{name}在{place}说，截至{day}已有{number}人使用",
}
DEED = {
    "en": "The {person} {name} of {place} {deed} the {thing} {reason}",
    "de": "{person} {name} aus {place} {deed} die {thing} in {other} {reason}",
    "es": "{person} {name} de {place} {deed} el {thing} de {other} {reason}",
    "ar": "{deed} {person} {name} {thing} في {place} {reason}",
    "ko": "{name} {person} {reason} {place}의 {thing} {deed} {day} 밝혔다",
    "ja": "{name}{person}{reason}{place}の{thing}{deed}{day}に明らかにした",
    "zh": "{place}{person}{name}{reason}{deed}{other}的{thing}",
}
DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag",
    "es": "lunes martes miércoles jueves viernes",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة",
    "ko": "월요일 화요일 수요일 목요일 금요일",
    "ja": "月曜日 火曜日 水曜日 木曜日 金曜日",
    "zh": "星期一 星期二 星期三 星期四 星期五",
}
SYLLABLES = {
    "en": "ba lo rin ta ves mor ka len su dai",
    "de": "ba lo rin ta ves mor ka len su dei",
    "es": "ba lo rin ta ves mor ca len su die",
    "ar": "با لو رين تا فيس مور كا لين سو داي",
    "ko": "바 로 린 타 비 모 카 렌 수 다",
    "ja": "バ ロ リン タ ベ モ カ レン ス ダイ",
    "zh": "巴 洛 林 塔 维 莫 卡 伦 苏 戴",
}
STOPS = {"ja": "。", "zh": "。"}
LANGUAGES = tuple(PLACES)


class Wire(NamedTuple):
    """An agency's text, one paragraph a sentence."""

    language: str
    lines: tuple[str, ...]


@dataclass
class Agency:
    """Writes invented texts."""

    rng: random.Random

    def wire(self, language: str, lines_count: int) -> Wire:
        """Return an invented text."""
        return Wire(language, tuple(self.line(language) for _ in range(lines_count)))

    def line(self, language: str) -> str:
        """Return one paragraph: what was done and what was said of it."""
        done, said = self._filled(DEED, language), self._filled(SAID, language)
        comma = {"ja": "、", "zh": "，", "ar": "، "}.get(language, ", ")
        return f"{done}{comma}{said}{STOPS.get(language, '.')}"

    def _filled(self, patterns: dict[str, str], language: str) -> str:
        pick = self.rng.choice
        return patterns[language].format(
            person=pick(PEOPLE[language].split()),
            name="".join(self.rng.choices(SYLLABLES[language].split(), k=3)).capitalize(),
            place=pick(PLACES[language].split()),
            other=pick(PLACES[language].split()),
            thing=pick(THINGS[language].split("|")),
            deed=pick(DEEDS[language].split("|")),
            reason=pick(REASONS[language].split("|")),
            day=pick(DAYS[language].split()),
            number=f"{self.rng.randint(1001, 98765):,}",
        )
