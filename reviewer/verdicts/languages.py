"""How error pages say in the languages of the people who read health pages that something is missing. Data only.

A suspicion, never a verdict: what speaks so is compared with what the same host says to an address that cannot exist. All are held
against plain lower-case text (`phrases.plain`).
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

MISSING: Final = MappingProxyType(
    {
        "English": (
            *(r"\b404\b", r"not found", r"n't find", r"cannot find", r"not be found", r"n't be found"),
            *(r"no longer exists", r"no longer available", r"no longer here", r"(?:does|did) not exist", r"doesn't exist"),
            *(r"page missing", r"page unavailable", r"page removed", r"page gone", r"page moved", r"page has (?:gone|moved)"),
        ),
        "Welsh": (r"heb ei (?:ch|g)anfod", r"dod o hyd", r"ar goll\b", r"nid yw'r dudalen", r"dudalen hon", r"ddim yn bodoli"),
        "Irish": (r"gan aimsi", r"n[ií]or aims[ií]", r"n[ií]or? bhfuarthas", r"n[ií]l an leathanach"),
        "Gaelic": (r"cha deach .{0,30}lorg", r"cha do lorg", r"chan eil an duilleag"),
        "Scandinavian": (
            r"hittades inte",
            r"hittas inte",
            r"inte hitta",
            r"ikke fun[dn]et",
            r"finnes ikke",
            r"findes ikke",
            r"eksisterer ikke",
        ),
        "German": (r"nicht gefunden", r"existiert nicht", r"nicht vorhanden"),
        "Dutch": (r"niet gevonden", r"bestaat niet"),
        "French": (r"introuvable", r"n'existe", r"pas [eé]t[eé] trouv[eé]"),
        "Spanish": (r"no encontrad", r"no existe", r"no se (?:ha |pudo )?encontr"),
        "Portuguese": (r"n[aã]o encontrad", r"n[aã]o existe", r"n[aã]o foi (?:poss[ií]vel )?encontra"),
        "Italian": (r"non trovat[ao]", r"non esiste"),
        "Polish": (r"nie znaleziono", r"nie istnieje", r"nie zosta[lł]a znalezion", r"nie mo[zż]na (?:od|z)nale[zź]", r"nie odnaleziono"),
        "Romanian": (r"nu a fost g[aă]sit", r"pagina nu exist[aă]", r"nu (?:a putut fi|poate fi) g[aă]sit"),
        "Czech and Slovak": (r"nenalezen", r"nebyl[ao]? nalezen", r"neexistuje", r"sa nena[sš]l", r"nebol[ao]? nájden"),
        "Hungarian": (r"nem található", r"nem talalhato", r"nem létezik"),
        "Lithuanian and Latvian": (r"puslapis nerastas", r"nav atrast"),
        "Albanian": (r"nuk u gjet", r"nuk ekziston"),
        "Finnish": (r"ei löyty", r"ei ole olemassa"),
        "Turkish": (r"bulunamad[iı]", r"mevcut de[gğ]il"),
        "Somali": (r"lama helin", r"bog(?:ga|gan) ma jir"),
        "Vietnamese": (r"không tìm thấy", r"không tồn tại"),
        "Russian": (r"не найден", r"не существует"),
        "Ukrainian": (r"не знайден", r"не існує"),
        "Bulgarian": (r"не е намерен", r"не съществува"),
        "Greek": (r"δεν βρέθηκε", r"δεν υπάρχει"),
        "Arabic": (r"غير موجود", r"لم يتم العثور", r"تعذر العثور"),
        "Persian and Dari": (r"یافت نشد", r"پیدا نشد"),
        "Urdu": (r"نہیں مل", r"موجود نہیں"),
        "Hindi": (r"नहीं मिल",),
        "Bengali": (r"পাওয়া যায়নি", r"পাওয়া যায়নি", r"পাওয়া যায় নি"),
        "Gujarati": (r"મળ્યું નથી", r"મળ્યુ નથી", r"મળી નથી"),
        "Punjabi": (r"ਨਹੀਂ ਮਿਲ", r"ਨਹੀਂ ਲੱਭ"),
        "Tamil": (r"காணப்படவில்லை", r"கிடைக்கவில்லை"),
        "Chinese": (r"找不到", r"未找到", r"不存在", r"[无無]法找到"),
        "Japanese": (r"見つかりません", r"存在しません"),
        "Korean": (r"찾을 수 없", r"존재하지 않"),
    }
)
"""Words by language. The marks in a page's bytes (`marks`) are derived from them, so that there is one list."""

NEAR: Final = ("English", "Welsh")
"""Those whose words a quick look seeks in all of a page; it seeks the others' in titles and headings, and in short pages."""
