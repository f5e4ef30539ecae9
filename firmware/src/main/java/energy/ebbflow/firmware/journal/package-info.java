/**
 * The station's diary in SQLite: what happened, what was decided and why. Bounded; survives a crash
 * of the process.
 */
@NullMarked
package energy.ebbflow.firmware.journal;

import org.jspecify.annotations.NullMarked;
