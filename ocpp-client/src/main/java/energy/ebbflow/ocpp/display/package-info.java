/** What people at the station read: messages, tariffs, costs (OCPP 2.x blocks I and O). */
@NullMarked
package energy.ebbflow.ocpp.display;

import org.jspecify.annotations.NullMarked;
