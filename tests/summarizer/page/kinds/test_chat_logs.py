"""Logs of chat programs in many languages, each with what people say in it and nothing else."""

from __future__ import annotations

import pytest

from summarizer import read_page

MARK, THIN = "\u200e", "\u202f"
"""What WhatsApp sets before its own words, and before a part of the day."""

LOGS = {
    "WhatsApp on iOS, Spanish": (
        (
            f"[3/6/25, 7:12:01{THIN}p.{THIN}m.] Huerto: {MARK}Los mensajes y las llamadas"
            " están cifrados de extremo a extremo.\n"
            f"[3/6/25, 7:12:40{THIN}p.{THIN}m.] ~{THIN}Inés: Una duda: ¿quién riega?\n"
            f"hoy no puedo\n"
            f"{MARK}[3/6/25, 7:13:02{THIN}p.{THIN}m.] Raúl: {MARK}imagen omitida\n"
            f"[3/6/25, 7:14:30{THIN}p.{THIN}m.] Raúl: Yo voy {MARK}<Se editó este mensaje.>\n"
            f"[3/6/25, 7:15:00{THIN}a.{THIN}m.] Inés: {MARK}Llamada perdida\n"
        ),
        [("Inés", "Una duda: ¿quién riega?\nhoy no puedo"), ("Raúl", "Yo voy")],
    ),
    "WhatsApp, Arabic": (
        (
            "\u200f٣\u200f/٦\u200f/٢٠٢٥، ٧:١٢ م - انضمت هدى باستخدام رابط الدعوة\n"
            "٣\u200f/٦\u200f/٢٠٢٥، ٧:١٣ م - هدى: من يسقي الحديقة؟\n"
            "٣\u200f/٦\u200f/٢٠٢٥، ٧:١٤ ص - سامي: <تم استبعاد الوسائط>\n"
            "٣\u200f/٦\u200f/٢٠٢٥، ٧:١٥ ص - سامي: أنا غدا\n"
        ),
        [("هدى", "من يسقي الحديقة؟"), ("سامي", "أنا غدا")],
    ),
    "WhatsApp, Chinese": (
        (
            "2025/6/3 下午7:12 - 消息和通话都进行端到端加密。\n"
            "2025/6/3 下午7:13 - 小雨: 谁来浇水？\n2025/6/3 上午7:14 - 阿强: 我来\n"
        ),
        [("小雨", "谁来浇水？"), ("阿强", "我来")],
    ),
    "WhatsApp, German": (
        (
            "03.06.25, 7:12 nachm. - Uta hat die Gruppe „Beet: Süd“ erstellt\n"
            "03.06.25, 7:13 nachm. - Uta: Wer gießt?\n"
            "03.06.25, 7:14 vorm. - Kai: IMG-20250603-WA0004.jpg (Datei angehängt)\nso trocken\n"
            "03.06.25, 7:15 vorm. - +49 151 0001: null\n"
            "03.06.25, 7:16 vorm. - +49 151 0001: ich (bearbeitet)\n"
        ),
        [("Uta", "Wer gießt?"), ("Kai", "so trocken"), ("+49 151 0001", "ich")],
    ),
    "WhatsApp, French, Vietnamese and Finnish hours": (
        (
            "03/06/2025 à 19:12 - Zoé: Qui arrose ?\n19:13, 03/06/2025 - Lan: tôi\n"
            "03.06.25 г., 19:14 ч. - Иван: аз\n"
        ),
        [("Zoé", "Qui arrose ?"), ("Lan", "tôi"), ("Иван", "аз")],
    ),
    "WhatsApp, a subject with colons": (
        (
            '03/06/2025, 19:12 - Una changed the subject from "Beds: old" to "Beds: new"\n'
            "03/06/2025, 19:13 - Una: Who waters?\n03/06/2025, 19:14 - Pat left\n"
            "03/06/2025, 19:15 - Una: Nobody left the hose on?\n"
        ),
        [("Una", "Who waters?"), ("Una", "Nobody left the hose on?")],
    ),
    "KakaoTalk on a computer, Korean": (
        (
            "텃밭 님과 카카오톡 대화\n저장한 날짜 : 2025-06-03 19:20:01\n\n"
            "--------------- 2025년 6월 3일 화요일 ---------------\n"
            "[민지] [오후 7:12] 누가 물 줘요?\n하늘님이 들어왔습니다.\n"
            "[하늘] [오후 7:13] 사진 2장\n"
            "[하늘] [오전 7:14] 저요\n내일요\n"
        ),
        [("민지", "누가 물 줘요?"), ("하늘", "저요\n내일요")],
    ),
    "KakaoTalk on a phone, Korean": (
        (
            "2025년 6월 3일 오후 7:12\n2025년 6월 3일 오후 7:12, 민지님이 하늘님을 초대했습니다.\n"
            "2025년 6월 3일 오후 7:12, 민지 : 누가 물 줘요?\n"
            "2025. 6. 3. 오후 7:13, 하늘 : 저: 내일\n"
        ),
        [("민지", "누가 물 줘요?"), ("하늘", "저: 내일")],
    ),
    "KakaoTalk on a phone, English": (
        (
            "Beds KakaoTalk Chats\nDate Saved : Jun 3, 2025 at 7:20 PM\n\n"
            "Jun 3, 2025 at 7:12 PM, Una : Who waters?\nJun 3, 2025 at 7:13 PM, Pat : Me\n"
            "Jun 3, 2025 at 7:14 PM, Pat left this chatroom.\n"
        ),
        [("Una", "Who waters?"), ("Pat", "Me")],
    ),
    "LINE, Japanese": (
        (
            "[LINE] 畑のトーク履歴\n保存日時：2025/06/03 19:20\n\n2025/06/03(火)\n"
            '19:12\t葵\t"水やりは誰？\n今日は無理"\n19:13\t\t蓮がグループに参加しました。\n'
            "19:14\t蓮\t[スタンプ]\n2025/06/04(水)\n07:01\t蓮\t私です\n"
        ),
        [("葵", "水やりは誰？\n今日は無理"), ("蓮", "私です")],
    ),
    "LINE, Chinese": (
        (
            "[LINE] 與小雨的聊天記錄\n儲存日期: 2025/06/03 19:20\n\n2025/06/03（週二）\n"
            "下午07:12\t小雨\t誰來澆水？\n下午07:13\t阿強\t[貼圖]\n下午07:14\t阿強\t我來\n"
        ),
        [("小雨", "誰來澆水？"), ("阿強", "我來")],
    ),
    "LINE, Thai": (
        (
            "[LINE] ประวัติการแชทกับ ดาว\nบันทึกเมื่อ: 03/06/2025 19:20\n\nอ. 03/06/2025\n"
            "19:12\tดาว\tใครรดน้ำ\n19:13\tฟ้า\t[สติกเกอร์]\n19:14\tฟ้า\tฉันเอง\n"
        ),
        [("ดาว", "ใครรดน้ำ"), ("ฟ้า", "ฉันเอง")],
    ),
    "LINE on a computer": (
        (
            "2025.06.03 Tuesday\n19:12 Una Who waters?\n19:13 Pat Stickers\n"
            "2025.06.04 Wednesday\n07:01 Pat Me\n"
        ),
        [("Una", "Who waters?"), ("Pat", "Me")],
    ),
    "Viber": (
        (
            "[ 03-06-2025 19:12:01 ] Mila: Ko zaliva?\n"
            "[ 03-06-2025 19:12:40 ] Zoran joined the group\n"
            "[ 03-06-2025 19:13:01 ] Zoran: Ja\n"
        ),
        [("Mila", "Ko zaliva?"), ("Zoran", "Ja")],
    ),
    "Signal": (
        (
            "[2025-06-03, 19:12] Una: Who waters?\n[2025-06-03, 19:13] Me: Me\n(- Una: 👍 -)\n"
            "[2025-06-03, 19:14] Me: ![hose](./media/hose.jpg)\n"
        ),
        [("Una", "Who waters?"), ("Me", "Me")],
    ),
    "Zoom with answers and reactions": (
        (
            "19:12:01\t From Una May to Everyone:\n\tWho waters?\n"
            "19:13:01\t From Pat (Guest) to Everyone:\n"
            '\tReplying to "Who waters?"\n\n\tMe\n19:13:09\t From Una May to Pat(Direct Message):\n'
            '\tReacted to "Me" with 👍\n19:14:00\t From Una May to Pat(Direct Message):\n\tthanks\n'
        ),
        [("Una May", "Who waters?"), ("Pat", "Me"), ("Una May", "thanks")],
    ),
    "Zoom, German": (
        (
            "19:12:01 Von Uta Mai an Alle : Wer gießt?\n"
            "19:13:01 Von Kai an Uta Mai(Direktnachricht) : ich\n"
        ),
        [("Uta Mai", "Wer gießt?"), ("Kai", "ich")],
    ),
    "Zoom, Japanese": (
        "19:12:01 開始 森 葵 宛先 全員:\n\t水やりは誰？\n19:13:01 開始 蓮 宛先 全員:\n\t私です\n",
        [("森 葵", "水やりは誰？"), ("蓮", "私です")],
    ),
    "irssi": (
        (
            "--- Log opened Tue Jun 03 19:11:00 2025\n19:12 -!- una [~u@host] has joined #beds\n"
            "19:12 <@una> who waters: today?\n19:13 < pat> me\n19:14  * pat fetches the hose\n"
            "19:15 -!- pat [~p@host] has quit [Quit: bye]\n"
        ),
        [("una", "who waters: today?"), ("pat", "me"), ("pat", "fetches the hose")],
    ),
    "WeeChat": (
        (
            "2025-06-03 19:12:00\t-->\tuna (~u@host) has joined #beds\n"
            "2025-06-03 19:12:30\t@una\twho?\n"
            "2025-06-03 19:13:00\tpat\tme\n2025-06-03 19:13:09\tuna\tok\n"
            "2025-06-03 19:15:00\t<--\tpat (~p@host) has quit (bye)\n"
        ),
        [("una", "who?"), ("pat", "me"), ("una", "ok")],
    ),
    "Discord's exporter": (
        (
            "==============================\nGuild: Beds\nChannel: General / water\n"
            "==============================\n\n[03-Jun-25 07:12 PM] una\nWho waters?\n\n"
            "[03-Jun-25 07:13 PM] pat\nJoined the server.\n\n[06/03/2025 7:14 PM] pat (pinned)\n"
            "Me\n"
            "all week\n\n{Attachments}\nhttps://files.example/hose.png\n\n{Reactions}\n👍 (3)\n\n"
            "==============================\nExported 3 message(s)\n"
            "==============================\n"
        ),
        [("una", "Who waters?"), ("pat", "Me\nall week")],
    ),
    "Discord, German": (
        "Uta — heute um 19:12 Uhr\nWer gießt?\nKai — gestern um 07:13 Uhr\nich\n",
        [("Uta", "Wer gießt?"), ("Kai", "ich")],
    ),
    "Telegram on macOS": (
        "Una, [Jun 3, 2025 at 7:12:01 PM]:\nWho waters?\n\nPat, [Jun 3, 2025 at 7:13:01 PM]:\nMe\n",
        [("Una", "Who waters?"), ("Pat", "Me")],
    ),
    "Teams": (
        "[7:12 PM] May, Una\nWho waters?\n[Yesterday 7:13 PM] Doe, Pat (Guest)\nMe\nall week\n",
        [("May, Una", "Who waters?"), ("Doe, Pat", "Me\nall week")],
    ),
    "several streams": (
        (
            "2025-06-03 19:12:01 | [YouTube] una: who waters?\n"
            "2025-06-03 19:12:09 | [Twitch] pat: me\n"
            "2025-06-03 19:13:00 | (Moderator) una: fine\n"
        ),
        [("una", "who waters?"), ("pat", "me"), ("una", "fine")],
    ),
    "Slack, copied": (
        (
            "Una May\n  7:12 PM\njoined #beds.\n7:13 PM\nWho waters?\nPat\n  7:14 PM\nMe (edited)\n"
            "2 replies\nAri\n  7:15 PM\nor me\n"
        ),
        [("Una May", "Who waters?"), ("Pat", "Me"), ("Ari", "or me")],
    ),
    "Meet, copied": (
        "Una May\n7:12 PM\nWho waters?\nPat D.\n7:13 PM\nMe\nYou\n7:14 PM\nor me\n",
        [("Una May", "Who waters?"), ("Pat D.", "Me"), ("You", "or me")],
    ),
    "Teams in a browser, with days": (
        (
            "Una May\n6/3 7:12 PM\nWho waters?\nPat Doe\nYesterday 7:13 PM\nMe\n"
            "Ari\nJune 4, 2025 at 7:14 PM\nor me\n"
        ),
        [("Una May", "Who waters?"), ("Pat Doe", "Me"), ("Ari", "or me")],
    ),
    "Teams in a browser, a line for each head": (
        "Una May 7:12 PM\nWho waters?\nPat Doe 6/3/2025 7:13 PM\nMe\nAri  7:14 PM\nor me\n",
        [("Una May", "Who waters?"), ("Pat Doe", "Me"), ("Ari", "or me")],
    ),
    "Teams in a browser, 24 hours": (
        "Uta Mai\n19:12\nWer gießt?\nKai Orth\n19:13\nich\nAri\n19:15\noder ich\n",
        [("Uta Mai", "Wer gießt?"), ("Kai Orth", "ich"), ("Ari", "oder ich")],
    ),
}


