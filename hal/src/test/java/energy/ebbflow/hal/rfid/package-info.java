@NullMarked
package energy.ebbflow.hal.rfid;

import org.jspecify.annotations.NullMarked;
