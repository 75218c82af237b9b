-- One actor signs the node's own fetches; there is never a second one.
CREATE UNIQUE INDEX actor_instance ON actor (local) WHERE local AND type = 'Application';
