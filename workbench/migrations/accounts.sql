-- people who may log in; what an account is now is kept here, how it became so in the audit log
-- key: the name without capitals and accents; password: argon2id, none until it is chosen;
-- disabled: since when, where it is
CREATE TABLE account (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('guest', 'translator', 'editor', 'desk')),
    password TEXT,
    created TEXT NOT NULL,
    disabled TEXT
) STRICT;

-- a browser in which somebody is logged in; sha256 of a random token that only the browser has
CREATE TABLE login (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account(id),
    sha256 TEXT NOT NULL UNIQUE,
    agent TEXT NOT NULL,
    created TEXT NOT NULL,
    used TEXT NOT NULL,
    expires TEXT NOT NULL,
    revoked TEXT
) STRICT;
CREATE INDEX login_account ON login(account_id);

-- a link with which somebody chooses a password, once; sha256 of the token in it
CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account(id),
    sha256 TEXT NOT NULL UNIQUE,
    created TEXT NOT NULL,
    expires TEXT NOT NULL,
    used TEXT
) STRICT;
CREATE INDEX invitation_account ON invitation(account_id);

-- a key with which a program acts for somebody; sha256 of it
CREATE TABLE api_token (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account(id),
    sha256 TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
    created TEXT NOT NULL,
    used TEXT,
    revoked TEXT
) STRICT;
CREATE INDEX api_token_account ON api_token(account_id);

-- what the pages sign their cookies with; without a login's token it opens nothing
CREATE TABLE signing_key (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    key TEXT NOT NULL
) STRICT;