@pytest.mark.parametrize(("text", "said"), LOGS.values(), ids=LOGS)
def test_a_log_is_what_people_say_in_it(text: str, said: list[tuple[str, str]]) -> None:
    page = read_page(text)
    assert [(comment.author, comment.text) for comment in page.comments] == said
    assert not page.transcript


@pytest.mark.parametrize(
    "text",
    [
        (
            "2025-06-03 19:12:01 Speaker 1: The wheel stood still for forty years.\n"
            "2025-06-03 19:12:09 Speaker 2: And who paid for the oak?\n"
            "2025-06-03 19:12:20 Speaker 1: The whole village did.\n"
        ),
        (
            "0:00\tThe wheel stood still for forty years.\n"
            "0:07\tThe oak came by boat in the spring.\n"
            "0:15\tThe stone was as good as new.\n"
        ),
        (
            "[0:00] - Una May\nThe wheel stood still for forty years, all of it.\n\n"
            "[0:09] - Pat Doe\nAnd who paid for the oak in the end?\n\n"
            "[0:20] - Una May\nThe village.\n"
        ),
    ],
    ids=["speakers with numbers", "a table of speech", "names behind times"],
)
def test_speech_with_times_and_names_is_no_log(text: str) -> None:
    assert len(read_page(text).transcript) == 3


