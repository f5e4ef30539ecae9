/**
 * Bidirectional DC power modules that speak the CAN protocol of Infypower's BEG series: the frames
 * and the controller's side of the talk. Pure: no clock, no thread, no bus.
 *
 * <p>The facts are those on which two public drivers agree: {@code InfyPower_BEG1K075G} of
 * everest-core and {@code InfypowerDCSupply} of everest-chargebyte (protocol V1.04).
 */
@NullMarked
package energy.ebbflow.hal.infypower;

import org.jspecify.annotations.NullMarked;
