/** Tests of Modbus meters. */
@NullMarked
package energy.ebbflow.hal.modbus.driver;

import org.jspecify.annotations.NullMarked;
