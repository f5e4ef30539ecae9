/** Logs and customer information, OCPP 2.0.1 and 2.1 (block N). */
@NullMarked
package energy.ebbflow.ocpp.v2.diagnostics;

import org.jspecify.annotations.NullMarked;