def test_what_stands_above_a_log_and_dates_between_messages_are_nobodys_words() -> None:
    page = read_page(
        "Una May\nMonday\n\n[03/06/2025, 19:12:01] Una: 03/06/2025\n"
        "[03/06/2025, 19:13:01] Pat: Me\n"
        "--------------- Wednesday, June 4, 2025 ---------------\n[04/06/2025, 07:00:01] Una: ok\n"
    )
    assert [comment.text for comment in page.comments] == ["03/06/2025", "Me", "ok"]


SAID = "03/06/2025, 19:13 - Una: Who waters?\n03/06/2025, 19:14 - Kai: I do\n"
FIRST = "03/06/2025, 19:12 - "
SAID_ON_IOS = "[03.06.25, 19:13:01] Una: Who waters?\n[03.06.25, 19:14:01] Kai: I do\n"
FIRST_ON_IOS = "[03.06.25, 19:12:01] "
SECURED = f"{MARK}Messages and calls are end-to-end encrypted."


@pytest.mark.parametrize(
    ("log", "title"),
    [
        (f'{FIRST}Una created group "Beds"\n{SAID}', "Beds"),
        (f"{FIRST}Uta hat die Gruppe „Beet: Süd“ erstellt\n{SAID}", "Beet: Süd"),
        (f"{FIRST}Zoé a créé le groupe « Potager »\n{SAID}", "Potager"),
        (f"{FIRST}Инна создала группу «Грядки»\n{SAID}", "Грядки"),
        (f'{FIRST}Una changed the subject from "Old" to "New"\n{SAID}', "New"),
        (f'{FIRST}Una created group "A"\n{FIRST}Una named the group "B"\n{SAID}', "B"),
        (f"{FIRST}Una created this group\n{SAID}", None),
        (f'{FIRST}Una added this group to the community "Gardens"\n{SAID}', None),
        (f'{FIRST}Una: I was in the group "Beds"\n{SAID}', None),
        (f"{FIRST_ON_IOS}Beds: {SECURED}\n{SAID_ON_IOS}", "Beds"),
        (f"{FIRST_ON_IOS}Una: {SECURED}\n{SAID_ON_IOS}", None),
        (f"{FIRST_ON_IOS}Mia: {MARK}image omitted\n{SAID_ON_IOS}", None),
    ],
)
def test_a_chat_has_the_name_of_its_group(log: str, title: str | None) -> None:
    assert read_page(log).title == title
    assert read_page(log.encode(), "_chat.txt").title == title
    assert read_page(log.encode(), "WhatsApp Chat with Garden.txt").title == "Garden"
    assert len(read_page(log).comments) >= len(SAID.splitlines())
