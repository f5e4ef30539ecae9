@NullMarked
package energy.ebbflow.firmware.vehicle;

import org.jspecify.annotations.NullMarked;
