/**
 * What the station does by itself beside its transactions: asks for certificates, fetches firmware,
 * uploads logs. Runs on the link's thread; time is an argument everywhere.
 */
@NullMarked
package energy.ebbflow.ocpp.upkeep;

import org.jspecify.annotations.NullMarked;
