package social.kring.node;

import io.vertx.pgclient.PgConnectOptions;
import social.kring.platform.storage.Database;

/**
 * Where the node keeps what must survive.
 *
 * @param aside connections for what is read in the middle of transactions, which must not wait for
 *     a second one of those that they hold one of
 */
public record Storage(
    DataDirectory directory, PgConnectOptions address, Database database, Database aside) {}
