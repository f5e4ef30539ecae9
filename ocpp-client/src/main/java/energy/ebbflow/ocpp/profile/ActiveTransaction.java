package energy.ebbflow.ocpp.profile;

import java.time.Instant;

/** A transaction as profiles see it: relative profiles count from its start. */
public record ActiveTransaction(int evse, String id, Instant startedAt) {}
