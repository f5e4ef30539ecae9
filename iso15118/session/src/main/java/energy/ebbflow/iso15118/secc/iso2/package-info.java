/**
 * A session of ISO 15118-2 from the charger's side: what its states share. The states themselves
 * are in {@code state}, one per file. Pure: time and the station's condition are arguments.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.iso2;

import org.jspecify.annotations.NullMarked;
