/** Between the vehicle's connection and the outlet: numbers links, makes sessions, shows frames. */
@NullMarked
package energy.ebbflow.firmware.vehicle;

import org.jspecify.annotations.NullMarked;
