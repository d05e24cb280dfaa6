"""Forms of an account or of consent that stand in place of a page, at its own address."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from bot.fetch.model import FetchError

_SIGN_IN: Final = (
    "log in", "login", "log-in", "sign in", "sign-in", "anmelden", "anmeldung", "einloggen",
    "se connecter", "connexion", "connectez-vous", "iniciar sesión", "inicia sesión", "acceder",
    "iniciar sessão", "fazer login", "entrar", "accedi", "inloggen", "aanmelden", "zaloguj",
    "logowanie", "přihlášení", "přihlásit", "logga in", "log ind", "logg inn", "kirjaudu",
    "bejelentkezés", "autentificare", "conectare", "σύνδεση", "войти", "вход", "авторизация",
    "увійти", "вхід", "giriş yap", "oturum aç", "đăng nhập", "masuk", "ورود", "تسجيل الدخول",
    "लॉग इन", "เข้าสู่ระบบ", "ログイン", "サインイン", "登录", "登入", "로그인",
)  # fmt: skip
_CONSENT: Final = (
    "before you continue", "consent", "cookie settings", "cookie preferences", "accept cookies",
    "privacy settings", "privacy choices", "your privacy", "bevor sie", "einwilligung",
    "zustimmung", "cookie-einstellungen", "datenschutzeinstellungen", "avant de continuer",
    "avant d'accéder", "avant d’accéder", "consentement", "gestion des cookies",
    "paramètres des cookies", "antes de continuar", "antes de ir a", "consentimiento",
    "antes de aceder", "consentimento", "prima di continuare", "consenso", "voordat je",
    "toestemming", "cookie-instellingen", "zanim przejdziesz", "zgoda", "než budete", "souhlas",
    "innan du", "samtycke", "før du", "samtykke", "ennen kuin", "suostumus", "mielőtt",
    "hozzájárulás", "înainte de a continua", "consimțământ", "πριν συνεχίσετε", "συγκατάθεση",
    "прежде чем", "согласие", "перш ніж", "згода", "devam etmeden önce", "trước khi",
    "sebelum melanjutkan", "persetujuan", "قبل المتابعة", "موافقة", "続行する前に", "同意",
    "继续之前", "繼續之前", "계속하기 전에", "동의",
)  # fmt: skip
"""Words of titles; a page that only speaks of these things has more text, or no such form."""

_LITTLE: Final = 1_500
"""Characters without spaces: such a form has fewer, however much of small print stands in it."""
_HARDLY_ANY: Final = 400
_MOST: Final = 2_000_000
_PASSWORD: Final = re.compile(
    r"<input\s[^<>]{0,2000}\btype\s{0,9}=\s{0,9}[\"']?password\b", re.IGNORECASE
)
_POSTED: Final = re.compile(
    r"<form\s[^<>]{0,2000}\bmethod\s{0,9}=\s{0,9}[\"']?post\b", re.IGNORECASE
)
_TITLE: Final = re.compile(r"<title(?:\s[^<>]{0,200})?>([^<]{1,500})", re.IGNORECASE)
_NAME: Final = re.compile(r"/?[a-z]{1,20}", re.IGNORECASE)
_UNSEEN: Final = frozenset({
    "head", "noscript", "script", "select", "style", "svg", "template", "textarea", "title",
})  # fmt: skip


def refuse_wall(html: str, host: str) -> None:
    """Raise FetchError where several signs agree that the page is such a form and no more.

    A field for a password, or a form that is sent, is one sign; a title with the words for it
    and little text are others. What shows only some of them is left to be read.
    """
    html = html[:_MOST]
    found = _TITLE.search(html)
    title = unescape(found[1]).casefold() if found else ""
    if _PASSWORD.search(html):
        most = _LITTLE if _says(title, _SIGN_IN) else _HARDLY_ANY
        if _shows_less(html, most):
            raise FetchError("fetch-login", host=host)
    if _says(title, _CONSENT) and _POSTED.search(html) and _shows_less(html, _LITTLE):
        raise FetchError("fetch-consent", host=host)


def _says(title: str, words: tuple[str, ...]) -> bool:
    return any(word in title for word in words)


def _shows_less(html: str, most: int) -> bool:
    """Whether a page shows fewer than ``most`` characters of text, spaces left out."""
    characters, unseen = 0, ""
    for piece in html.split("<"):
        tag, _, text = piece.partition(">")
        found = _NAME.match(tag)
        name = found[0].lower() if found else ""
        if unseen and name != f"/{unseen}":
            continue
        unseen = name if name in _UNSEEN else ""
        characters += 0 if unseen else sum(map(len, text.split()))
        if characters >= most:
            return False
    return True
