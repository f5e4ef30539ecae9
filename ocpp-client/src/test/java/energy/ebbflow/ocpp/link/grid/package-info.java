/** Charging profiles, grid services and readings, over a link in virtual time. */
@NullMarked
package energy.ebbflow.ocpp.link.grid;

import org.jspecify.annotations.NullMarked;
