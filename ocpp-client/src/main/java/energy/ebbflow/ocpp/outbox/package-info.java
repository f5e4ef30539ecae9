/**
 * What must survive a crash: transaction events on their way, open transactions, charging profiles,
 * variables. One SQLite database in WAL mode with synchronous=FULL.
 */
@NullMarked
package energy.ebbflow.ocpp.outbox;

import org.jspecify.annotations.NullMarked;
