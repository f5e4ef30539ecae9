/** The station is told nonsense. */
@NullMarked
package energy.ebbflow.ocpp.link.fuzz;

import org.jspecify.annotations.NullMarked;
