-- A database as the first version made it, for one reply about bees; dumped by sqlite3.
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE digests (
        key TEXT PRIMARY KEY,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        json BLOB NOT NULL
    );
INSERT INTO digests VALUES('bees/5','bees',CAST('{"title":"Bees in winter","channel":null,"url":null,"language":null,"words":0,"unit":"words","minutes":0,"sentences_total":0,"lead":[],"summary":[{"index":0,"text":"A bee keeps warm.","start":1.5,"speaker":null,"chapter":null}],"mood":{"positive":0,"neutral":0,"negative":0,"unclear":0,"unread":0,"duplicates":0,"spam":0,"languages":[],"unread_languages":[],"liked":null,"shares":[],"quotes":[],"questions":[],"terms":[],"echoes":[]},"links":[],"comments_stated":null,"left_out":[]}' AS BLOB));
CREATE TABLE links (
        chat INTEGER NOT NULL,
        user INTEGER NOT NULL,
        thread INTEGER NOT NULL,
        url TEXT NOT NULL,
        at REAL NOT NULL,
        PRIMARY KEY (chat, user, thread)
    );
INSERT INTO links VALUES(1,7,0,'https://video.example/v2',1000000.0);
CREATE TABLE pages (
        key TEXT PRIMARY KEY,
        json BLOB NOT NULL,
        used REAL NOT NULL
    );
INSERT INTO pages VALUES('bees',CAST('{"title":"Bees in winter","channel":null,"url":null,"transcript":[{"text":"A bee keeps warm.","start":1.5,"speaker":null}],"chapters":[],"description":"","comments":[],"comments_stated":null,"links":[],"language":"en","omissions":[]}' AS BLOB),1000000.0);
CREATE TABLE replies (
        chat INTEGER NOT NULL,
        message INTEGER NOT NULL,
        page TEXT NOT NULL REFERENCES pages ON DELETE CASCADE,
        digest TEXT NOT NULL,
        asker INTEGER NOT NULL,
        thread INTEGER,
        video TEXT,
        at REAL NOT NULL,
        PRIMARY KEY (chat, message)
    );
INSERT INTO replies VALUES(1,2,'bees','bees/5',7,3,'v1',1000000.0);
CREATE TABLE sources (
        chat INTEGER NOT NULL,
        source INTEGER NOT NULL,
        message INTEGER NOT NULL,
        PRIMARY KEY (chat, source, message),
        FOREIGN KEY (chat, message) REFERENCES replies ON DELETE CASCADE ON UPDATE CASCADE
    );
INSERT INTO sources VALUES(1,4,2);
INSERT INTO sources VALUES(1,5,2);
CREATE INDEX pages_by_use ON pages (used);
CREATE INDEX digests_by_page ON digests (page);
CREATE INDEX replies_by_page ON replies (page, chat);
CREATE INDEX replies_by_age ON replies (at);
CREATE INDEX sources_by_reply ON sources (chat, message);
COMMIT;
