package social.kring.community;

import java.time.Clock;
import social.kring.federation.actors.Actors;
import social.kring.federation.actors.Minting;
import social.kring.platform.events.Events;
import social.kring.platform.jobs.Jobs;
import social.kring.platform.storage.Database;
import social.kring.platform.storage.Ids;

/** What nearly every capability stands on. */
public record Foundation(
    Database database,
    Actors actors,
    Minting minting,
    Events events,
    Jobs jobs,
    Ids ids,
    Clock clock) {}
