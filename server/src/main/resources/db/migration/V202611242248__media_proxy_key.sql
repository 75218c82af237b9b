-- With what addresses of pictures elsewhere are signed, so that this node fetches no others. One row, made by the first node.
CREATE TABLE media_proxy_key (
  id smallint PRIMARY KEY CHECK (id = 1),
  secret bytea NOT NULL
);
