/** What every dialect of OCPP must be able to say and to hear. */
@NullMarked
package energy.ebbflow.ocpp.dialect;

import org.jspecify.annotations.NullMarked;
