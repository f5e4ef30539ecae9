/** Tests of Modbus meters. */
@NullMarked
package energy.ebbflow.hal.modbus;

import org.jspecify.annotations.NullMarked;
