/** The link against a back office that was written by others. */
@NullMarked
package energy.ebbflow.ocpp.peer;

import org.jspecify.annotations.NullMarked;
