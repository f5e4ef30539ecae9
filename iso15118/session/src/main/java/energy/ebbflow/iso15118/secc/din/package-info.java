/**
 * A session of DIN SPEC 70121 from the charger's side: what its states share. The states themselves
 * are in {@code state}, one per file. Pure: time and the station's condition are arguments. DIN
 * 70121 charges with direct current only, identifies the user outside of the protocol, and knows no
 * pause.
 */
@NullMarked
package energy.ebbflow.iso15118.secc.din;

import org.jspecify.annotations.NullMarked;
