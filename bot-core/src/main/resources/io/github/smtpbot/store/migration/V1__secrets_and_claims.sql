-- Runs on SQLite and on PostgreSQL alike.

-- Tokens of workspaces, sealed by the program; key_id tells which key has sealed them.
CREATE TABLE smtpbot_secret (
  kind VARCHAR(40) NOT NULL,
  id VARCHAR(200) NOT NULL,
  key_id VARCHAR(40) NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);

-- What one of several copies does for all, until then (milliseconds since 1970).
CREATE TABLE smtpbot_claim (
  id VARCHAR(200) NOT NULL,
  until_ms BIGINT NOT NULL,
  PRIMARY KEY (id)
);
