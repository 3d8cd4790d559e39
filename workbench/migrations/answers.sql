-- what was answered to a request that had a key, kept for a day: sent again, it does nothing and is
-- answered the same; owner: who sent it; request: a hash of all it said; run: the server that still
-- works on it, empty once it is answered
CREATE TABLE answer (
    owner TEXT NOT NULL,
    key TEXT NOT NULL,
    request TEXT NOT NULL,
    run TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body BLOB NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (owner, key)
) STRICT;
CREATE INDEX answer_created ON answer(created);
