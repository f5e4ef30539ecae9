@NullMarked
package energy.ebbflow.ocpp.link.time;

import org.jspecify.annotations.NullMarked;
