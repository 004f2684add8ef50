-- What teams have written (notes) or chosen, by workspace or server.
CREATE TABLE smtpbot_entry (
  kind VARCHAR(40) NOT NULL,
  place VARCHAR(100) NOT NULL,
  name VARCHAR(40) NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (kind, place, name)
);
