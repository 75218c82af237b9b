-- The first deliveries of a lane are found in their order without a look at those of others.
DROP INDEX delivery_waiting;
CREATE INDEX delivery_waiting ON delivery (host, sender_id, (id + 0)) WHERE parked_at IS NULL;
