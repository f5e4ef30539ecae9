@NullMarked
package energy.ebbflow.firmware.power.der;

import org.jspecify.annotations.NullMarked;
