"""English names of the languages that the detector knows best, by ISO 639 code."""

from __future__ import annotations

_NAMES = (
    "af Afrikaans, sq Albanian, am Amharic, ar Arabic, hy Armenian, az Azerbaijani, eu Basque, "
    "be Belarusian, bn Bengali, bs Bosnian, bg Bulgarian, my Burmese, ca Catalan, ceb Cebuano, "
    "zh Chinese, hr Croatian, cs Czech, da Danish, nl Dutch, en English, eo Esperanto, "
    "et Estonian, fi Finnish, fr French, gl Galician, ka Georgian, de German, el Greek, "
    "gu Gujarati, he Hebrew, hi Hindi, hu Hungarian, is Icelandic, id Indonesian, ga Irish, "
    "it Italian, ja Japanese, jv Javanese, kn Kannada, kk Kazakh, km Khmer, ko Korean, "
    "ku Kurdish, ky Kyrgyz, lo Lao, la Latin, lv Latvian, lt Lithuanian, mk Macedonian, "
    "ms Malay, ml Malayalam, mt Maltese, mr Marathi, mn Mongolian, ne Nepali, no Norwegian, "
    "or Odia, ps Pashto, fa Persian, pl Polish, pt Portuguese, pa Punjabi, ro Romanian, "
    "ru Russian, sr Serbian, sd Sindhi, si Sinhala, sk Slovak, sl Slovene, so Somali, "
    "es Spanish, sw Swahili, sv Swedish, tl Tagalog, tg Tajik, ta Tamil, tt Tatar, te Telugu, "
    "th Thai, bo Tibetan, tr Turkish, tk Turkmen, uk Ukrainian, ur Urdu, ug Uyghur, uz Uzbek, "
    "vi Vietnamese, cy Welsh, yi Yiddish, yo Yoruba, pcm Nigerian Pidgin, und unknown"
)
LANGUAGE_NAMES: dict[str, str] = dict(p.split(" ", 1) for p in _NAMES.split(", "))


def language_name(code: str) -> str:
    """The English name of the language, or its code where it has none here."""
    return LANGUAGE_NAMES.get(code, code)
