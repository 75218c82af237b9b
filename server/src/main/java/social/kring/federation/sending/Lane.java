package social.kring.federation.sending;

/** The way from one actor here to one host. What goes there arrives in order. */
record Lane(String host, long sender) {}
