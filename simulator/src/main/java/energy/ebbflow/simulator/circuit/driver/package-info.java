/**
 * The circuit around a Raspberry Pi, at the lowest seam: lines, converter, PWM and sensors of the
 * driver {@code raspberry-pi} hang on the virtual board. {@code driver = "raspberry-pi-circuit"}
 * runs the whole driver on it.
 */
@NullMarked
package energy.ebbflow.simulator.circuit.driver;

import org.jspecify.annotations.NullMarked;
