"""Titles and ids in the names of files."""

from __future__ import annotations

import pytest

from summarizer.file_name import from_name

ID = "aB3_dE-9xYw"


@pytest.mark.parametrize(
    ("name", "title", "video"),
    [
        (f"How bees dance [{ID}].en.vtt", "How bees dance", ID),
        (f"How bees dance [part 2] [{ID}].info.json", "How bees dance [part 2]", ID),
        (f"How bees dance [{ID}].live_chat.json", "How bees dance", ID),
        ("How bees dance-dQw4w9WgXcQ.pt-BR.srt", "How bees dance", "dQw4w9WgXcQ"),
        ("dQw4w9WgXcQ.json", None, "dQw4w9WgXcQ"),
        ("captions.srt", None, None),
        ("The_Boat_Build_(720p)_en.srt", "The Boat Build", None),
        ("Boat_build [1080p].txt", "Boat build", None),
        ("One.Sheet.Canoe.1080p.WEB.x264-GRP.en.srt", "One Sheet Canoe", None),
        ("one-sheet-canoe.txt", "one sheet canoe", None),
        ("How_to_do_it.txt", "How to do it", None),
        ("Boats of 1080 AD.txt", "Boats of 1080 AD", None),
        ("Jean-Luc (part 2).txt", "Jean-Luc (part 2)", None),
        ("captions_en.srt", None, None),
        ("lecture.en.srt", "lecture", None),
        ("subs_2.srt", None, None),
        ("IMG_2033.txt", None, None),
        ("20261129.txt", None, None),
        ("transcription.txt", None, None),
        ("C:\\Downloads\\How bees dance - YouTube.mhtml", "How bees dance", None),
        ("", None, None),
        ("WhatsApp Chat with Mill group.txt", "Mill group", None),
        ("WhatsApp Chat - Mill group.zip", "Mill group", None),
        ("WhatsApp Chat with Mill group (1).txt", "Mill group", None),
        ("WhatsApp_Chat_with_Mill_group.txt", "Mill group", None),
        ("WhatsApp-Chat mit Rad & Mühle.txt", "Rad & Mühle", None),
        ("Chat de WhatsApp con Molino.txt", "Molino", None),
        ("Discussion WhatsApp avec Moulin.txt", "Moulin", None),
        ("Conversa do WhatsApp com Moinho.txt", "Moinho", None),
        ("Chat WhatsApp con Mulino.txt", "Mulino", None),
        ("WhatsApp-chat met Molen.txt", "Molen", None),
        ("Czat WhatsApp z Młyn.txt", "Młyn", None),
        ("Чат WhatsApp с Мельница.txt", "Мельница", None),
        ("Değirmen ile WhatsApp Sohbeti.txt", "Değirmen", None),
        ("محادثة واتساب مع الطاحونة.txt", "الطاحونة", None),
        ("चक्की के साथ WhatsApp चैट.txt", "चक्की", None),
        ("与磨坊的 WhatsApp 聊天.txt", "磨坊", None),
        ("Czat WhatsApp z użytkownikiem Ola.txt", "Ola", None),
        ("Cuộc trò chuyện trên WhatsApp với Cối.txt", "Cối", None),
        ("How WhatsApp works.srt", "How WhatsApp works", None),
        ("Automate WhatsApp with Python.srt", "Automate WhatsApp with Python", None),
        ("How to chat on WhatsApp with anyone.srt", "How to chat on WhatsApp with anyone", None),
        ("Mobile WhatsApp chats.srt", "Mobile WhatsApp chats", None),
        ("和平的对话.srt", "和平的对话", None),
        ("WhatsApp Chat.txt", "WhatsApp Chat", None),
    ],
)
def test_file_names_tell_title_and_video(name: str, title: str | None, video: str | None) -> None:
    assert from_name(name) == (title, video)
