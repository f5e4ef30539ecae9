/**
 * A session of ISO 15118-20 from the charger's side: what its states share. The states themselves
 * are in {@code state}, one per file. Pure: time and the station's condition are arguments.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.iso20;

import org.jspecify.annotations.NullMarked;
