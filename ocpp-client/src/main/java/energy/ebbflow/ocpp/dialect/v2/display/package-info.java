/** Display messages and web payments of OCPP 2.x (blocks C25, O). */
@NullMarked
package energy.ebbflow.ocpp.dialect.v2.display;

import org.jspecify.annotations.NullMarked;
