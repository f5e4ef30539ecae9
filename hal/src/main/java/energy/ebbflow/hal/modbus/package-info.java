/**
 * Modbus meters: register maps as data, and what their registers mean. Pure: no clock, no thread;
 * the maps are read once from the class path.
 */
@NullMarked
package energy.ebbflow.hal.modbus;

import org.jspecify.annotations.NullMarked;
